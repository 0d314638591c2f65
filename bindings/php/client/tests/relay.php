<?php

// Relays connections to a host, and cuts the next one where it is told to:
//
//     php relay.php HOST:PORT
//
// It prints its own address. A line `request 17` or `response 5` on its input cuts the next connection
// after that number of bytes in that direction, and `none 0` cuts nothing. Each line is answered by
// the sizes of the last exchange: its request and its response.

declare(strict_types=1);

$listener = stream_socket_server('tcp://127.0.0.1:0') ?: exit(1);
echo stream_socket_get_name($listener, false), "\n";
[$cut, $sizes] = [['none', 0], [0, 0]];
/** @var array<int, array{resource, resource, int, int}> $pumps from, to, bytes left, direction */
$pumps = [];

while (true) {
    $readable = [STDIN, $listener, ...array_column($pumps, 0)];
    [$write, $except] = [null, null];
    stream_select($readable, $write, $except, null);
    foreach ($readable as $stream) {
        if ($stream === STDIN) {
            $line = fgets(STDIN);
            if ($line === false) {
                exit;
            }
            echo implode(' ', $sizes), "\n";
            $cut = explode(' ', trim($line));
        } elseif ($stream === $listener) {
            $client = stream_socket_accept($listener);
            $server = stream_socket_client("tcp://$argv[1]");
            stream_set_blocking($client, false);
            stream_set_blocking($server, false);
            $limit = static fn (string $direction): int => $cut[0] === $direction ? (int) $cut[1] : PHP_INT_MAX;
            $pumps[(int) $client] = [$client, $server, $limit('request'), 0];
            $pumps[(int) $server] = [$server, $client, $limit('response'), 1];
            [$cut, $sizes] = [['none', 0], [0, 0]];
            foreach ([$client, $server] as $end) {
                if ($pumps[(int) $end][2] === 0) {
                    close($pumps, $end);
                    break;
                }
            }
        } elseif (isset($pumps[(int) $stream])) {
            pump($pumps, $sizes, $stream);
        }
    }
}

/** Copies the bytes that have arrived, and ends both connections at the cut or the end. */
function pump(array &$pumps, array &$sizes, $from): void
{
    [, $to, $left, $direction] = $pumps[(int) $from];
    $bytes = (string) fread($from, min($left, 8_192));
    fwrite($to, $bytes);
    $sizes[$direction] += strlen($bytes);
    $left -= strlen($bytes);
    $pumps[(int) $from][2] = $left;
    if ($left === 0 || feof($from)) {
        close($pumps, $from);
    }
}

function close(array &$pumps, $stream): void
{
    $other = $pumps[(int) $stream][1];
    unset($pumps[(int) $stream], $pumps[(int) $other]);
    stream_socket_shutdown($stream, STREAM_SHUT_RDWR);
    stream_socket_shutdown($other, STREAM_SHUT_RDWR);
    fclose($stream);
    fclose($other);
}
