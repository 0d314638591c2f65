<?php

namespace Smsc\Polyfill;

use Smsc\ApiError;
use Smsc\Deleted;
use Smsc\Malformed;
use Smsc\MalformedReply;
use Smsc\Record;

/**
 * The items of a reply.
 *
 * @internal
 */
final class Items
{
    private const NO_RECORD = 'a record of an SMS or e-mail (the extension smsc_proto says why not, and parses HLR replies)';

    /**
     * Yields the items in order.
     *
     * @return \Generator<Record|Malformed|Deleted>
     * @throws ApiError
     * @throws MalformedReply
     */
    public static function of(string $bytes, Options $options): \Generator
    {
        $body = new Body($bytes, $options->all, $options->multi, $options->kind);
        $error = $body->apiError();
        if ($error !== null) {
            throw ApiError::of($error[0], $error[1]);
        }
        if ($body->isDeleted()) {
            yield Deleted::create();
            return;
        }
        $reason = $body->whyNoReply();
        if ($reason !== null) {
            throw MalformedReply::at(0, 0, Malformed::NOT_A_REPLY, "not an fmt=1 reply: $reason", 'an fmt=1 reply');
        }
        foreach ($body->records() as [$start, $end, $fields]) {
            if ($fields !== null) {
                yield Record::of($fields, $options->charset, $options->kind);
            } elseif ($options->multi) {
                yield Malformed::at($start, $end, 'expected ' . self::NO_RECORD, self::NO_RECORD);
            } else {
                throw MalformedReply::at($start, $end, Malformed::MALFORMED, 'expected ' . self::NO_RECORD, self::NO_RECORD);
            }
        }
    }
}
