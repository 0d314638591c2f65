<?php

declare(strict_types=1);

namespace Smsc\Client;

use Psr\Http\Client\ClientInterface;
use Psr\Http\Message\RequestFactoryInterface;
use Smsc\ApiError;
use Smsc\Balance;
use Smsc\Deleted;
use Smsc\Incoming;
use Smsc\Malformed;
use Smsc\Missing;
use Smsc\Operator;
use Smsc\Price;
use Smsc\Record;

/**
 * A client of the service. It keeps the limits of the service, tries again where that is safe, and
 * sends a message once at most.
 *
 * Every call throws a `CallError` if there is no reply, or if the service refuses the request. It
 * throws a `Smsc\OptionError` for an option with an invalid value.
 */
final class Client
{
    /** The greatest number of messages that a request can have. */
    private const MAX_BATCH = 4_096;

    private readonly Asker $asker;
    private readonly Sender $sender;
    private readonly int $batch;

    /**
     * Creates a client.
     *
     * @param ?Transport $transport null for one on ext-curl
     * @param Gate $gate one gate for all clients of a login
     * @param ?int $maxWaitMs how long the client waits at a time, in milliseconds: for a limit of
     *     the service, for a block of the address, or before another try; null for as long as it
     *     has to
     * @param int $batch the greatest number of messages in a batch, 1 to 4096. The number that the
     *     service accepts is not known; its own pages are of 1,000 messages
     * @param bool $keepsHistory whether the account keeps its history for a day or more. A message
     *     whose sending was not answered, and that the service does not know a minute later, is
     *     then sent once more, under the same id. Without a history the service does not know
     *     accepted messages either, so that nothing is sent again
     */
    public function __construct(
        Login $login,
        ?Transport $transport = null,
        private readonly Gate $gate = new Gate(),
        Hosts $hosts = new Hosts(),
        ?int $maxWaitMs = null,
        int $batch = 1_000,
        bool $keepsHistory = false,
    ) {
        $transport ??= new CurlTransport();
        $this->asker = new Asker($login, $transport, $gate, $hosts, $maxWaitMs);
        $this->batch = max(1, min($batch, self::MAX_BATCH));
        $this->sender = new Sender($this->asker, $this->batch, $keepsHistory);
    }

    /**
     * Creates a client with an HTTP client of PSR-18 and a factory of PSR-17, or with ext-curl.
     *
     * The HTTP client must follow no redirect and have time-outs: see `Psr18Transport`.
     *
     * @throws \InvalidArgumentException if there is an HTTP client and no factory
     */
    public static function create(
        Login $login,
        ?ClientInterface $http = null,
        ?RequestFactoryInterface $factory = null,
    ): self {
        if ($http !== null && $factory === null) {
            throw new \InvalidArgumentException('a client of PSR-18 needs a factory: pass both');
        }
        return new self($login, $http === null ? null : new Psr18Transport($http, $factory));
    }

    /** Replaces the credentials. After error 2 this lets requests in again. */
    public function setLogin(Login $login): void
    {
        $this->asker->login = $login;
        $this->gate->renew($login->mark());
    }

    /**
     * Returns the header `Date` of the last response, which shows how far the clock of this machine
     * is off; null before the first response.
     */
    public function serverDate(): ?string
    {
        return $this->asker->date;
    }

    /**
     * Asks for the statuses of messages: for one message by itself, for several in batches, of
     * which the service allows one a minute. Each batch is asked for when the loop reaches it, so
     * the records of one batch are in memory.
     *
     * The key of a `Record` or a `Missing` is the key that the message has in `messages`. The key
     * of a malformed record, and of one that was not asked for (`unexpected`), is null.
     *
     * @param array<mixed> $messages pairs of an id and a phone, or rows, or phones by id, as the
     *     option `ids` of `smsc_request`
     * @param int $all the level of detail, 0 to 2
     * @param ?string $kind what the messages are, if you know: `sms`, `hlr` or `email`
     * @return \Generator<int|string|null, Record|Missing|Malformed>
     */
    public function status(
        #[\SensitiveParameter] array $messages,
        int $all = 0,
        ?string $kind = null,
    ): \Generator {
        $read = static fn (mixed $items): ?array => self::isDeleted($items) ? null : $items;
        for ($offset = 0; $offset < count($messages); $offset += $this->batch) {
            $asked = array_slice($messages, $offset, $this->batch, true);
            $isBatch = count($asked) > 1;
            $call = $isBatch ? Call::StatusBatch : Call::Status;
            $options = ['ids' => $asked, 'multi' => $isBatch, 'all' => $all, 'kind' => $kind];
            $likeness = $isBatch ? [] : self::likeness($asked);
            $items = $this->asker->ask($call, $likeness, $options, $read);
            yield from self::byKey($items, array_keys($asked));
        }
    }

    /** Asks for the status of one message, which is -3 if the service does not know the message. */
    public function statusOf(
        int|string $id,
        #[\SensitiveParameter] string $phone,
        int $all = 0,
        ?string $kind = null,
    ): Record {
        $ids = [[$id, $phone]];
        $options = ['ids' => $ids, 'all' => $all, 'kind' => $kind];
        $read = static function (mixed $items): ?Record {
            $item = is_array($items) ? $items[0] ?? null : null;
            return $item instanceof Record ? $item : null;
        };
        return $this->asker->ask(Call::Status, self::likeness($ids), $options, $read);
    }

