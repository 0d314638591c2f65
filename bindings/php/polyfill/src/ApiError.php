<?php

namespace Smsc;

use Smsc\Polyfill\Names;
use Smsc\Polyfill\Options;

/**
 * Thrown if the server rejected the request. `getCode()` is the number that the server returned: see
 * the constants; other numbers are possible. The message contains the number and its English name.
 */
class ApiError extends \RuntimeException
{
    /** Error in the parameters */
    const PARAMETERS = 1;
    /** Wrong login or password */
    const AUTHORISATION = 2;
    /** Not enough money on the account */
    const NO_MONEY = 3;
    /** IP address temporarily blocked */
    const IP_BLOCKED = 4;
    /** Deletion failed */
    const DELETION = 5;
    /** Message forbidden (by text or sender) */
    const MESSAGE_FORBIDDEN = 6;
    /** Wrong phone number format */
    const NUMBER_FORMAT = 7;
    /** Cannot be delivered to this number */
    const UNDELIVERABLE = 8;
    /** Too many requests */
    const TOO_MANY_REQUESTS = 9;

    /** Null: an error of fmt 1 has no text. */
    public ?string $text = null;
    /** @var int|string|null The id of the message, in replies of `send.php`. */
    public $id = null;
    /** The script that replied: `send` if there is an id, which no other one adds, or `status`. */
    public string $endpoint = 'status';
    public bool $looks_like_utf8 = false;

    /**
     * @param int|string|null $id
     * @internal
     */
    public static function of(int $code, $id): self
    {
        $name = Names::API_ERROR[$code][0] ?? null;
        $error = new self("the server rejected the request with error $code" . ($name === null ? '' : ": $name"), $code);
        $error->id = $id;
        $error->endpoint = $id === null ? 'status' : 'send';
        return $error;
    }

    /**
     * Returns the name of the code in `en`, `ru` or `fr`, or null if the code has no name.
     *
     * @throws OptionError if there is no such language
     */
    public function name(string $lang = 'en'): ?string
    {
        return Names::API_ERROR[$this->getCode()][Options::lang(__METHOD__, $lang)] ?? null;
    }
}
