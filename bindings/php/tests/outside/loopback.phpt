--TEST--
Over HTTP: replies of a simulated status.php, chunks from curl, and the vendor's function with the line of the README
--EXTENSIONS--
smsc_proto
curl
--FILE--
<?php
$free = stream_socket_server('tcp://127.0.0.1:0');
$address = stream_socket_get_name($free, false);
fclose($free);
$server = proc_open([PHP_BINARY, '-d', 'extension=iconv', '-S', $address, __DIR__ . '/status.php'], [1 => ['file', '/dev/null', 'w'], 2 => ['file', '/dev/null', 'w']], $pipes);
register_shutdown_function(fn () => proc_terminate($server));
for ($tries = 100; $tries > 0 && !@fsockopen(...explode(':', $address)); $tries--) {
    usleep(50_000);
}

function fetch(string $query, string $psw = 'right'): string
{
    $curl = curl_init("http://$GLOBALS[address]/sys/status.php?login=me&psw=$psw&fmt=1&$query");
    curl_setopt_array($curl, [CURLOPT_RETURNTRANSFER => true, CURLOPT_NOPROXY => '*']);
    return curl_exec($curl);
}

foreach (smsc_parse(fetch('all=2&id=101,102,103&phone=79990000001,79990000001,79990000001'), all: 2, multi: true) as $record) {
    echo "$record->id {$record->statusName()} $record->region ", json_encode($record->message, JSON_UNESCAPED_UNICODE), "\n";
}
[$record] = smsc_parse(fetch('all=1&id=101&phone=79990000001&charset=utf-8'), all: 1, charset: 'utf-8');
echo $record->message, "\n";
try {
    smsc_parse(fetch('all=0&id=101&phone=79990000001', 'wrong'));
} catch (Smsc\ApiError $error) {
    var_dump($error->getCode() === Smsc\ApiError::AUTHORISATION);
}

echo "-- the request of the README\n";
putenv('no_proxy=*');
preg_match('/^```php\n([^`]*curl_init\(\$request->url\).*?)^```/ms', file_get_contents(__DIR__ . '/../../README.md'), $block);
$key = 'right';
eval(str_replace("smsc_request('status', ", "smsc_request('status', host: '$address', plain_http: true, ", $block[1]));
$request = smsc_request('status', host: $address, plain_http: true, apikey: 'wrong', ids: [[101, '79990000001']], fmt: 1);
try {
    $request->parse(file_get_contents($request->url, false, stream_context_create(['http' => [
        'method' => $request->method, 'header' => $request->headers, 'content' => $request->body(),
    ]])));
} catch (Smsc\ApiError $error) {
    var_dump($error->getCode() === Smsc\ApiError::AUTHORISATION);
}
$request = smsc_request('status', host: $address, plain_http: true, login: 'me', psw: 'right', ids: [[103, '79990000001']], fmt: 1, all: 1);
echo $request->parse(file_get_contents($request->getUrl()))[0]->message, "\n";

echo "-- chunks from curl\n";
$fiber = new Fiber(function () {
    $curl = curl_init("http://$GLOBALS[address]/sys/status.php?psw=right&fmt=1&all=1&id=101,102&phone=79990000001,79990000001");
    curl_setopt_array($curl, [CURLOPT_NOPROXY => '*', CURLOPT_WRITEFUNCTION => function ($curl, $chunk) {
        Fiber::suspend($chunk);
        return strlen($chunk);
    }]);
    curl_exec($curl);
});
$chunks = (function () use ($fiber) {
    for ($chunk = $fiber->start(); !$fiber->isTerminated(); $chunk = $fiber->resume()) {
        yield $chunk;
    }
})();
foreach (smsc_iterate($chunks, all: 1) as $record) {
    echo $record->id, "\n";
}

echo "-- the vendor's function\n";

/** Replaces the vendor's function that get_status() calls: sends a request and splits the reply. */
function _smsc_send_cmd(string $cmd, string $arg = ''): array
{
    parse_str($arg, $request);
    return explode(strpos($request['id'], ',') ? "\n" : ',', fetch("charset=utf-8&$arg"));
}

// The line of the README.
preg_match('/^if .* return smsc_get_status_compat\(.*;$/m', file_get_contents(__DIR__ . '/../../README.md'), $line);
$function = "function get_status(\$id, \$phone, \$all = 0) { $line[0] return ['the code as before']; }";
eval($function);
$flags = JSON_UNESCAPED_UNICODE;
echo json_encode(get_status(101, '79990000001', 1), $flags), "\n";
echo json_encode(get_status('101', '79990000001'), $flags), "\n";
foreach (get_status('101,102', '79990000001,79990000001', 2) as $row) {
    echo json_encode($row, $flags), "\n";
}
echo json_encode(get_status('102,', '79990000001', 1), $flags), "\n";
$process = proc_open([PHP_BINARY, '-n', '-r', "$function echo json_encode(get_status(101, '79990000001'));"], [1 => ['pipe', 'w']], $pipes);
echo stream_get_contents($pipes[1]), ' without the extension: ', proc_close($process), "\n";
?>
--EXPECT--
101 Delivered Москва "Ваш код: 1, 2, 3"
102 Delivered Москва "Адрес:\nТверская, 12\nвход со двора"
103 Delivered Москва "просто"
Ваш код: 1, 2, 3
bool(true)
-- the request of the README
101 Delivered
102 Delivered
bool(true)
просто
-- chunks from curl
101
102
-- the vendor's function
["1","1760080210","0","1760080202","79990000001","2.12","GLOBUS","Доставлено","Ваш код: 1, 2, 3","","0"]
["1","1760080210","0"]
["1","1760080210","0","1760080202","79990000001","Россия","МТС","Москва","2.12","GLOBUS","Доставлено","Ваш код: 1, 2, 3","","0","101"]
["1","1760080210","0","1760080202","79990000001","Россия","МТС","Москва","2.12","GLOBUS","Доставлено","Адрес:\nТверская, 12\nвход со двора","","0","102"]
[["1","1760080210","0","1760080202","79990000001","2.12","GLOBUS","Доставлено","Адрес:\nТверская, 12\nвход со двора","","0","102"]]
["the code as before"] without the extension: 0
