<?php

declare(strict_types=1);

namespace Smsc\Client;

use Smsc\Advice;
use Smsc\Record;
use Smsc\Sent;

/**
 * Sends a message, once at most.
 *
 * @internal
 */
final class Sender
{
    /**
     * @param int $batch the greatest number of messages in a batch
     * @param bool $keepsHistory whether the account keeps its history for a day or more
     */
    public function __construct(
        private readonly Asker $asker,
        private readonly int $batch,
        private readonly bool $keepsHistory,
    ) {
    }

    /** @throws CallError if the message was not accepted */
    public function send(Message $message): Fate
    {
        $id = $message->id ?? $this->newId();
        $options = ['id' => $id] + $message->options();
        $read = static fn (mixed $reply): ?Sent => $reply instanceof Sent ? $reply : null;
        $sentAgain = null;
        while (true) {
            $result = $this->asker->tryToAsk(Call::Send, $message->likeness(), $options, $read);
            if ($result instanceof Sent) {
                return new Fate(FateKind::Sent, $id, sent: $result);
            }
            $error = $result->error;
            if ($error->advice->kind !== 'ask_status') {
                $isRefused = $error instanceof NotSent || $error instanceof Refused;
                // After a second copy the first one may still be accepted.
                return $sentAgain === null && $isRefused
                    ? throw $error
                    : new Fate(FateKind::Unknown, $id, error: $sentAgain ?? $error);
            }
            $isSecond = $sentAgain !== null;
            $phones = $message->phones();
            $kind = $this->findOut($id, $phones, $error->advice, $result->since, $isSecond);
            if ($kind === 'accepted') {
                return new Fate(FateKind::AlreadyAccepted, $id);
            }
            if ($kind !== 'send_again') {
                return new Fate(FateKind::Unknown, $id, error: $error);
            }
            $sentAgain = $error;
        }
    }

    /**
     * Finds out what became of a message, as far as that is advised: `accepted`, `send_again` or
     * `unknown`.
     *
     * @param list<string> $phones
     */
    private function findOut(
        int|string $id,
        #[\SensitiveParameter] array $phones,
        Advice $advice,
        int $since,
        bool $sentAgain,
    ): string {
        while ($advice->kind === 'ask_status' || $advice->kind === 'ask_again') {
            $wait = $advice->wait_ms ?? 0;
            if (!$this->asker->mayWait($wait)) {
                return 'unknown';
            }
            $this->asker->clock->wait($wait);
            $advice = smsc_advise_after_status(
                $this->statusOf($id, $phones),
                since_ms: $this->asker->clock->now() - $since,
                history_kept: $this->keepsHistory,
                sent_again: $sentAgain,
                random: $this->asker->clock->random(),
            );
        }
        return $advice->kind;
    }

    /**
     * Returns a status that the message has for one of the phones, -3 if the service knows it for
     * none, or null if that is not known.
     *
     * @param list<string> $phones
     */
    private function statusOf(int|string $id, #[\SensitiveParameter] array $phones): ?int
    {
        $pair = static fn (string $phone): array => [$id, $phone];
        $asked = array_map($pair, array_slice($phones, 0, $this->batch));
        $isBatch = count($asked) > 1;
        $items = $this->asker->tryToAsk(
            $isBatch ? Call::StatusBatch : Call::Status,
            $isBatch ? [] : [$id, Likeness::phone($phones[0] ?? '')],
            ['ids' => $asked, 'multi' => $isBatch],
            static fn (mixed $items): ?array => is_array($items) ? $items : null,
        );
        $isRecord = static fn (mixed $item): bool => $item instanceof Record && !$item->unexpected;
        $records = $items instanceof Stopped ? [] : array_filter($items, $isRecord);
        $statuses = array_map(static fn (Record $record): int => $record->status, $records);
        foreach ($statuses as $status) {
            if ($status !== Record::NOT_FOUND) {
                return $status;
            }
        }
        return count($statuses) === count($phones) ? Record::NOT_FOUND : null;
    }

    /**
     * Returns a new id: a number of 31 random bits, because how the service prints an id that is a
     * text has not been recorded everywhere.
     */
    private function newId(): int
    {
        do {
            $id = $this->asker->clock->random() >> 1;
        } while ($id === 0);
        return $id;
    }
}
