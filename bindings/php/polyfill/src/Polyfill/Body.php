<?php

namespace Smsc\Polyfill;

/**
 * A body of fmt 1: an API error, a deletion, one record, or a batch (R11 to R15, R21, R49).
 *
 * @internal
 */
final class Body
{
    /** What may be a record at all (R49a). */
    private const BATCH = '/^-?\d/m';

    private string $body;
    /** The length of a byte order mark, which offsets count (R50). */
    private int $start;
    private Layout $layout;
    private bool $multi;

    public function __construct(string $body, int $all, bool $multi, string $kind)
    {
        $this->start = strncmp($body, "\xEF\xBB\xBF", 3) === 0 ? 3 : 0;
        $this->body = substr($body, $this->start);
        // Line ends at the end of a batch are no records (R20a); of a single reply, one is not read.
        $this->body = $multi ? rtrim($this->body, "\r\n") : (string)preg_replace('/\r?\n\z/', '', $this->body);
        $this->layout = new Layout($all, $kind);
        $this->multi = $multi;
    }

    /**
     * Returns the number of the API error that the body is, and the id in it; null if it is none.
     *
     * @return ?array{int, int|string|null}
     */
    public function apiError(): ?array
    {
        if (preg_match('/\A([A-Za-z0-9._-]{1,40}),-(\d{1,10})\z/', $this->body, $found) !== 1 || (int)$found[2] > 0x7FFFFFFF) {
            return null;
        }
        $id = Values::id($found[1]);
        return $id === null && $found[1] !== '0' ? null : [(int)$found[2], $id];
    }

    /** Returns whether the messages were deleted. */
    public function isDeleted(): bool
    {
        return $this->body === 'OK';
    }

    /** Returns what the body is instead of a reply, or null if it may be one. */
    public function whyNoReply(): ?string
    {
        $text = trim($this->body, " \t\r\n");
        if ($text === '') {
            return 'the body is empty';
        }
        if ($text[0] === '<') {
            return 'the body looks like HTML or XML';
        }
        if ($text[0] === '{' || $text[0] === '[') {
            return 'the body looks like JSON';
        }
        $first_mib = substr($this->body, 0, 1 << 20);
        if (preg_match($this->multi ? self::BATCH : '/\A-?\d/', $first_mib) !== 1) {
            return 'the body is some other text';
        }
        return !$this->multi && $this->layout->all === 0 && $this->isReplyOfSend()
            ? 'the body looks like a reply of send.php' : null;
    }

    /** Returns whether the time of a status is so early that it is a number of messages (R49b). */
    private function isReplyOfSend(): bool
    {
        $fields = explode(',', $this->body);
        $number = $fields[1] ?? '';
        return count($fields) >= 2 && count($fields) <= 4 && strspn($number, '0123456789') === strlen($number)
            && (int)$number >= 1 && (int)$number <= 999999999;
    }

    /**
     * Yields the records: the offsets of their start and end in the body, and the record or null.
     *
     * @return \Generator<array{int, int, ?array}>
     */
    public function records(): \Generator
    {
        if (!$this->multi) {
            yield [$this->start, $this->start + strlen($this->body), $this->single()];
            return;
        }
        $batch = new Batch($this->body, $this->layout);
        $offset = $this->start;
        foreach ($batch->records() as [$first, $last, $record]) {
            $start = $offset;
            for ($line = $first; $line <= $last; $line++) {
                $offset += $batch->length($line) + 1;
            }
            $end = $offset - 1 - $batch->length($last) + strlen($batch->line($last));
            yield [$start, $end, $record];
        }
    }

    /** Returns the bytes between two offsets. */
    public function slice(int $start, int $end): string
    {
        return (string)substr($this->body, $start - $this->start, $end - $start);
    }

    /** Parses the record of a single reply. */
    private function single(): ?array
    {
        $record = $this->layout->notFound($this->body, false);
        if ($record !== null) {
            return $record;
        }
        if ($this->layout->all === 0) {
            return Layout::numbers($this->body, false);
        }
        $head = $this->layout->head($this->body, false);
        if ($head === null) {
            return null;
        }
        $may_be_batch = Layout::looksLikeBatch($this->body);
        return $this->layout->record($head, substr($this->body, $head[1]), $may_be_batch, false, null);
    }
}
