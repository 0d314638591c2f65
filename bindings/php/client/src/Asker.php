<?php

declare(strict_types=1);

namespace Smsc\Client;

use Smsc\Advice;
use Smsc\ApiError;
use Smsc\MalformedReply;
use Smsc\Request;
use Smsc\RequestError;

/**
 * Makes a call: a request through the gate, and again for as long as the extension advises.
 *
 * @internal
 */
final class Asker
{
    /** The numbers of API errors that say nothing about the credentials. */
    private const NOT_PROVEN = [
        ApiError::AUTHORISATION, ApiError::IP_BLOCKED, ApiError::TOO_MANY_REQUESTS,
    ];

    /** The header `Date` of the last response. */
    public ?string $date = null;
    public readonly Clock $clock;

    public function __construct(
        public Login $login,
        private readonly Transport $transport,
        private readonly Gate $gate,
        private readonly Hosts $hosts,
        private readonly ?int $maxWaitMs,
    ) {
        $this->clock = $gate->clock;
    }

    /**
     * Makes a call, and returns what `read` makes of the reply.
     *
     * @template T
     * @param list<int|string> $likeness what like requests have in common
     * @param array<string, mixed> $options those of `smsc_request`
     * @param callable(mixed): ?T $read returns null for a reply to another request
     * @return T
     * @throws CallError
     */
    public function ask(
        Call $call,
        #[\SensitiveParameter] array $likeness,
        #[\SensitiveParameter] array $options,
        callable $read,
    ): mixed {
        $result = $this->tryToAsk($call, $likeness, $options, $read);
        return $result instanceof Stopped ? throw $result->error : $result;
    }

    /**
     * Makes a call as `ask` does, but returns an error instead of throwing it.
     *
     * @template T
     * @param list<int|string> $likeness
     * @param array<string, mixed> $options
     * @param callable(mixed): ?T $read
     * @return T|Stopped
     */
    public function tryToAsk(
        Call $call,
        #[\SensitiveParameter] array $likeness,
        #[\SensitiveParameter] array $options,
        callable $read,
    ): mixed {
        $attempt = new Attempt();
        while (true) {
            [$attempt->since, $error] = [$this->clock->now(), null];
            try {
                return $this->tryOnce($attempt, $call, $likeness, $options, $read);
            } catch (CallError $error) {
                $advice = $this->advise($call, $error, $attempt);
                $this->heed($advice, $attempt);
            } finally {
                if ($attempt->ticket !== null) {
                    $this->gate->end($attempt->ticket, !$error instanceof NotSent);
                    $attempt->ticket = null;
                }
            }
            if ($advice->kind !== 'retry' || !$this->mayWait($advice->wait_ms ?? 0)) {
                $error->setAdvice($advice);
                return new Stopped($error, $attempt->since);
            }
            $this->clock->wait($advice->wait_ms ?? 0);
            $attempt->number++;
            $attempt->host += $advice->host === 'next' ? 1 : 0;
            $failure = $error->advised();
            $attempt->wasThrottled = $failure === ['failure' => 'http_status', 'code' => 429]
                || $failure === ['failure' => 'rejected', 'code' => ApiError::TOO_MANY_REQUESTS];
        }
    }

    /** Returns whether the client may wait for so long. */
    public function mayWait(int $milliseconds): bool
    {
        return $this->maxWaitMs === null || $milliseconds <= $this->maxWaitMs;
    }

    private function advise(Call $call, CallError $error, Attempt $attempt): Advice
    {
        return smsc_advise(
            ...$error->advised(),
            call: $call->advised(),
            attempt: $attempt->number,
            since_ms: $this->clock->now() - $attempt->since,
            next_host: $this->hosts->count() > 1,
            throttled: $attempt->wasThrottled,
            blocked: $this->gate->wasBlocked(),
            random: $this->clock->random(),
        );
    }

    /** Stops every call if that is advised, before another request is let in. */
    private function heed(Advice $advice, Attempt $attempt): void
    {
        if ($advice->kind !== 'stop_every_call' || $attempt->ticket === null) {
            return;
        }
        if ($advice->wait_ms === null) {
            $this->gate->refused($this->login->mark());
        } else {
            $this->gate->blocked($advice->wait_ms);
        }
    }

    /**
     * @param list<int|string> $likeness
     * @param array<string, mixed> $options
     * @throws CallError
     */
    private function tryOnce(
        Attempt $attempt,
        Call $call,
        #[\SensitiveParameter] array $likeness,
        #[\SensitiveParameter] array $options,
        callable $read,
    ): mixed {
        [$host, $login] = [$this->hosts->host($attempt->host), $this->login];
        if ($this->hosts->isExposed($host)) {
            throw NotSent::plainHttp($host);
        }
        // Before the gate, so that an invalid request counts towards no limit.
        $options += $login->options() + ['host' => $host, 'plain_http' => $this->hosts->plainHttp];
        try {
            $request = smsc_request($call->request(), ...$options);
        } catch (RequestError $error) {
            throw NotSent::invalid($host, $error);
        }
        $this->enter($attempt, $call->rule(), $likeness, $host);
        $attempt->since = $this->clock->now();
        try {
            $result = $read($request->parse($this->post($request, $host)));
        } catch (MalformedReply $error) {
            throw NotAReply::body($host, $error);
        } catch (ApiError $error) {
            if (!in_array($error->getCode(), self::NOT_PROVEN, true)) {
                $this->gate->accepted($login->mark());
            }
            throw new Refused($host, $error, $call->script());
        }
        if ($result === null) {
            throw NotAReply::other($host);
        }
        $this->gate->accepted($login->mark());
        return $result;
    }

    /** @param list<int|string> $likeness */
    private function enter(
        Attempt $attempt,
        Rule $rule,
        #[\SensitiveParameter] array $likeness,
        string $host,
    ): void {
        $look = $this->gate->enter($rule, $likeness, $this->login->mark(), $this->maxWaitMs);
        if ($look->ticket === null) {
            $wait = $look->until === null ? null : max(0, $look->until - $this->clock->now());
            throw $look->isRefused ? NotSent::credentials($host) : NotSent::limit($host, $wait);
        }
        $attempt->ticket = $look->ticket;
    }

    /** Posts a request, and returns the body of the response. */
    private function post(Request $request, string $host): string
    {
        try {
            $response = $this->transport->send($request);
        } catch (TransportError $error) {
            throw $error->failure->isUnsent()
                ? NotSent::transport($host, $error)
                : new Unanswered($host, $error);
        }
        $this->date = $response->date ?? $this->date;
        return $response->status === 200
            ? $response->body()
            : throw NotAReply::status($host, $response->status);
    }
}
