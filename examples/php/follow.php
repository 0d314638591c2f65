<?php

/**
 * Follows messages to their end with the extension smsc_proto and curl, and prints
 * `id status meaning` of each:
 *
 *     SMSC_LOGIN=… SMSC_PASSWORD=… php follow.php smsc.ru ID:PHONE...
 *
 * The plan says which message to ask for, and when, so that the limits of the service are kept: the
 * first time 30 seconds after the start. A host with http:// before it is asked without encryption,
 * which this machine alone may be. To try it without the service:
 *
 *     smsc serve --speed 60 &
 *     export SMSC_LOGIN=demo SMSC_PASSWORD=demo SMSC_SPEED=60
 *     php follow.php http://127.0.0.1:8125 ID:PHONE...
 *
 * SMSC_SPEED is how much faster the clock runs than that of the machine. A program that is to
 * survive a restart also keeps in a database when each message was sent and asked for: `add`.
 * Phones are digits with the country code, as the service returns them.
 *
 * Exit status: 0 if each message is at its end, 1 if the service refuses the credentials, 2 for
 * wrong usage, 3 if the service does not find a message any more.
 */

declare(strict_types=1);

/** Returns the milliseconds since the Unix epoch, by a clock that may run faster. */
function now_ms(): int
{
    static $start = null;
    $now = (int) (microtime(true) * 1000);
    $start ??= $now;
    return $start + ($now - $start) * speed();
}

function speed(): int
{
    return max(1, (int) getenv('SMSC_SPEED'));
}

function sleep_until(int $time_ms): void
{
    usleep((int) (max(0, $time_ms - now_ms()) * 1000 / speed()) + 1000);
}

/** Posts a request. Returns the body, the date of the server, and how it failed with a code. */
function post(Smsc\Request $request): array
{
    $date = false;
    $curl = curl_init($request->url);
    curl_setopt_array($curl, [
        CURLOPT_POSTFIELDS => $request->body(),
        CURLOPT_HTTPHEADER => $request->headers,
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_FOLLOWLOCATION => false, // else any host may get the password
        CURLOPT_CONNECTTIMEOUT => 5,
        CURLOPT_TIMEOUT => 60,
        // A proxy would see the password.
        CURLOPT_NOPROXY => str_starts_with($request->url, 'http:') ? '*' : '',
        CURLOPT_HEADERFUNCTION => function ($curl, string $line) use (&$date): int {
            $date = stripos($line, 'Date: ') === 0 ? strtotime(substr($line, 6)) : $date;
            return strlen($line);
        },
    ]);
    $body = curl_exec($curl);
    $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
    $failure = match (curl_errno($curl)) {
        CURLE_OK => $status === 200 ? null : 'http_status',
        CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT => 'unreachable',
        CURLE_SSL_CONNECT_ERROR, 60 => 'tls', // 60: the certificate is not trusted
        default => 'unanswered',
    };
    return [$body, $date, $failure, $failure === 'http_status' ? $status : null];
}

/**
 * Makes a request of the plan, and tells the plan the answer.
 *
 * @param array<int, array{string, string}> $messages id and phone, by key
 * @return array<int, Smsc\Record> the records by key
 */
function make_request(Smsc\Plan $plan, Smsc\Ask $ask, array $messages, array $options): array
{
    $asked = array_intersect_key($messages, array_flip($ask->keys));
    $is_batch = $ask->kind === 'batch';
    $request = smsc_request('status', ...$options, ids: array_values($asked), multi: $is_batch);
    [$body, $date, $failure, $code] = post($request);
    if ($date !== false) {
        $plan->setServerDate($date, now_ms());
    }
    try {
        $items = $failure === null ? $request->parse($body) : [];
    } catch (Smsc\ApiError $error) {
        [$failure, $code] = ['rejected', $error->getCode()];
    } catch (Smsc\MalformedReply) {
        $failure = 'not_a_reply';
    }
    if ($failure !== null) {
        fwrite(STDERR, trim("$failure $code") . "\n");
        $plan->onFailure($ask, $failure, $code, now_ms: now_ms());
        return [];
    }
    $records = records_by_key($items, $asked, $is_batch);
    $statuses = array_map(fn (Smsc\Record $record) => $record->status, $records);
    $plan->onReply($ask, $statuses, now_ms());
    return $records;
}

/** Returns the records of the requested messages. The plan asks for the others again. */
function records_by_key(array $items, array $asked, bool $is_batch): array
{
    $keys = array_flip(array_map(fn (array $pair) => implode(':', $pair), $asked));
    $records = [];
    foreach ($items as $item) {
        if ($item instanceof Smsc\Record) { // not one that is missing, or cannot be parsed
            $key = $is_batch ? $keys["$item->id:$item->phone"] ?? null : array_key_first($asked);
            if ($key !== null) {
                $records[$key] = $item;
            }
        }
    }
    return $records;
}

/** Follows messages, each an id and a phone, and returns the exit status. */
function follow(array $pairs, array $options): int
{
    // get.php is another request, which this program does not make.
    $plan = new Smsc\Plan(has_history: false, now_ms: now_ms());
    $messages = [];
    foreach ($pairs as $pair) {
        $messages[$plan->add(now_ms(), now_ms: now_ms())] = $pair;
    }
    $exit = 0;
    while (($wake = $plan->nextWake()) !== null) {
        sleep_until($wake);
        while (($ask = $plan->poll(now_ms())) !== null) {
            $records = make_request($plan, $ask, $messages, $options);
            foreach ($plan->lost() as $key) {
                echo $messages[$key][0], " -3 Message not found\n";
                unset($messages[$key]);
                $exit = 3;
            }
            foreach ($records as $key => $record) {
                if (isset($messages[$key]) && !$plan->has($key)) {
                    $name = $record->statusName() ?? 'unknown';
                    echo "{$messages[$key][0]} $record->status $name\n";
                    unset($messages[$key]);
                }
            }
        }
    }
    return $plan->isRefused() ? 1 : $exit;
}

$host = $argv[1] ?? '';
$login = ['login' => getenv('SMSC_LOGIN'), 'psw' => getenv('SMSC_PASSWORD')];
$is_plain = str_starts_with($host, 'http://');
$pairs = array_map(fn (string $word) => explode(':', $word, 2), array_slice($argv, 2));
$is_safe = !$is_plain || str_starts_with($host, 'http://127.0.0.1:');
if ($pairs === [] || in_array(false, $login, true) || !$is_safe) {
    fwrite(STDERR, "usage: SMSC_LOGIN=… SMSC_PASSWORD=… php follow.php HOST ID:PHONE...\n");
    exit(2);
}
foreach ($pairs as $pair) {
    if (count($pair) !== 2) {
        fwrite(STDERR, "each message is an id, a colon and a phone\n");
        exit(2);
    }
}
$host = $is_plain ? substr($host, 7) : $host;
exit(follow($pairs, $login + ['host' => $host, 'plain_http' => $is_plain]));
