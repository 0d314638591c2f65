<?php

declare(strict_types=1);

namespace Smsc\Client;

/**
 * A message to send, or to ask the price of.
 *
 * `var_dump`, `var_export` and `print_r` show neither phones nor the text, and a message cannot be
 * serialized.
 */
final class Message
{
    private readonly \SensitiveParameterValue $options;

    /**
     * Creates a message. The options are those of `smsc_request`, which describes them.
     *
     * @param list<int|string> $phones
     * @param ?string $text at most 1,000 characters; null for a kind without a text
     * @param int|string|null $id an id that no other message to the same phones has. After a
     *     failure it is the only way to find out whether the message was accepted, so the client
     *     makes a random number if there is none
     * @param ?string $kind `flash`, `hlr`, `ping` …; null for an SMS
     * @param ?string $sender a sender that is registered with the service
     * @param ?string $time the time of sending
     * @param ?string $valid the time during which delivery is tried
     * @param int $cost 2 for a reply with the cost, 3 with the balance as well
     * @param bool $err whether the reply lists the phones that cannot be sent to
     * @param bool $op whether the reply lists all phones with their operators
     * @throws \InvalidArgumentException if `cost` is 1: call `Client::price` for a price
     */
    public function __construct(
        #[\SensitiveParameter] array $phones,
        #[\SensitiveParameter] ?string $text = null,
        public readonly int|string|null $id = null,
        ?string $kind = null,
        #[\SensitiveParameter] ?string $sender = null,
        ?string $time = null,
        ?string $valid = null,
        ?int $translit = null,
        int $cost = 0,
        bool $err = false,
        bool $op = false,
    ) {
        if ($cost === 1) {
            throw new \InvalidArgumentException('cost 1 sends nothing: call Client::price()');
        }
        $options = compact('phones', 'text', 'kind', 'sender', 'time', 'valid', 'translit');
        $options += compact('cost', 'err', 'op');
        $this->options = new \SensitiveParameterValue($options);
    }

    /**
     * Returns the options for `smsc_request`, without the id.
     *
     * @internal
     * @return array<string, mixed>
     */
    public function options(): array
    {
        return $this->options->getValue();
    }

    /**
     * Returns the phones.
     *
     * @internal
     * @return list<string>
     */
    public function phones(): array
    {
        return array_map(strval(...), array_values($this->options()['phones']));
    }

    /**
     * Returns what makes messages alike: the text and the phones. Whether more counts is not known.
     *
     * @internal
     * @return list<string>
     */
    public function likeness(): array
    {
        $phones = array_map(Likeness::phone(...), $this->phones());
        sort($phones);
        return [(string) $this->options()['text'], ...$phones];
    }
}
