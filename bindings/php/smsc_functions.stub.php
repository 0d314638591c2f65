<?php

/** @generate-class-entries */

namespace {
    /**
     * Parses the reply to a request to `status.php`, and returns its items in order.
     *
     * The options are those of the request:
     *
     * - `fmt`: the format of the reply, 0 to 3.
     * - `all`: the level of detail, 0 to 2.
     * - `multi`: true if the request named several messages, or one with a comma after it.
     * - `charset`: `windows-1251` (or `cp1251`, `win-1251`), `koi8-r`, or `utf-8` (or `utf8`).
     *   Upper and lower case are the same, as in all names of options.
     * - `kind`: what the messages are, if you know: `auto`, `sms`, `hlr` or `email`.
     * - `ids`: the requested ids and phones in order, or null: a list of `[id, phone]` pairs, a
     *   list of rows (arrays or objects) with `id` and `phone`, or an array of phones by id. All
     *   entries have the same form. An id is an int, or a string if it is a text; a string of
     *   digits is the number. A phone is not empty. It is digits with the country code, as SMSC.ru
     *   prints it; other forms are compared with that by their digits, and 8 (999) 000-00-02 is
     *   79990000002.
     *
     * The items are
     *
     * - `Smsc\Record`, one message;
     * - `Smsc\Malformed`, a record of a batch that cannot be parsed. It is an item and not an
     *   exception, so that the records before and after it are not lost;
     * - `Smsc\Missing`, with `ids` only: a requested pair without a record;
     * - `Smsc\Deleted`, the reply to a request with `del=1`.
     *
     * With `ids` the pairs also decide where a record ends if its text leaves that open, and a
     * record that was not requested has `unexpected`.
     *
     * @return list<Smsc\Record|Smsc\Malformed|Smsc\Missing|Smsc\Deleted>
     * @throws Smsc\ApiError if the server rejected the request
     * @throws Smsc\MalformedReply if the body is not a reply, if the record of a single reply
     *     cannot be parsed, or if no record of a batch can be parsed: then the options are most
     *     likely not those of the request. `smsc_iterate` returns the items of such a batch, too
     * @throws Smsc\OptionError if an option has an invalid value
     */
    function smsc_parse(
        #[\SensitiveParameter] string $body,
        int $fmt = 1,
        int $all = 0,
        bool $multi = false,
        string $charset = "windows-1251",
        string $kind = "auto",
        #[\SensitiveParameter] ?array $ids = null,
    ): array {}

    /**
     * Returns the items of a reply as an iterable, which parses each item when the loop reaches the
     * item. Use this function for large batches, and for batches that are received in chunks.
     *
     * `source` is a body, an open stream, or the chunks of a batch's body: an array, a generator or
     * any other Traversable of strings of any length. At most one chunk (of a stream, 64 KiB) and a
     * window are in memory at a time; the window is large enough for the longest possible record
     * (1 MiB). Streams and chunks are always parsed as a batch, even if `multi` is false. The other
     * options and the items are those of `smsc_parse`.
     *
     * A stream is read from its current position to its end, can be traversed only once, and is not
     * closed.
     *
     * The iteration, and not this function, throws what `smsc_parse` throws about a reply, except
     * for a batch without any record that can be parsed. The iteration throws a TypeError for a
     * chunk that is not a string and for a stream that was closed meanwhile, a RuntimeException if
     * a stream cannot be read to its end, and passes on what the source throws.
     *
     * @param string|array|Traversable|resource $source
     * @phpstan-param string|iterable<string>|resource $source
     * @throws Smsc\OptionError if an option has an invalid value
     */
    function smsc_iterate(
        #[\SensitiveParameter] $source,
        int $fmt = 1,
        int $all = 0,
        bool $multi = true,
        string $charset = "windows-1251",
        string $kind = "auto",
        #[\SensitiveParameter] ?array $ids = null,
    ): \Smsc\Records {}

