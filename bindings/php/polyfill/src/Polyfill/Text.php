<?php

namespace Smsc\Polyfill;

/**
 * The message, the comment and the type at the end of a record (R43).
 *
 * @internal
 */
final class Text
{
    public string $message;
    public ?string $comment = null;
    /** As it was written. */
    public ?string $type = null;
    public bool $is_ambiguous = false;

    private function __construct(string $message)
    {
        $this->message = $message;
    }

    /** Splits what is between the fixed fields and the id. */
    public static function split(string $rest): self
    {
        $text = new self($rest);
        if (preg_match('/\A(.*),( ?)(\d|0\d|1[0-5])\z/s', $rest, $found) !== 1) {
            return $text;
        }
        [, $message, $space, $text->type] = $found;
        $text->message = $message;
        $any = substr_count($message, ',');
        if ($any === 0) {
            return $text;
        }
        $spaced = substr_count($message, ', ');
        $fitting = $space === '' ? $any - $spaced : $spaced;
        $text->is_ambiguous = $any > 1 || $fitting === 0;
        $at = strrpos($message, ',');
        // The last comma of the layout's kind.
        $pattern = $space === '' ? '/,(?! )(?!.*,(?! ))/s' : '/, (?!.*, )/s';
        if ($fitting > 0 && preg_match($pattern, $message, $found, PREG_OFFSET_CAPTURE) === 1) {
            $at = $found[0][1];
        }
        $text->message = substr($message, 0, $at);
        $text->comment = substr($message, $at + 1);
        if ($space !== '' && strncmp($text->comment, ' ', 1) === 0) {
            $text->comment = substr($text->comment, 1);
        }
        return $text;
    }
}
