<?php

namespace Smsc\Polyfill;

/**
 * The rows of the vendor's `get_status()`.
 *
 * @internal
 */
final class Compat
{
    /** @return list<string>|list<list<string>> */
    public static function rows(string $bytes, int $all, bool $batch): array
    {
        $body = new Body($bytes, $all, $batch, 'auto');
        if ($bytes === '') {
            self::warn('byte 0: not an fmt=1 reply: the body is empty');
            return $batch ? [['', '']] : ['', ''];
        }
        if (strncmp($bytes, "\xEF\xBB\xBF", 3) === 0) {
            $bytes = substr($bytes, 3);
        }
        if ($body->apiError() !== null) {
            return explode(',', self::trimmed($bytes));
        }
        if ($body->isDeleted()) {
            return $batch ? self::lines($bytes) : explode(',', self::trimmed($bytes));
        }
        $reason = $body->whyNoReply();
        if ($reason !== null) {
            self::warn("byte 0: not an fmt=1 reply: $reason");
            return $batch ? self::lines($bytes) : explode(',', self::trimmed($bytes));
        }
        return $batch ? self::batch($body) : self::single($body, $bytes);
    }

    /** @return list<string> */
    private static function single(Body $body, string $bytes): array
    {
        foreach ($body->records() as [$start, , $record]) {
            if ($record !== null) {
                return $record['row'];
            }
            self::warn("byte $start: this record cannot be parsed");
        }
        return explode(',', self::trimmed($bytes));
    }

    /** @return list<list<string>> */
    private static function batch(Body $body): array
    {
        $rows = [];
        $malformed = 0;
        foreach ($body->records() as [$start, $end, $record]) {
            $rows[] = $record['row'] ?? explode(',', $body->slice($start, $end));
            if ($record === null && $malformed++ === 0) {
                self::warn("byte $start: this record cannot be parsed");
            }
        }
        if ($malformed > 1) {
            $more = $malformed - 1;
            self::warn("$more more record" . ($more === 1 ? '' : 's') . ' cannot be parsed');
        }
        return $rows;
    }

    /** Splits each line at every comma, as the vendor's function does. */
    private static function lines(string $bytes): array
    {
        $rows = [];
        foreach (explode("\n", (string)preg_replace('/\n\z/', '', $bytes)) as $line) {
            $rows[] = explode(',', substr($line, -1) === "\r" ? substr($line, 0, -1) : $line);
        }
        return $rows;
    }

    /** Returns a body without the line end at its end. */
    private static function trimmed(string $bytes): string
    {
        return (string)preg_replace('/\r?\n\z/', '', $bytes);
    }

    /** Raises a warning, which contains no bytes of the body. */
    private static function warn(string $message): void
    {
        trigger_error("smsc_get_status_compat(): $message", E_USER_WARNING);
    }
}