    /**
     * Splits the raw body of a reply in fmt 1 into fields, as the vendor's `get_status()` does, but
     * with every field at its index.
     *
     * `all` and `ids` are the parameters `all` and `id` of the request. Without a comma in `ids`
     * the function returns one row, a list of strings in the charset of the request; with a comma
     * it returns a list of rows. The message is at index 8 (all=1) or 11 (all=2), followed by the
     * comment, the type and, in a batch, the id. Comment and type are "" if the reply has an older
     * layout without them. An id is returned as it was written, also if it is a text. The row of an
     * HLR reply has the order that the vendor documents. If a record ends early, so does its row.
     *
     * Differences from the vendor's function:
     *
     * - The message, the comment and the type of a single message are three fields, not one.
     * - Commas and line breaks in the texts of a batch do not shift any field.
     * - The line break after the last line does not add a row.
     *
     * An API error is returned as `["0", "-<code>"]`, in a batch too. An empty body is returned as
     * `["", ""]`, in a batch as one such row. Both are what the vendor's function returns. Anything
     * that cannot be parsed is split at every comma (in a batch also at every line break), as the
     * vendor's function does, so that no byte is lost. The function then raises a warning that
     * names the offset and the reason, and contains no bytes of the body. In a batch it warns of
     * the first record that cannot be parsed, and at the end of the number of the others.
     *
     * @return list<string>|list<list<string>>
     * @throws Smsc\OptionError if `all` is not 0, 1 or 2
     */
    function smsc_get_status_compat(
        #[\SensitiveParameter] string $body,
        int $all,
        string $ids,
    ): array {}

    /**
     * Explains a code, a text or a receipt that is not in a reply of `status.php`, and returns its
     * outcomes: what happened, and what to do. (For a reply use `Smsc\Record::outcome()` and
     * `Smsc\ApiError::outcome()`.)
     *
     * Pass exactly one of
     *
     * - `status`, the number of a status, optionally with its `err` and the `type` of the message
     *   (SMS if null);
     * - `api_error`, the number of an API error, with the `endpoint` that returned it: `status`,
     *   `send`, `balance`, `history`, `info` or `wait_call`. Without the endpoint every meaning of
     *   the number is returned;
     * - `text`, a text from a log, whoever wrote it: SMSC.ru, GetCourse or ClickSend;
     * - `getcourse`, a text that GetCourse shows in place of a code, or the vendor's Russian name
     *   of a code. Case, spaces and punctuation do not matter;
     * - `clicksend`, words of ClickSend's status, code or description, in English or French. For a
     *   number, both the row of the help page and the error code of a receipt are returned;
     * - `clicksend_row`, the number of a row of the help page;
     * - `clicksend_error`, the `error_code` of a receipt;
     * - `clicksend_receipt`, a receipt or history entry, from `json_decode` or `$_POST`. The keys
     *   `status`, `status_code`, `error_code` and `error_text` count, also under `data`.
     *
     * `lang` is the language of the outcome's texts: `en`, `ru` or `fr`.
     *
     * @return list<Smsc\Outcome> the meanings, best first: several if nothing decides between them;
     *     an empty list for an unknown text
     * @throws Smsc\OptionError if not exactly one of them is given, if `err` or `type` is given
     *     without `status` or `endpoint` without `api_error`, if a number is out of range, if a
     *     text is not UTF-8, if a receipt has none of its keys or one of a wrong type, or if there
     *     is no such language or endpoint
     */
    function smsc_explain(
        ?int $status = null,
        ?int $err = null,
        ?int $type = null,
        ?int $api_error = null,
        ?string $getcourse = null,
        int|string|null $clicksend = null,
        string $lang = "en",
        ?string $endpoint = null,
        ?string $text = null,
        ?int $clicksend_row = null,
        ?int $clicksend_error = null,
        ?array $clicksend_receipt = null,
    ): array {}

    /**
     * Returns what each status of one message tells beside the others.
     *
     * `statuses` are all statuses of the message, the oldest first: each an int, or a pair of a
     * status and its err. `type` is that of the message (SMS if null), and `lang` the language of
     * the texts. The state of the message is that of the outcome whose `decides` is true: the last
     * final status, or the last one if none is final; -3 only if there is no other.
     *
     * @param array $statuses each an int, or a status and its err
     * @return list<Smsc\Outcome> an outcome for each status, with `decides` and `remark`
     * @throws Smsc\OptionError if a status is none, if there are over 1,000, if a number is out of
     *     range, or if there is no such language
     */
    function smsc_story(array $statuses, ?int $type = null, string $lang = "en"): array {}