    /**
     * Deletes messages: one by itself, several in one batch of at most 4,096. A deletion that was
     * not answered is not repeated.
     *
     * @param array<mixed> $messages as in `status`
     */
    public function delete(#[\SensitiveParameter] array $messages): void
    {
        $isBatch = count($messages) !== 1;
        $this->asker->ask(
            $isBatch ? Call::DeleteBatch : Call::Delete,
            $isBatch ? [] : self::likeness($messages),
            ['ids' => $messages, 'multi' => $isBatch],
            static fn (mixed $items): ?bool => self::isDeleted($items) ? true : null,
        );
    }

    /**
     * Sends a message, once at most. If the sending is not answered, the status of the message is
     * asked for before anything else.
     *
     * @throws CallError if the message was not accepted: it was not sent, or the service refused it
     */
    public function send(Message $message): Fate
    {
        return $this->sender->send($message);
    }

    /** Asks for the price of a message, which is not sent. */
    public function price(Message $message): Price
    {
        $options = ['cost' => 1] + $message->options();
        $read = static fn (mixed $reply): ?Price => $reply instanceof Price ? $reply : null;
        return $this->asker->ask(Call::Price, $message->likeness(), $options, $read);
    }

    /** Asks for the balance of the account and its currency. */
    public function balance(): Balance
    {
        $read = static fn (Balance $reply): Balance => $reply;
        return $this->asker->ask(Call::Balance, [], ['cur' => true], $read);
    }

    /**
     * Asks for the operator of a phone. The error `Refused` with the code 3 is that the service
     * knows none.
     */
    public function operator(#[\SensitiveParameter] string $phone): Operator
    {
        $read = static fn (Operator $reply): Operator => $reply;
        $likeness = [Likeness::phone($phone)];
        return $this->asker->ask(Call::Operator, $likeness, ['phone' => $phone], $read);
    }

    /**
     * Asks for incoming messages. One that cannot be parsed is a `Malformed` in its place.
     *
     * @param ?int $hour those of the last 1 to 168 hours
     * @param int|string|null $after_id those after this one
     * @param ?string $to_phone those to this number
     * @return list<Incoming|Malformed>
     */
    public function incoming(
        ?int $hour = null,
        int|string|null $after_id = null,
        #[\SensitiveParameter] ?string $to_phone = null,
    ): array {
        return $this->list(Call::Incoming, compact('hour', 'after_id', 'to_phone'));
    }

    /**
     * Asks for the history of sent messages, the newest first, page by page. Each page is asked for
     * when the loop reaches it. To go on after an error, pass the `int_id` of the last record as
     * `prev_id`.
     *
     * @param string $start a day, such as `29.11.2026`
     * @param ?string $end the last day
     * @param ?list<int|string> $phones messages to these alone
     * @param ?list<string> $emails e-mails to these alone, or all if the list is empty
     * @param ?int $cnt the messages on a page, 1 to 1000
     * @return \Generator<int, Record|Malformed>
     */
    public function history(
        string $start,
        ?string $end = null,
        #[\SensitiveParameter] ?array $phones = null,
        #[\SensitiveParameter] ?array $emails = null,
        ?int $cnt = null,
        ?int $prev_id = null,
    ): \Generator {
        $number = 0;
        while (true) {
            $options = compact('start', 'end', 'phones', 'emails', 'cnt', 'prev_id');
            $page = $this->list(Call::History, $options);
            foreach ($page as $item) {
                yield $number++ => $item;
            }
            $key = static fn (object $item) => $item instanceof Record ? $item->int_id : null;
            $keys = array_filter(array_map($key, $page));
            // A page without an older message would be asked for again and again.
            if ($keys === [] || $prev_id !== null && min($keys) >= $prev_id) {
                return;
            }
            $prev_id = min($keys);
        }
    }

    /** Shows nothing of the account. */
    public function __debugInfo(): array
    {
        return ['gate' => $this->gate, 'batch' => $this->batch];
    }

    /**
     * Asks for a list, which is empty if the service has nothing to list.
     *
     * @param array<string, mixed> $options
     * @return list<mixed>
     */
    private function list(Call $call, #[\SensitiveParameter] array $options): array
    {
        $likeness = [$call->name, (string) json_encode($options, JSON_INVALID_UTF8_SUBSTITUTE)];
        $read = static fn (array $items): ?array => self::isDeleted($items) ? null : $items;
        try {
            return $this->asker->ask($call, $likeness, $options, $read);
        } catch (Refused $error) {
            // The error 3 of get.php.
            return $error->getCode() === 3 ? [] : throw $error;
        }
    }

    /**
     * Yields the items of a batch under the keys of the messages that were asked for.
     *
     * @param list<Record|Missing|Malformed> $items
     * @param list<int|string> $keys
     * @return \Generator<int|string|null, Record|Missing|Malformed>
     */
    private static function byKey(array $items, #[\SensitiveParameter] array $keys): \Generator
    {
        $next = 0;
        foreach ($items as $item) {
            $isAsked = $item instanceof Missing || $item instanceof Record && !$item->unexpected;
            yield $isAsked ? $keys[$next++] ?? null : null => $item;
        }
    }

    private static function isDeleted(mixed $items): bool
    {
        return is_array($items) && ($items[0] ?? null) instanceof Deleted;
    }

    /**
     * Returns what makes requests about one message alike. The extension checks the message.
     *
     * @param array<mixed> $messages one message
     * @return list<string>
     */
    private static function likeness(#[\SensitiveParameter] array $messages): array
    {
        [$id, $message] = [array_key_first($messages), reset($messages)];
        if (is_array($message) || is_object($message)) {
            $row = (array) $message;
            [$id, $message] = [$row['id'] ?? $row[0] ?? '', $row['phone'] ?? $row[1] ?? ''];
        }
        $text = static fn (mixed $value): string => is_scalar($value) ? (string) $value : '';
        return [$text($id), Likeness::phone($text($message))];
    }
}
