<?php

namespace Smsc;

/**
 * Values of `Record::$err` for messages to a phone: SMS, calls, HLR requests. They are reasons
 * why a message was not delivered. The set is open: a reply may contain other numbers.
 */
interface Err
{
    /** No error */
    const NONE = 0;
    /** No such subscriber */
    const NO_SUBSCRIBER = 1;
    /** Subscriber offline */
    const OFFLINE = 6;
    /** Service not connected */
    const NO_SERVICE = 11;
    /** Error in the subscriber's handset */
    const HANDSET = 12;
    /** Subscriber blocked */
    const BLOCKED = 13;
    /** Service not supported */
    const UNSUPPORTED = 21;
    /** Virtual send */
    const VIRTUAL = 200;
    /** SIM card replaced */
    const SIM_REPLACED = 219;
    /** Operator's queue full */
    const QUEUE_FULL = 220;
    /** Subscriber does not answer */
    const NO_ANSWER = 237;
    /** No template */
    const NO_TEMPLATE = 238;
    /** Forbidden IP address */
    const FORBIDDEN_IP = 239;
    /** Subscriber busy */
    const BUSY = 240;
    /** Conversion failed */
    const CONVERSION = 241;
    /** Answering machine */
    const ANSWERING_MACHINE = 242;
    /** No contract */
    const NO_CONTRACT = 243;
    /** Bulk sending forbidden */
    const BULK_FORBIDDEN = 244;
    /** No status received */
    const NO_STATUS = 245;
    /** Outside the allowed hours */
    const OUTSIDE_HOURS = 246;
    /** Message limit exceeded */
    const DAILY_LIMIT = 247;
    /** No route */
    const NO_ROUTE = 248;
    /** Wrong number format */
    const NUMBER_FORMAT = 249;
    /** Number forbidden by settings */
    const EXCLUDED_BY_SETTINGS = 250;
    /** Limit for one number exceeded */
    const NUMBER_LIMIT = 251;
    /** Number forbidden */
    const NUMBER_FORBIDDEN = 252;
    /** Forbidden by the spam filter */
    const SPAM_FILTER = 253;
    /** Sender ID not registered */
    const SENDER_NOT_REGISTERED = 254;
    /** Rejected by the operator */
    const REJECTED = 255;
}
