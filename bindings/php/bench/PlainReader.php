<?php

/**
 * A parser in PHP for batches of fmt 1. The benchmark compares its speed with that of the
 * extension, and tests/plain.phpt compares its records.
 *
 * The parser follows docs/protocol.md (R3, R13, R22 to R24, R30, R32, R39, R43, R46) for SMS and
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
    /** The names of the fields before the message, by `all`; then those after it. */
    private const HEAD = [
        0 => ['status', 'last_timestamp', 'err'],
        1 => ['status', 'last_timestamp', 'err', 'send_timestamp', 'phone', 'cost', 'sender_id', 'status_name'],
        2 => ['status', 'last_timestamp', 'err', 'send_timestamp', 'phone', 'country', 'operator', 'region', 'cost', 'sender_id', 'status_name'],
    ];
    private const TAIL = ['message', 'comment', 'type'];
    /** The number of slots of an HLR reply, by `all`. */
    private const HLR_SLOTS = [11, 18, 21];
    /** The most lines that are searched for a type and an id (R46k). */
    private const REGION = 64;
    /** A cost, not empty. */
    private const COST = '/\A\d+(?:\.\d{1,4})?\z/';

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
            $record = self::not_found($line, 0);
            if ($record === null && count($fields) === 5) {
                $record = self::numbers(self::HEAD[0], $fields);
                $record = $record === null ? null : self::with_id($record, $fields[3]);
            } elseif ($record !== null) {
                $fields[4] = array_pop($fields);
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
        // The line that interrupted the last record (R46j).
        $interrupting = null;
        for ($at = 0; $at < $count; $at++) {
            $interrupts = $at === $interrupting;
            $record = self::not_found($lines[$at], $all);
            $head = $record === null ? self::head($lines[$at], $all) : null;
            if ($head === null) {
                $records[] = $record === null ? null : ['is_ambiguous' => $interrupts] + $record;
                continue;
            }
            $inside = $is_end = false;
            for ($end = $at; $end < $count; $end++) {
                if ($end > $at) {
                    $inside = $inside || self::looks_like_start($lines[$end]);
                    if (self::is_full_start($lines[$end], $all)) {
                        $interrupting = $end;
                        break;
                    }
                }
                $is_end = self::is_end($lines[$end]) && ($end + 1 === $count || self::looks_like_start($lines[$end + 1]));
                if ($is_end) {
                    break;
                }
            }
            if (!$is_end) {
                // R46k: the first line that ends in a type and an id.
                $stop = min($end, $at + self::REGION);
                for ($end = $at; $end < $stop && !self::ends_in_type_and_id($lines[$end], $end === $at ? $head[1] : 0); $end++) {
                }
                $is_end = $end < $stop;
                $inside = true;
            }
            $record = null;
            if ($is_end) {
                $whole = $end === $at ? $lines[$at] : implode("\n", array_slice($raw, $at, $end - $at)) . "\n" . $lines[$end];
                $is_ambiguous = $inside || $interrupts || $head[2];
                $record = self::record($head[0], substr($whole, $head[1]), $is_ambiguous, $all, $lines[$end + 1] ?? null);
                // R46l: the type before a text id is no field of the head, and not the message.
                if ($end === $at && is_string($record['id'] ?? null) && !self::ends_in_type_and_id($lines[$at], $head[1])) {
                    $record = null;
                }
            }
            $records[] = $record;
            if ($record !== null) {
                $at = $end;
            }
        }
        return $records;
    }

    /** Returns whether a line ends in an id; a text id needs a type before it (R46, R46l). */
    private static function is_end(string $line): bool
    {
        $comma = strrpos($line, ',');
        $id = $comma === false ? null : self::id(substr($line, $comma + 1));
        return is_int($id) || ($id !== null && self::ends_in_type_and_id($line, 0));
    }

    /** Returns whether a line ends in a type and an id, with the type after the offset (R46k). */
    private static function ends_in_type_and_id(string $line, int $offset): bool
    {
        return preg_match('/, ?(?:\d|0\d|1[0-5]),([^,]+)\z/', $line, $found, PREG_OFFSET_CAPTURE) === 1
            && $found[0][1] >= $offset && self::id($found[1][0]) !== null;
    }

    /** Returns whether a line starts a record and has a time of 9 to 11 digits (R46j). */
    private static function is_full_start(string $line, int $all): bool
    {
        $record = self::not_found($line, $all) ?? self::head($line, $all)[0] ?? [];
        foreach (['last_timestamp', 'send_timestamp'] as $name) {
            if (($record[$name] ?? 0) >= 100_000_000 && $record[$name] < 100_000_000_000) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a line looks like the start of a record (R46). */
    private static function looks_like_start(string $line): bool
    {
        return preg_match('/\A(?:-?\d{1,2},\d{0,60},|-?\d{3,10},\d{9,11},\d{1,3},)/', $line) === 1;
    }

    /**
     * Parses the fixed fields at the start of a line. Returns the fields, the offset of their end,
     * and whether names with commas were joined. Returns null if the line has no valid fixed fields
     * (R46a).
     */
    private static function head(string $line, int $all): ?array
    {
        $names = self::HEAD[$all];
        $fields = explode(',', $line, count($names) + 1);
        if (count($fields) !== count($names) + 1 || !self::looks_like_start($line)) {
            return null;
        }
        $joined = $all === 2 && preg_match(self::COST, $fields[8]) !== 1 ? self::with_joined_names(explode(',', $line)) : null;
        $fields = $joined ?? $fields;
        $fields = array_slice($fields, 0, count($names));
        $head = self::numbers(['status', 'last_timestamp', 'err', 'send_timestamp'], $fields);
        if ($head === null) {
            return null;
        }
        foreach (array_slice($names, 4, null, true) as $index => $name) {
            $head[$name] = $fields[$index];
        }
        if ($head['cost'] !== '' && preg_match(self::COST, $head['cost']) !== 1) {
            return null;
        }
        return [$head, strlen(implode(',', $fields)) + 1, $joined !== null];
    }

    /**
     * Returns the fields of an all=2 line in which each piece of country, operator and region that
     * starts with a space is joined to the piece before, if that puts a cost into its slot (R43d).
     */
    private static function with_joined_names(array $fields): ?array
    {
        $is_cost = fn (string $field) => preg_match(self::COST, $field) === 1;
        if ($fields[8] === '' && !$is_cost($fields[9]) && !$is_cost($fields[10])) {
            return null;
        }
        $names = [];
        $rest = array_slice($fields, 5);
        while ($rest !== []) {
            if ($names !== [] && str_starts_with($rest[0], ' ')) {
                $names[count($names) - 1] .= ',' . array_shift($rest);
            } elseif (count($names) === 3) {
                break;
            } else {
                $names[] = array_shift($rest);
            }
        }
        $fits = count($names) === 3 && count($rest) > 3 && $is_cost($rest[0]);
        return $fits ? array_merge(array_slice($fields, 0, 5), $names, $rest) : null;
    }

    /** Parses the fields after the fixed ones: message, comment, type, id (R43). */
    private static function record(array $head, string $rest, bool $is_ambiguous, int $all, ?string $next): ?array
    {
        // R43c: a comma in a name has shifted the cost.
        $is_ambiguous = $is_ambiguous || ($all === 2 && $head['cost'] === '' && preg_match('/\A\d+\.\d{1,4}\n|\n\d+\.\d{1,4}\z/', "$head[sender_id]\n$head[status_name]") === 1);
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
            $is_ambiguous = $is_ambiguous || ($next !== null && self::head($next, $all) === null && self::not_found($next, $all) === null);
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

    /**
     * Parses a record with status -3 that ends after err (R13, R46g), or whose slots after err are
     * empty (R13a).
     */
    private static function not_found(string $line, int $all): ?array
    {
        if (!str_starts_with($line, '-3,')) {
            return null;
        }
        $fields = explode(',', $line);
        $slots = array_slice($fields, 0, $all === 0 ? -2 : -1);
        $count = count($slots);
        if ($count < ($all === 0 ? 4 : 3) || $count > self::HLR_SLOTS[$all]) {
            return null;
        }
        $names = $all === 0 ? self::HEAD[0] : [...self::HEAD[$all], ...self::TAIL];
        $record = self::numbers(self::HEAD[0], $slots);
        foreach (array_slice($slots, 3, null, true) as $index => $slot) {
            $name = $names[$index] ?? null;
            $may_be_zero = $name === 'send_timestamp' || $name === 'cost';
            if ($record === null || preg_match($may_be_zero ? '/\A0*\z/' : '/\A\z/', $slot) !== 1) {
                return null;
            }
            // An empty number or cost is absent.
            if ($slot !== '' ? $name === 'cost' : !in_array($name, [null, 'send_timestamp', 'cost', 'type'], true)) {
                $record[$name] = $slot;
            }
        }
        $record = $record === null ? null : self::with_id($record, $fields[$count]);
        return $record === null || ($all > 0 && !isset($record['id'])) ? null : $record + ['is_ambiguous' => false];
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

    /** Returns the record with its id; null if the id is invalid. */
    private static function with_id(array $record, string $id): ?array
    {
        if ($id !== '') {
            $record['id'] = self::id($id);
        }
        return array_key_exists('id', $record) && $record['id'] === null ? null : $record;
    }

    /** Returns an id, a number or a text; null if it is invalid (R3a). */
    private static function id(string $id): int|string|null
    {
        if (ctype_digit($id)) {
            return (int)$id >= 1 && (int)$id <= 0x7FFFFFFF ? (int)$id : null;
        }
        return preg_match('/\A(?!-\d+\z)[A-Za-z0-9._-]{1,40}\z/', $id) === 1 ? $id : null;
    }
}
