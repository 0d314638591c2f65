<?php
/* A handler of push notifications for webhook.phpt. (PHP's runner writes that test to webhook.php.) */

/** Returns what a notification says, or why it is refused. */
function verified(array|string $given): string
{
    try {
        $callback = smsc_verify_callback($given, 'zxc');
    } catch (Smsc\CallbackError $error) {
        http_response_code(403);
        return "$error->reason $error->field";
    }
    $values = array_map(fn ($name) => $callback->event->$name, $callback->covered);
    return implode(' ', [$callback->kind, ...$values]);
}

$is_get = $_SERVER['REQUEST_METHOD'] === 'GET';
$results = [verified($is_get ? $_GET : $_POST), verified($is_get ? $_SERVER['QUERY_STRING'] : file_get_contents('php://input'))];
echo implode(' | ', $results);
