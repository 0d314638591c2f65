<?php

/**
 * Batches of fmt 1 about messages, read in PHP alone: what the extension has to be faster than, and is held against.
 *
 * It follows docs/protocol.md (R13, R22 to R24, R30, R32, R39, R43, R46) for SMS and e-mail, where all bytes are characters. It reads no HLR answers, knows no pairs
 * that were asked for, and has no longest record (R46d).
 * Each record is an array of the fields that it has, by their wire names, with `ambiguous`; a line that cannot be read is null.
 */
final class PlainReader
{
    private const MOST = ['err' => 0x7FFFFFFF, 'last_timestamp' => 1 << 40, 'send_timestamp' => 1 << 40];

    /** @return list<?array<string, int|string|bool>> */
    public static function read(string $body, int $all, string $charset): array
    {
        if (str_starts_with($body, "\xEF\xBB\xBF")) {
            $body = substr($body, 3);
        }
        // All that parts fields and lines is ASCII, so the texts can be decoded all at once.
        $body = rtrim($charset === 'utf-8' ? $body : iconv($charset, 'utf-8', $body), "\r\n");
        $raw = $lines = explode("\n", $body);
        foreach ($lines as &$line) {
            if (str_ends_with($line, "\r")) {
                $line = substr($line, 0, -1);
            }
        }
        unset($line);
        return $all === 0 ? self::short($lines) : self::long($lines, $raw, $all);
    }

    /** all=0: every line is a record (R46). */
    private static function short(array $lines): array
    {
        $records = [];
        foreach ($lines as $line) {
            $fields = explode(',', $line);
            $record = count($fields) === 5 ? self::numbers(['status', 'last_timestamp', 'err'], $fields) : null;
            if ($record !== null) {
                $record = self::with_id($record, $fields[3]);
            }
            if ($record !== null) {
                $record['phone'] = $fields[4];
                $record['ambiguous'] = false;
            }
            $records[] = $record;
        }
        return $records;
    }

    /** all=1 and all=2: a record runs from a head to the first end that is the last line or stands before a head pattern (R46). */
    private static function long(array $lines, array $raw, int $all): array
    {
        $records = [];
        $count = count($lines);
        for ($at = 0; $at < $count; $at++) {
            $head = self::head($lines[$at], $all);
            if ($head === null) {
                $records[] = self::not_found($lines[$at]);
                continue;
            }
            $inside = false;
            for ($end = $at; $end < $count; $end++) {
                $inside = $inside || ($end > $at && self::is_pattern($lines[$end]));
                if (preg_match('/,0*[1-9]\d{0,9}\z/', $lines[$end]) && ($end + 1 === $count || self::is_pattern($lines[$end + 1]))) {
                    break;
                }
            }
            $record = null;
            if ($end < $count) {
                $whole = $end === $at ? $lines[$at] : implode("\n", array_slice($raw, $at, $end - $at)) . "\n" . $lines[$end];
                $record = self::record($head, substr($whole, $head['']), $inside, $all, $lines[$end + 1] ?? null);
            }
            $records[] = $record;
            if ($record !== null) {
                $at = $end;
            }
        }
        return $records;
    }

    private static function is_pattern(string $line): bool
    {
        return preg_match('/\A(?:-?\d{1,2},\d{0,60},|\d{3,10},\d{9,11},\d{1,3},)/', $line) === 1;
    }

    /** The fixed fields of a line, and under '' where they end; null if the line has none that can be read (R46a). */
    private static function head(string $line, int $all): ?array
    {
        $names = $all === 1
            ? ['status', 'last_timestamp', 'err', 'send_timestamp', 'phone', 'cost', 'sender_id', 'status_name']
            : ['status', 'last_timestamp', 'err', 'send_timestamp', 'phone', 'country', 'operator', 'region', 'cost', 'sender_id', 'status_name'];
        $fields = explode(',', $line, count($names) + 1);
        if (count($fields) !== count($names) + 1 || !self::is_pattern($line)) {
            return null;
        }
        $rest = array_pop($fields);
        $head = self::numbers(['status', 'last_timestamp', 'err', 'send_timestamp'], $fields);
        if ($head === null) {
            return null;
        }
        foreach (array_slice($names, 4, null, true) as $index => $name) {
            $head[$name] = $fields[$index];
        }
        if (preg_match('/\A(?:\d+(?:\.\d{1,4})?)?\z/', $head['cost']) !== 1) {
            return null;
        }
        $head[''] = strlen($line) - strlen($rest);
        return $head;
    }

