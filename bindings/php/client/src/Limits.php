<?php

declare(strict_types=1);

namespace Smsc\Client;

/** The numbers of the limits. The defaults are those of the provider's pages. */
final class Limits
{
    /** The window of every limit: a minute, and a second for clocks that count whole ones. */
    private const WINDOW_MS = 61_000;

    /**
     * Creates numbers.
     *
     * @param int $statusAtOnce requests to status.php at once; lower it if other programs use the
     *     login
     * @param int $atOnce other requests at once
     * @param int $restMs the time for which a request counts as one at once after its answer: the
     *     service may end its work after the answer has left
     * @param int $status requests about one message within a minute
     * @param int $batch requests about a batch within a minute
     * @param int $likeSends like messages within a minute
     * @param int $likePrices like requests for a price within a minute
     * @param int $balance requests for the balance within a minute
     * @param int $likeLists like requests for a list or an operator within a minute
     * @param int $operators requests for operators within a minute
     * @param int $leaseMs the time after which a request in work counts as ended, because its
     *     process was: longer than the time-out of the transport
     */
    public function __construct(
        public readonly int $statusAtOnce = 4,
        public readonly int $atOnce = 14,
        public readonly int $restMs = 20,
        public readonly int $status = 5,
        public readonly int $batch = 1,
        public readonly int $likeSends = 1,
        public readonly int $likePrices = 5,
        public readonly int $balance = 10,
        public readonly int $likeLists = 3,
        public readonly int $operators = 100,
        public readonly int $leaseMs = 120_000,
    ) {
    }

    /**
     * Returns the limits that a request counts towards: the key of each, its number, and for how
     * long a request counts after its end.
     *
     * @internal
     * @return list<array{string, int, int}>
     */
    public function of(Rule $rule, string $likeness): array
    {
        $like = "$rule->value $likeness";
        $counted = match ($rule) {
            Rule::Status => [[$like, $this->status]],
            Rule::Batch => [[$rule->value, $this->batch]],
            Rule::Send => [[$like, $this->likeSends]],
            Rule::Price => [[$like, $this->likePrices]],
            Rule::Balance => [[$rule->value, $this->balance]],
            Rule::List => [[$like, $this->likeLists]],
            Rule::Operator => [[$like, $this->likeLists], [$rule->value, $this->operators]],
        };
        $limits = $rule === Rule::Status || $rule === Rule::Batch
            ? [['status at once', $this->statusAtOnce, $this->restMs]]
            : [['at once', $this->atOnce, $this->restMs]];
        foreach ($counted as [$key, $limit]) {
            $limits[] = [$key, $limit, self::WINDOW_MS];
        }
        return $limits;
    }
}