    /**
     * Makes a request to the service. It sends nothing: send the result with any HTTP client.
     *
     * `call` is one of these, with its own options; null or false is an option that is not given:
     *
     * - `status`, the statuses of messages: `ids`, as in `smsc_parse`; `multi`, true for a batch,
     *   which may have one message; `all`, the level of detail, 0 to 2; `kind`, what the messages
     *   are, if you know;
     * - `delete`, the deletion of messages: `ids`, `multi`;
     * - `balance`: `cur`, true to request the currency;
     * - `history`, a page of the sent messages: `start` and optionally `end`, days as `29.11.2026`;
     *   `phones`, only messages to these, or `emails`, only e-mails to these or, if the list is
     *   empty, all e-mails; `cnt`, 1 to 1000 messages; `prev_id`, the
     *   `int_id` that the page goes on from;
     * - `incoming`, incoming messages: `hour`, those of the last 1 to 168 hours; `after_id`, those
     *   after this one; `to_phone`, those to this number;
     * - `statistics`: `start` and `end`;
     * - `operator`: `phone`;
     * - `send`, a message: `phones`, `text`; `kind`: `sms`, `flash`, `push`, `hlr`, `bin`, `ping`,
     *   `mms`, `mail`, `call`, `viber`, `soc`, `tg` or `whatsapp`; `id`, your own id; `sender`;
     *   `time`: `DDMMYYhhmm`, `DD.MM.YY hh:mm`, `h1-h2`, `0` and Unix seconds, or `+` and minutes;
     *   `valid`: 1 to 24 hours, or `hh:mm`; `translit`, 0 to 2; `cost`, 0 to 3; `err` and `op`,
     *   true for lists of the phones.
     *
     * Every call has
     *
     * - `apikey`, or `login` and `psw`: the credentials;
     * - `fmt`, the format of the reply: null for 3, of a batch for 1;
     * - `charset`, that of the request and of its reply: `windows-1251`, `koi8-r` or `utf-8`;
     * - `host`, with a port if it is not the usual one: null for smsc.ru;
     * - `plain_http`, true for HTTP without encryption: for tests on your own machine.
     *
     * All texts are in UTF-8. Options can also be spread from an array: `...$options`.
     *
     * @param array|null $phones strings or ints
     * @param array|null $emails strings
     * @throws Smsc\RequestError if the request cannot be sent as it is
     * @throws Smsc\OptionError if an option has an invalid value, or if the call has no such option
     */
    function smsc_request(
        string $call,
        ?int $fmt = null,
        ?int $all = null,
        bool $multi = false,
        string $charset = "utf-8",
        ?string $kind = null,
        #[\SensitiveParameter] ?array $ids = null,
        #[\SensitiveParameter] ?string $apikey = null,
        #[\SensitiveParameter] ?string $login = null,
        #[\SensitiveParameter] ?string $psw = null,
        #[\SensitiveParameter] ?string $host = null,
        bool $plain_http = false,
        #[\SensitiveParameter] ?array $phones = null,
        #[\SensitiveParameter] ?array $emails = null,
        #[\SensitiveParameter] ?string $text = null,
        int|string|null $id = null,
        #[\SensitiveParameter] ?string $sender = null,
        ?string $time = null,
        ?string $valid = null,
        ?int $translit = null,
        ?int $cost = null,
        bool $err = false,
        bool $op = false,
        ?string $start = null,
        ?string $end = null,
        ?int $cnt = null,
        ?int $prev_id = null,
        ?int $hour = null,
        int|string|null $after_id = null,
        #[\SensitiveParameter] ?string $to_phone = null,
        #[\SensitiveParameter] ?string $phone = null,
        bool $cur = false,
    ): \Smsc\Request {}

