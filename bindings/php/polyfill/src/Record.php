<?php

namespace Smsc;

use Smsc\Polyfill\Charset;
use Smsc\Polyfill\Names;
use Smsc\Polyfill\Options;

/**
 * The record of one message in a reply. The properties have the names of the fields on the wire, and
 * are null if the reply does not have the field. Texts are UTF-8. Do not change the properties: in the
 * extension they are readonly.
 *
 * The constants are the known values of `status`. The sets of values of `status`, `err` and `type` are
 * open: a reply may contain any other number, which then has no name.
 */
final class Record
{
    /** Message not found */
    const NOT_FOUND = -3;
    /** Stopped */
    const STOPPED = -2;
    /** Waiting to be sent */
    const WAITING = -1;
    /** Handed to the operator */
    const HANDED_OVER = 0;
    /** Delivered */
    const DELIVERED = 1;
    /** Read */
    const READ = 2;
    /** Expired */
    const EXPIRED = 3;
    /** Link clicked */
    const LINK_CLICKED = 4;
    /** Reported as spam */
    const REPORTED_AS_SPAM = 6;
    /** Cannot be delivered */
    const UNDELIVERABLE = 20;
    /** Wrong number */
    const WRONG_NUMBER = 22;
    /** Forbidden */
    const FORBIDDEN = 23;
    /** Not enough money */
    const NO_MONEY = 24;
    /** Unavailable number */
    const UNAVAILABLE_NUMBER = 25;

    /** The status of the message: see the constants. */
    public int $status = 0;
    /** The time of the last status change, `DD.MM.YYYY hh:mm:ss` in the account's time zone. */
    public ?string $last_date = null;
    /** The time of the last status change, in Unix seconds. */
    public ?int $last_timestamp = null;
    /** Properties of the message as 16 bits: see `flags()`. */
    public ?int $flag = null;
    /** Why the message was not delivered: see `Err`, and for an e-mail `EmailErr`. */
    public ?int $err = null;
    /** HLR: the number of the SIM card. */
    public ?string $imsi = null;
    /** HLR: the number of the network's service centre. */
    public ?string $msc = null;
    /** HLR: the mobile country code. */
    public ?string $mcc = null;
    /** HLR: the mobile network code, such as `02`. */
    public ?string $mnc = null;
    /** HLR: the name of the home country. */
    public ?string $cn = null;
    /** HLR: the name of the home operator. */
    public ?string $net = null;
    /** HLR: the name of the country in which the subscriber roams. */
    public ?string $rcn = null;
    /** HLR: the name of the operator with which the subscriber roams. */
    public ?string $rnet = null;
    /** The time of sending, `DD.MM.YYYY hh:mm:ss` in the account's time zone. */
    public ?string $send_date = null;
    /** The time of sending, in Unix seconds. */
    public ?int $send_timestamp = null;
    /** The recipient: digits without `+`, or the address of an e-mail. */
    public ?string $phone = null;
    /** The country and network code of the phone number. */
    public ?string $mccmnc = null;
    /** The country of the phone number. */
    public ?string $country = null;
    /** The operator that serves the phone number. */
    public ?string $operator = null;
    /** The operator that originally issued the phone number. */
    public ?string $operator_orig = null;
    /** The region of the phone number. */
    public ?string $region = null;
    /**
     * The cost in the currency of the account, as written: a decimal number with at most 4
     * fraction digits. It is a string, because a float would not be exact.
     */
    public ?string $cost = null;
    /** The sender ID that the recipient saw. */
    public ?string $sender_id = null;
    /** The server's own name of the status. `statusName()` returns this project's name. */
    public ?string $status_name = null;
    /** The text of the message. If `is_ambiguous` is set, the text may end elsewhere. */
    public ?string $message = null;
    /** The comment that the client gave the message. */
    public ?string $comment = null;
    /** The type of the message: see `Type`. */
    public ?int $type = null;
    /** The number of parts of the message, or the duration of a call in seconds. */
    public ?int $sms_cnt = null;
    /** @var int|string|null The id of the message: an int, or a string if it is a text such as `order-77`. */
    public $id;
    /** The key by which get.php pages through the history. Only the history has this field. */
    public ?int $int_id = null;
    /** The format of the message in the history, in the server's notation. */
    public ?string $format = null;
    /** The checksum of the message in the history, in the server's notation. */
    public ?string $crc = null;
    /** Whether the record is an HLR reply. */
    public bool $is_hlr = false;
    /** Whether the record could be split into fields in several ways, and a rule chose one. */
    public bool $is_ambiguous = false;
    /** Whether `ids` were given and the record matches none of them. */
    public bool $unexpected = false;
    /** The option `kind` of the call. */
    public string $kind = 'auto';
    /**
     * Whether a text looks as if it were in UTF-8 and was read as windows-1251 or koi8-r. The
     * option `charset` is then probably not that of the request: try `utf-8`. The texts are
     * decoded in the charset of the option all the same.
     */
    public bool $looks_like_utf8 = false;

    private function __construct()
    {
    }

    /**
     * Creates a record from its fields, whose texts are bytes in this charset.
     *
     * @internal
     */
    public static function of(array $fields, string $charset, string $kind): self
    {
        $record = new self();
        $record->kind = $kind;
        unset($fields['row']);
        foreach ($fields as $name => $value) {
            if (is_string($value)) {
                $record->looks_like_utf8 = $record->looks_like_utf8 || Charset::looksLikeUtf8($value, $charset);
                $value = Charset::decode($value, $charset);
            }
            $record->$name = $value;
        }
        return $record;
    }

    /**
     * Returns the name of the status in `en`, `ru` or `fr`, or null if the status has no name.
     *
     * @throws OptionError if there is no such language
     */
    public function statusName(string $lang = 'en'): ?string
    {
        return Names::STATUS[$this->status][Options::lang(__METHOD__, $lang)] ?? null;
    }

    /**
     * Returns the name of `err` in `en`, `ru` or `fr`, or null if there is no `err` or it has no name.
     * The number 1, for example, has one meaning for an SMS and another one for an e-mail; the record
     * decides which one applies.
     *
     * @throws OptionError if there is no such language
     */
    public function errName(string $lang = 'en'): ?string
    {
        $lang = Options::lang(__METHOD__, $lang);
        if ($this->err === null) {
            return null;
        }
        if ($this->type !== null) {
            $is_email = $this->type === Type::EMAIL;
        } elseif ($this->kind !== 'auto') {
            $is_email = $this->kind === 'email';
        } else {
            $is_email = strpos((string)$this->phone, '@') !== false;
        }
        return ($is_email ? Names::EMAIL_ERR : Names::ERR)[$this->err][$lang] ?? null;
    }

    /**
     * Returns the name of the type in `en` or `ru`, or null if there is no type or it has no name. No
     * type has a name in `fr`.
     *
     * @throws OptionError if there is no such language
     */
    public function typeName(string $lang = 'en'): ?string
    {
        $lang = Options::lang(__METHOD__, $lang);
        return $this->type === null ? null : Names::TYPE[$this->type][$lang] ?? null;
    }
}
