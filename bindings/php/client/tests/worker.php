<?php

// Asks a stand-in more often than the service allows, and prints `done`:
//
//     php worker.php HOST FILE NUMBER

declare(strict_types=1);

namespace Smsc\Client\Tests;

use Smsc\Client\Client;
use Smsc\Client\Gate;
use Smsc\Client\Hosts;
use Smsc\Client\Limits;

require __DIR__ . '/loader.php';

[, $host, $file, $number] = $argv;
// 10 ms of the machine, whose processes may be late.
$limits = new Limits(restMs: 10 * Fast::SPEED);
$gate = new Gate($limits, new Fast(), $file);
$client = new Client(Standin::login(), gate: $gate, hosts: new Hosts([$host], plainHttp: true));
for ($round = 0; $round < 3; $round++) {
    $client->statusOf(1, '79990000001');
    $client->statusOf(10 + (int) $number, '79990000001');
    $client->balance();
}
iterator_count($client->status([[1, '79990000001'], [2, '79990000002']]));
echo "done\n";