    /**
     * Parses the reply to a request to `send.php`. `Smsc\Request::parse()` does so with the options
     * of the request.
     *
     * The options are those of the request, and have the same defaults as in `smsc_request`:
     *
     * - `fmt`: the format of the reply, 0 to 3;
     * - `charset`: `windows-1251`, `koi8-r` or `utf-8`;
     * - `cost`: 0 to 3, which decides what the values mean. With 1 the reply is a `Smsc\Price`.
     *
     * The successful reply of fmt 2 was never seen, so it is an exception; API errors are parsed in
     * every fmt. If a `Smsc\MalformedReply` is thrown, the message may have been sent all the same:
     * do not send it again, but ask for the status of the id that you gave it.
     *
     * @throws Smsc\ApiError if the server rejected the request
     * @throws Smsc\MalformedReply if the body is not a reply to such a request, if it cannot be
     *     parsed, or if its form is not supported
     * @throws Smsc\OptionError if an option has an invalid value
     */
    function smsc_parse_send(
        #[\SensitiveParameter] string $body,
        int $fmt = 3,
        string $charset = "utf-8",
        int $cost = 0,
    ): \Smsc\Sent|\Smsc\Price {}

    /**
     * Parses the reply to a request for the balance. The options are `fmt` and `charset`, as in
     * `smsc_parse_send`.
     *
     * @throws Smsc\ApiError if the server rejected the request
     * @throws Smsc\MalformedReply if the body is not a reply to such a request, if it cannot be
     *     parsed, or if its form is not supported
     * @throws Smsc\OptionError if an option has an invalid value
     */
    function smsc_parse_balance(
        #[\SensitiveParameter] string $body,
        int $fmt = 3,
        string $charset = "utf-8",
    ): \Smsc\Balance {}

    /**
     * Parses the reply to a request for the operator of a phone. The options are `fmt`, 0 or 3, and
     * `charset`, as in `smsc_parse_send`; in other formats only API errors are known.
     *
     * @throws Smsc\ApiError if the server rejected the request
     * @throws Smsc\MalformedReply if the body is not a reply to such a request, if it cannot be
     *     parsed, or if its form is not supported
     * @throws Smsc\OptionError if an option has an invalid value
     */
    function smsc_parse_operator(
        #[\SensitiveParameter] string $body,
        int $fmt = 3,
        string $charset = "utf-8",
    ): \Smsc\Operator {}

    /**
     * Parses the reply to a request for incoming messages, which is known in fmt 3 alone. The
     * option is `charset`, as in `smsc_parse_send`.
     *
     * A message that cannot be parsed is a `Smsc\Malformed` in its place.
     *
     * @return list<Smsc\Incoming|Smsc\Malformed>
     * @throws Smsc\ApiError if the server rejected the request
     * @throws Smsc\MalformedReply if the body is not a reply to such a request, or if its form is
     *     not supported
     * @throws Smsc\OptionError if an option has an invalid value
     */
    function smsc_parse_incoming(
        #[\SensitiveParameter] string $body,
        string $charset = "utf-8",
    ): array {}

    /**
     * Parses the reply to a request for statistics, which is known in fmt 3 alone; in other formats
     * only API errors are known. The options are `fmt` and `charset`, as in `smsc_parse_send`.
     *
     * A row that cannot be parsed is a `Smsc\Malformed` in its place.
     *
     * @return list<Smsc\Statistics|Smsc\Malformed>
     * @throws Smsc\ApiError if the server rejected the request
     * @throws Smsc\MalformedReply if the body is not a reply to such a request, or if its form is
     *     not supported
     * @throws Smsc\OptionError if an option has an invalid value
     */
    function smsc_parse_statistics(
        #[\SensitiveParameter] string $body,
        int $fmt = 3,
        string $charset = "utf-8",
    ): array {}

    /**
     * Parses a push notification, and verifies its signature: returns it only if the signature is
     * right.
     *
     * `notification` is the raw body of the request, or the query of a GET, or the fields of a form
     * as `$_POST` has them. Pass the raw body, `file_get_contents('php://input')`, where you can: a
     * framework may have changed the values, and the signature is that of the original bytes. PHP
     * has decoded the percent-escapes of `$_POST`, so the values are bytes in the charset of the
     * handler. A known field with another value than a string, such as the array of `id[]=1`, is an
     * error.
     *
     * `secret` is the value of `md5` or `sha1` in the URL of the handler. The options are
     *
     * - `fmt`: the format of the body, `form`, `xml` (`fmt=2` in the URL) or `json` (`fmt=3`);
     * - `charset`: that in the URL.
     *
     * Stack traces do not show `fmt` either, because a secret in its place is an easy mistake.
     *
     * @param array|string $notification
     * @phpstan-param array<mixed>|string $notification
     * @throws Smsc\CallbackError if the notification cannot be parsed, if it has no signature that
     *     can be verified, if the signature is wrong, or if the signed text could be read in
     *     another way
     * @throws Smsc\OptionError if an option has an invalid value
     */
    function smsc_verify_callback(
        #[\SensitiveParameter] array|string $notification,
        #[\SensitiveParameter] string $secret,
        #[\SensitiveParameter] string $fmt = "form",
        string $charset = "windows-1251",
    ): \Smsc\Callback {}

