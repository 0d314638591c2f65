--TEST--
Over HTTP: push notifications as $_POST, $_GET, the raw body and the query of a request
--EXTENSIONS--
smsc_proto
--FILE--
<?php
$free = stream_socket_server('tcp://127.0.0.1:0');
$address = stream_socket_get_name($free, false);
fclose($free);
// The file that this process has loaded.
preg_match('~/\S*smsc_proto\.so~', file_get_contents('/proc/self/maps'), $module);
$server = proc_open([PHP_BINARY, '-n', '-d', "extension=$module[0]", '-S', $address, __DIR__ . '/handler.php'], [1 => ['file', '/dev/null', 'w'], 2 => ['file', '/dev/null', 'w']], $pipes);
register_shutdown_function(fn () => proc_terminate($server));
for ($tries = 100; $tries > 0 && !@fsockopen(...explode(':', $address)); $tries--) {
    usleep(50_000);
}

/** Sends a notification, and prints the status and the body of the answer. */
function notify(string $body, string $method = 'POST'): void
{
    $options = ['method' => $method, 'ignore_errors' => true, 'header' => 'Content-Type: application/x-www-form-urlencoded'];
    $query = $method === 'GET' ? "?$body" : '?sha1=zxc&charset=windows-1251';
    $context = stream_context_create(['http' => $options + ($method === 'GET' ? [] : ['content' => $body])]);
    $answer = file_get_contents("http://$GLOBALS[address]/handler$query", false, $context);
    echo explode(' ', $http_response_header[0])[1], ': ', $answer, "\n";
}

$text = "\xc4\xe0, 100% + \xb8:";
$message = ['phone' => '79990000001', 'mes' => $text, 'to' => '79160000000', 'sms_id' => '5', 'md5' => md5("79990000001:$text:79160000000:zxc")];
notify(http_build_query($message));
notify(http_build_query($message), 'GET');
// Spaces may be %20, and characters that need no escape may have one.
notify(strtr(http_build_query($message), ['+' => '%20', '7999' => '%37999']));
notify(http_build_query(['mes' => "$text "] + $message));
notify(http_build_query(['mes' => [$text]] + $message));
notify(http_build_query($message) . '&phone=79990000001');
notify(http_build_query($message) . '&phone=79990000002');
notify('phone=79990000002&' . http_build_query($message));
notify('');
?>
--EXPECT--
200: incoming 79990000001 Да, 100% + ё: 79160000000 | incoming 79990000001 Да, 100% + ё: 79160000000
200: incoming 79990000001 Да, 100% + ё: 79160000000 | incoming 79990000001 Да, 100% + ё: 79160000000
200: incoming 79990000001 Да, 100% + ё: 79160000000 | incoming 79990000001 Да, 100% + ё: 79160000000
403: wrong_signature md5 | wrong_signature md5
403: field mes | not_a_notification 
200: incoming 79990000001 Да, 100% + ё: 79160000000 | incoming 79990000001 Да, 100% + ё: 79160000000
403: wrong_signature md5 | repeated phone
403: incoming 79990000001 Да, 100% + ё: 79160000000 | repeated phone
403: empty  | empty