    /** What stands behind the fixed fields: message, comment, type, id (R43). */
    private static function record(array $head, string $rest, bool $ambiguous, int $all, ?string $next): ?array
    {
        unset($head['']);
        // R43c: a name with a comma has moved the cost.
        $ambiguous = $ambiguous || ($head['cost'] === '' && preg_match('/\A\d+\.\d+\n|\n\d+\.\d+\z/', "$head[sender_id]\n$head[status_name]") === 1);
        $comma = strrpos($rest, ',');
        $head = $comma === false ? null : self::with_id($head, substr($rest, $comma + 1));
        if ($head === null) {
            return null;
        }
        $message = $rest = substr($rest, 0, $comma);
        $comment = $type = null;
        if (preg_match('/\A(.*),( ?)(\d|0\d|1[0-5])\z/s', $rest, $found)) {
            [, $message, $space, $type] = $found;
            $any = substr_count($message, ',');
            $spaced = substr_count($message, ', ');
            $fitting = $space === '' ? $any - $spaced : $spaced;
            $at = false;
            if ($any > 0) {
                $pattern = $space === '' ? '/,(?! )(?!.*,(?! ))/s' : '/, (?!.*, )/s';
                $at = $fitting > 0 && preg_match($pattern, $message, $found, PREG_OFFSET_CAPTURE) ? $found[0][1] : strrpos($message, ',');
            }
            $ambiguous = $ambiguous || $any > 1 || ($any === 1 && $fitting === 0);
            if ($at !== false) {
                $comment = substr($message, $at + 1);
                if ($space !== '' && str_starts_with($comment, ' ')) {
                    $comment = substr($comment, 1);
                }
                $message = substr($message, 0, $at);
            }
        } else {
            // R46i: the end may be a line of the text.
            $ambiguous = $ambiguous || ($next !== null && self::head($next, $all) === null && self::not_found($next) === null);
        }
        if ($head['cost'] === '') {
            unset($head['cost']);
        }
        $head['message'] = $message;
        if ($comment !== null) {
            $head['comment'] = $comment;
        }
        if ($type !== null) {
            $head['type'] = (int)$type;
        }
        $head['ambiguous'] = $ambiguous;
        return $head;
    }

    /** A status of -3 that stops after err (R13, R46g). */
    private static function not_found(string $line): ?array
    {
        $fields = explode(',', $line);
        $record = count($fields) === 4 && $fields[0] === '-3' ? self::numbers(['status', 'last_timestamp', 'err'], $fields) : null;
        $record = $record === null ? null : self::with_id($record, $fields[3]);
        return $record === null ? null : $record + ['ambiguous' => false];
    }

    /** Numbers by their names; null if one has another form or is out of its range (R39). Empty ones and timestamps of 0 are absent (R30). */
    private static function numbers(array $names, array $fields): ?array
    {
        $numbers = [];
        foreach ($names as $index => $name) {
            $field = $fields[$index];
            if ($name === 'status') {
                if (preg_match('/\A-?\d{1,10}\z/', $field) !== 1 || (int)$field > 0x7FFFFFFF || (int)$field < -0x80000000) {
                    return null;
                }
                $numbers[$name] = (int)$field;
            } elseif ($field !== '') {
                if (!ctype_digit($field) || (int)$field > self::MOST[$name]) {
                    return null;
                }
                if ($name === 'err' || (int)$field !== 0) {
                    $numbers[$name] = (int)$field;
                }
            }
        }
        return $numbers;
    }

    private static function with_id(array $record, string $id): ?array
    {
        if ($id !== '') {
            if (!ctype_digit($id) || (int)$id < 1 || (int)$id > 0x7FFFFFFF) {
                return null;
            }
            $record['id'] = (int)$id;
        }
        return $record;
    }
}