    /**
     * Parses a push notification without verifying its signature: **anybody can have sent it.** The
     * result has `verified` false and an empty `covered`. Otherwise as `smsc_verify_callback`.
     *
     * @param array|string $notification
     * @phpstan-param array<mixed>|string $notification
     * @throws Smsc\CallbackError if the notification cannot be parsed
     * @throws Smsc\OptionError if an option has an invalid value
     */
    function smsc_parse_callback(
        #[\SensitiveParameter] array|string $notification,
        #[\SensitiveParameter] string $fmt = "form",
        string $charset = "windows-1251",
    ): \Smsc\Callback {}

    /**
     * Returns what to do after a request failed: wait and send it again, ask for the status first,
     * or stop. It waits for nothing and sends nothing.
     *
     * - `call`: `status`, `status_batch`, `delete`, `send`, `price` (send with cost 1), `balance`,
     *   `history` (also incoming messages and statistics), `operator` or `wait_call`;
     * - `failure`: `unreachable`, `tls` or `invalid`, if nothing was sent; `unanswered`, if there
     *   was no reply or only a part of one, and if it is not known whether anything was sent;
     *   `not_a_reply`; `http_status`; or `rejected`, with an API error;
     * - `attempt`: the number of this try, from 1;
     * - `code`: the HTTP status or the number of the API error, for the last two failures alone;
     * - `since_ms`: the milliseconds since the last like request was sent, which may be the failed
     *   one; 0 if unknown;
     * - `next_host`: false if there is no other host than the one that was tried;
     * - `throttled`: true if the try before this one also failed with error 9 or HTTP status 429;
     * - `blocked`: true if all calls were stopped for error 4 before, and none succeeded since;
     * - `random`: from 0 to 4294967295, for tests; null for a random number.
     *
     * @throws Smsc\OptionError if there is no such call or failure, if a number is out of range, or
     *     if a code is missing or not wanted
     */
    function smsc_advise(
        string $call,
        string $failure,
        int $attempt = 1,
        ?int $code = null,
        int $since_ms = 0,
        bool $next_host = true,
        bool $throttled = false,
        bool $blocked = false,
        ?int $random = null,
    ): \Smsc\Advice {}

    /**
     * Returns what to do about a message whose sending was not answered, after its status was asked
     * for.
     *
     * - `status`: the status, `-3` if the message is not found; null if the request for it failed.
     *   Of a message with several phones, any other status than -3 if one phone has it;
     * - `since_ms`: the milliseconds since the message was last sent; 0 if unknown;
     * - `history_kept`: whether the account is known to keep its history for a day or more;
     * - `sent_again`: whether the message was sent again already on the advice `send_again`;
     * - `random`: as in `smsc_advise`.
     *
     * @throws Smsc\OptionError if a number is out of range
     */
    function smsc_advise_after_status(
        ?int $status,
        int $since_ms = 0,
        bool $history_kept = false,
        bool $sent_again = false,
        ?int $random = null,
    ): \Smsc\Advice {}

    /**
     * Merges reports of one message, in any order, into what is known of it.
     *
     * A later status replaces an earlier one; an end (delivered or not) replaces what was before it,
     * and read and clicked replace an end. What a report lacks is taken from the others, but the
     * `err`, the times and the name of a status are never those of another status. -3 is no state
     * but a mark. A report that is ambiguous is less than others of its status.
     *
     * - `reports`: the reports of one message, in any format: of replies, of push notifications, of
     *   the history. Which reports are of one message is yours to decide, by `id` and `phone`.
     *
     * @phpstan-param non-empty-array<Smsc\Record> $reports
     *
     * @throws Smsc\OptionError if there is no report
     * @throws TypeError if an item is no `Smsc\Record`
     */
    function smsc_merge(array $reports): \Smsc\Merged {}
}
