<?php

namespace Smsc\Polyfill;

use Smsc\Record;
use Smsc\Type;

/**
 * The fields of a line of fmt 1 with this `all`, and how a record starts and ends (R13, R22 to R24,
 * R41, R46 of docs/protocol.md).
 *
 * @internal
 */
final class Layout
{
    /** The names of the fields before the message, by `all`; then those after it. */
    private const HEAD = [
        0 => ['status', 'last_timestamp', 'err'],
        1 => ['status', 'last_timestamp', 'err', 'send_timestamp', 'phone', 'cost', 'sender_id', 'status_name'],
        2 => ['status', 'last_timestamp', 'err', 'send_timestamp', 'phone', 'country', 'operator', 'region', 'cost', 'sender_id', 'status_name'],
    ];
    private const TAIL = ['message', 'comment', 'type'];
    /** The number of slots of an HLR reply, and the slot of its sender. */
    private const HLR_SLOTS = [11, 18, 21];
    private const HLR_SENDER = [null, 14, 17];
    /** A line that looks like the start of a record (R46, R46b), also with a full time (R21a). */
    private const START = '/\A(?:-?\d{1,2},\d{0,60},|-?\d{3,10},\d{9,11},\d{1,3},)/';
    private const TIMED_START = '/\n(?:-?\d{1,2},\d{9,11},|-?\d{3,10},\d{9,11},\d{1,3},)/';
    private const TYPE_AND_ID = '/, ?(?:\d|0\d|1[0-5]),([^,]+)\z/';

    public int $all;
    /** Whether a line may be an HLR reply. */
    private bool $may_be_hlr;

    public function __construct(int $all, string $kind)
    {
        $this->all = $all;
        $this->may_be_hlr = $kind === 'auto';
    }

    /** Returns whether a line looks like the start of a record. */
    public static function looksLikeStart(string $line): bool
    {
        return preg_match(self::START, $line) === 1;
    }

    /** Returns whether a later line of a single reply shows that the reply may be a batch (R21a). */
    public static function looksLikeBatch(string $body): bool
    {
        return preg_match(self::TIMED_START, $body) === 1;
    }

