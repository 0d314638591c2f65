<?php

namespace Smsc\Polyfill;

/**
 * Finds the records of a batch in its lines (R46). Does not limit the length of a record (R46d).
 *
 * @internal
 */
final class Batch
{
    /** The most lines that are searched for a type and an id (R46k). */
    private const REGION = 64;

    private Layout $layout;
    /** @var list<string> the lines without their line ends */
    private array $lines;
    /** @var list<string> the lines with the CR of their line ends */
    private array $raw;
    /** @var ?array<int, array{?int, ?int, ?int}> what findNext() returns, once it is needed */
    private ?array $next = null;

    /** `body` has no line ends at its end (R20a). */
    public function __construct(string $body, Layout $layout)
    {
        $this->layout = $layout;
        $this->raw = $this->lines = explode("\n", $body);
        foreach ($this->lines as &$line) {
            if (substr($line, -1) === "\r") {
                $line = substr($line, 0, -1);
            }
        }
    }

    /**
     * Yields each record and each line that is none: the numbers of its first and last line, and the
     * record or null.
     *
     * @return \Generator<array{int, int, ?array}>
     */
    public function records(): \Generator
    {
        return $this->layout->all === 0 ? $this->short() : $this->long();
    }

    /** Returns the length of a line, with its line end except for the LF. */
    public function length(int $line): int
    {
        return strlen($this->raw[$line]);
    }

    /** Returns a line without its line end. */
    public function line(int $line): string
    {
        return $this->lines[$line];
    }

    /** Parses the lines of a reply to all=0, where every line is a record. */
    private function short(): \Generator
    {
        foreach ($this->lines as $at => $line) {
            yield [$at, $at, $this->layout->notFound($line, true) ?? Layout::numbers($line, true)];
        }
    }

    /**
     * Parses the lines of a reply to all=1 or all=2. A record starts with a head. It ends with the
     * first line that looks like an end and is the last line or is followed by a record start.
     */
    private function long(): \Generator
    {
        $count = count($this->lines);
        // The line that interrupted the last record (R46j).
        $interrupting = null;
        for ($at = 0; $at < $count; $at++) {
            $interrupts = $at === $interrupting;
            $record = $this->layout->notFound($this->lines[$at], true);
            $head = $record === null ? $this->layout->head($this->lines[$at]) : null;
            if ($head === null) {
                yield [$at, $at, $record === null ? null : ['is_ambiguous' => $interrupts] + $record];
                continue;
            }
            [$end, $is_end, $inside, $interrupting] = $this->findEnd($at, $head[1], $interrupting);
            $record = $is_end ? $this->between($at, $end, $head, $inside || $interrupts) : null;
            yield [$at, $record === null ? $at : $end, $record];
            if ($record !== null) {
                $at = $end;
            }
        }
    }

    /**
     * Finds the end of the record whose head is on this line and has this length. Returns the line,
     * whether it is an end, whether other records may start before it, and the line that interrupts
     * the record, if there is one.
     */
    private function findEnd(int $at, int $length, ?int $interrupting): array
    {
        if ($this->isLastLine($at)) {
            return [$at, true, false, $interrupting];
        }
        $this->next = $this->next ?? $this->findNext();
        [$start, $full_start, $end] = $this->next[$at + 1] ?? [null, null, null];
        if ($end !== null && ($full_start === null || $end < $full_start)) {
            return [$end, true, $start !== null && $start <= $end, $interrupting];
        }
        // R46k: the first line that ends in a type and an id.
        $stop = min($full_start ?? count($this->lines), $at + self::REGION);
        for ($line = $at; $line < $stop; $line++) {
            if (Layout::endsInTypeAndId($this->lines[$line], $line === $at ? $length : 0)) {
                return [$line, true, true, $full_start ?? $interrupting];
            }
        }
        return [$line, false, true, $full_start ?? $interrupting];
    }

    /** Returns whether a line is an end, and the last line or before a record start. */
    private function isLastLine(int $line): bool
    {
        $next = $this->lines[$line + 1] ?? null;
        return Layout::isEnd($this->lines[$line]) && ($next === null || Layout::looksLikeStart($next));
    }

    /**
     * Finds for each line the next one, itself included, that looks like the start of a record, that
     * is a full record start, and that is the last line of a record; null if there is none. To search
     * again from each head would take quadratic time.
     */
    private function findNext(): array
    {
        $next = [];
        $start = $full_start = $end = null;
        for ($line = count($this->lines) - 1; $line > 0; $line--) {
            $start = Layout::looksLikeStart($this->lines[$line]) ? $line : $start;
            $full_start = $this->layout->isFullStart($this->lines[$line]) ? $line : $full_start;
            $end = $this->isLastLine($line) ? $line : $end;
            $next[$line] = [$start, $full_start, $end];
        }
        return $next;
    }

    /** Parses the record on these lines. Returns null if the record is invalid. */
    private function between(int $at, int $end, array $head, bool $is_ambiguous): ?array
    {
        $whole = $this->lines[$at];
        if ($end > $at) {
            $whole = implode("\n", array_slice($this->raw, $at, $end - $at)) . "\n" . $this->lines[$end];
        }
        $next = $this->lines[$end + 1] ?? null;
        $record = $this->layout->record($head, substr($whole, $head[1]), $is_ambiguous, true, $next);
        // R46l: the type before a text id is no field of the head, and not the message.
        if ($end === $at && is_string($record['id'] ?? null) && !Layout::endsInTypeAndId($this->lines[$at], $head[1])) {
            return null;
        }
        return $record;
    }
}
