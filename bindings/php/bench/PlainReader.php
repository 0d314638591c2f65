<?php

/**
 * A parser in PHP for batches of fmt 1. The benchmark compares its speed with that of the
 * extension, and tests/plain.phpt compares its records.
 *
 * The parser follows docs/protocol.md (R13, R22 to R24, R30, R32, R39, R43, R46) for SMS and
 * e-mails in charsets whose bytes are all characters. It does not parse HLR replies, does not use
 * requested pairs, and has no limit for the length of a record (R46d).
 *
 * A record is an array of its fields by their wire names, and `is_ambiguous`. A line that cannot be
 * parsed is null.
 */
final class PlainReader
{
    /** The greatest values of the fields. */
    private const MAX = ['err' => 0x7FFFFFFF, 'last_timestamp' => 1 << 40, 'send_timestamp' => 1 << 40];

    /**
     * Parses the reply to a request with this `all` and `charset`.
     *
     * @return list<?array<string, int|string|bool>>
     */
    public static function read(string $body, int $all, string $charset): array
    {
        if (str_starts_with($body, "\xEF\xBB\xBF")) {
            $body = substr($body, 3);
        }
        // All separators are ASCII, so the whole body can be decoded before it is split.
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

    /** Parses the lines of a reply to all=0, where every line is a record (R46). */
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
                $record['is_ambiguous'] = false;
            }
            $records[] = $record;
        }
        return $records;
    }

    /**
     * Parses the lines of a reply to all=1 or all=2. A record starts with a head. It ends with the
     * first line that looks like an end and is the last line or is followed by a record start
     * (R46).
     */
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
                $inside = $inside || ($end > $at && self::looks_like_start($lines[$end]));
                if (preg_match('/,0*[1-9]\d{0,9}\z/', $lines[$end]) && ($end + 1 === $count || self::looks_like_start($lines[$end + 1]))) {
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

    /** Returns whether a line looks like the start of a record (R46). */
    private static function looks_like_start(string $line): bool
    {
        return preg_match('/\A(?:-?\d{1,2},\d{0,60},|\d{3,10},\d{9,11},\d{1,3},)/', $line) === 1;
    }

    /**
     * Parses the fixed fields at the start of a line. The key '' is the offset of their end.
     * Returns null if the line has no valid fixed fields (R46a).
     */
    private static function head(string $line, int $all): ?array
    {
        $names = $all === 1
            ? ['status', 'last_timestamp', 'err', 'send_timestamp', 'phone', 'cost', 'sender_id', 'status_name']
            : ['status', 'last_timestamp', 'err', 'send_timestamp', 'phone', 'country', 'operator', 'region', 'cost', 'sender_id', 'status_name'];
        $fields = explode(',', $line, count($names) + 1);
        if (count($fields) !== count($names) + 1 || !self::looks_like_start($line)) {
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

    /** Parses the fields after the fixed ones: message, comment, type, id (R43). */
    private static function record(array $head, string $rest, bool $is_ambiguous, int $all, ?string $next): ?array
    {
        unset($head['']);
        // R43c: a comma in a name has shifted the cost.
        $is_ambiguous = $is_ambiguous || ($head['cost'] === '' && preg_match('/\A\d+\.\d+\n|\n\d+\.\d+\z/', "$head[sender_id]\n$head[status_name]") === 1);
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
            $is_ambiguous = $is_ambiguous || $any > 1 || ($any === 1 && $fitting === 0);
            if ($at !== false) {
                $comment = substr($message, $at + 1);
                if ($space !== '' && str_starts_with($comment, ' ')) {
                    $comment = substr($comment, 1);
                }
                $message = substr($message, 0, $at);
            }
        } else {
            // R46i: the line with the end may be a line of the text.
            $is_ambiguous = $is_ambiguous || ($next !== null && self::head($next, $all) === null && self::not_found($next) === null);
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
        $head['is_ambiguous'] = $is_ambiguous;
        return $head;
    }

    /** Parses a record with status -3 that ends after err (R13, R46g). */
    private static function not_found(string $line): ?array
    {
        $fields = explode(',', $line);
        $record = count($fields) === 4 && $fields[0] === '-3' ? self::numbers(['status', 'last_timestamp', 'err'], $fields) : null;
        $record = $record === null ? null : self::with_id($record, $fields[3]);
        return $record === null ? null : $record + ['is_ambiguous' => false];
    }

    /**
     * Parses numbers, and returns them by their names. Returns null if a number is invalid or out
     * of range (R39). Empty numbers and timestamps of 0 are absent (R30).
     */
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
                if (!ctype_digit($field) || (int)$field > self::MAX[$name]) {
                    return null;
                }
                if ($name === 'err' || (int)$field !== 0) {
                    $numbers[$name] = (int)$field;
                }
            }
        }
        return $numbers;
    }

    /** Returns the record with its id; null if the id is invalid (R39). */
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