    /** Returns whether a line starts a record and has a time of 9 to 11 digits (R46j). */
    public function isFullStart(string $line): bool
    {
        $record = $this->notFound($line, true) ?? $this->head($line)[0] ?? [];
        foreach (['last_timestamp', 'send_timestamp'] as $name) {
            if (($record[$name] ?? 0) >= 100000000 && $record[$name] < 100000000000) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a line ends in an id; a text id needs a type before it (R46, R46l). */
    public static function isEnd(string $line): bool
    {
        $comma = strrpos($line, ',');
        $id = $comma === false ? null : Values::id(substr($line, $comma + 1));
        return is_int($id) || ($id !== null && self::endsInTypeAndId($line, 0));
    }

    /** Returns whether a line ends in a type and an id, with the type after the offset (R46k). */
    public static function endsInTypeAndId(string $line, int $offset): bool
    {
        return preg_match(self::TYPE_AND_ID, $line, $found, PREG_OFFSET_CAPTURE) === 1
            && $found[0][1] >= $offset && Values::id($found[1][0]) !== null;
    }

    /**
     * Parses a record whose fields are all numbers: of a reply to all=0, with id and phone in a
     * batch. Returns null if the line is no such record.
     */
    public static function numbers(string $line, bool $batch): ?array
    {
        $fields = explode(',', $line);
        $count = count($fields);
        if ($batch ? $count !== 5 : ($count !== 2 && $count !== 3)) {
            return null;
        }
        $record = Values::numbers(array_slice(self::HEAD[0], 0, $count), $fields);
        if ($record !== null && $batch) {
            $record = Values::withId($record, $fields[3]);
        }
        if ($record !== null && $batch) {
            $record['phone'] = $fields[4];
        }
        return $record === null ? null : $record + ['is_ambiguous' => false, 'row' => $fields];
    }

    /**
     * Parses the fixed fields at the start of a line. Returns the fields, the offset of their end,
     * whether names with commas were joined, and the fields as they were written. Returns null if
     * the line has no valid fixed fields (R46a), or is that of an HLR reply. In a batch, the line must
     * also look like the start of a record.
     */
    public function head(string $line, bool $batch = true): ?array
    {
        $names = self::HEAD[$this->all];
        $fields = explode(',', $line, count($names) + 1);
        if (count($fields) !== count($names) + 1 || ($batch && !self::looksLikeStart($line))) {
            return null;
        }
        if ($this->mayBeHlr($fields) && $this->hasHlrSender($line)) {
            return null;
        }
        $joined = $this->all === 2 && !Values::isCost($fields[8]) ? self::withJoinedNames(explode(',', $line)) : null;
        $fields = array_slice($joined ?? $fields, 0, count($names));
        $head = Values::numbers(['status', 'last_timestamp', 'err', 'send_timestamp'], $fields);
        if ($head === null) {
            return null;
        }
        foreach (array_slice($names, 4, null, true) as $index => $name) {
            $head[$name] = $fields[$index];
        }
        if ($head['cost'] !== '' && !Values::isCost($head['cost'])) {
            return null;
        }
        return [$head, strlen(implode(',', $fields)) + 1, $joined !== null, $fields];
    }

    /**
     * Returns whether these fields may be those of an HLR reply whose imsi is empty, if its type or
     * sender says so (R41). With an imsi they are no valid fields of a message.
     */
    private function mayBeHlr(array $fields): bool
    {
        return $this->may_be_hlr && $fields[3] === '' && (int)$fields[0] !== Record::NOT_FOUND;
    }

    /** Returns whether the slot of the sender is HLR, also after names with commas (R41a, R45a). */
    private function hasHlrSender(string $line): bool
    {
        $slots = explode(',', $line);
        $names = $this->all === 2 ? '(?:[^,]*,){3,}' : '';
        return ($slots[self::HLR_SENDER[$this->all]] ?? null) === 'HLR'
            || preg_match("/(?:\\A|,)\\d{1,10},[^,]*,$names\\d+(?:\\.\\d{1,4})?,HLR(?:,|\\z)/", implode(',', array_slice($slots, 11))) === 1;
    }

    /**
     * Returns the fields of an all=2 line in which each piece of country, operator and region that
     * starts with a space is joined to the piece before, if that puts a cost into its slot (R43d).
     */
    private static function withJoinedNames(array $fields): ?array
    {
        if ($fields[8] === '' && !Values::isCost($fields[9]) && !Values::isCost($fields[10])) {
            return null;
        }
        $names = [];
        $rest = array_slice($fields, 5);
        while ($rest !== []) {
            if ($names !== [] && $rest[0] !== '' && $rest[0][0] === ' ') {
                $names[count($names) - 1] .= ',' . array_shift($rest);
            } elseif (count($names) === 3) {
                break;
            } else {
                $names[] = array_shift($rest);
            }
        }
        $fits = count($names) === 3 && count($rest) > 3 && Values::isCost($rest[0]);
        return $fits ? array_merge(array_slice($fields, 0, 5), $names, $rest) : null;
    }

    /**
     * Parses the fields after the fixed ones: message, comment, type, and in a batch the id (R43).
     * `next` is the line after the record. Returns null if the id is invalid, or if the record is an
     * HLR reply.
     */
    public function record(array $found, string $rest, bool $is_ambiguous, bool $batch, ?string $next): ?array
    {
        [$head, , $is_joined, $row] = $found;
        $is_ambiguous = $is_ambiguous || $is_joined;
        // R43c: a comma in a name has shifted the cost.
        if ($this->all === 2 && $head['cost'] === '') {
            $shifted = preg_match('/\A\d+\.\d{1,4}\n|\n\d+\.\d{1,4}\z/', "$head[sender_id]\n$head[status_name]") === 1;
            $is_ambiguous = $is_ambiguous || $shifted;
        }
        $id = '';
        if ($batch) {
            $comma = strrpos($rest, ',');
            $id = $comma === false ? '' : substr($rest, $comma + 1);
            $head = $comma === false ? null : Values::withId($head, $id);
            if ($head === null) {
                return null;
            }
            $rest = substr($rest, 0, (int)$comma);
        }
        $text = Text::split($rest);
        if ($text->type === null) {
            // R46i: the line with the end may be a line of the text.
            $is_ambiguous = $is_ambiguous
                || ($next !== null && $this->head($next) === null && $this->notFound($next, true) === null);
        } elseif ((int)$text->type === Type::HLR && $this->mayBeHlr($row)) {
            return null;
        }
        if ($head['cost'] === '') {
            unset($head['cost']);
        }
        $head['message'] = $text->message;
        if ($text->comment !== null) {
            $head['comment'] = $text->comment;
        }
        if ($text->type !== null) {
            $head['type'] = (int)$text->type;
        }
        $head['is_ambiguous'] = $is_ambiguous || $text->is_ambiguous;
        array_push($row, $text->message, $text->comment ?? '', $text->type ?? '');
        $head['row'] = $batch ? array_merge($row, [$id]) : $row;
        return $head;
    }

    /**
     * Parses a record with status -3 that ends after err (R13, R46g), or whose slots after err are
     * empty (R13a). Returns null if the line is no such record.
     */
    public function notFound(string $line, bool $batch): ?array
    {
        if (strncmp($line, '-3,', 3) !== 0) {
            return null;
        }
        $fields = explode(',', $line);
        $more = !$batch ? 0 : ($this->all === 0 ? 2 : 1);
        $slots = array_slice($fields, 0, count($fields) - $more);
        $count = count($slots);
        if ($count < ($this->all === 0 ? 4 : 3) || $count > self::HLR_SLOTS[$this->all]) {
            return null;
        }
        $names = $this->all === 0 ? self::HEAD[0] : array_merge(self::HEAD[$this->all], self::TAIL);
        $record = Values::numbers(self::HEAD[0], $slots);
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
        if ($record === null) {
            return null;
        }
        if ($batch) {
            $record = Values::withId($record, $fields[$count]);
            if ($record === null || ($this->all > 0 && !isset($record['id']))) {
                return null;
            }
        }
        if ($more === 2) {
            $record['phone'] = $fields[$count + 1];
        }
        // Missing fields of older layouts are empty, so that an id has the same index in all.
        if (isset($record['message']) && !isset($record['comment'])) {
            array_splice($fields, $count, 0, ['', '']);
        }
        return $record + ['is_ambiguous' => false, 'row' => $fields];
    }
}
