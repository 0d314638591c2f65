<?php

namespace Smsc;

/**
 * Values of `Record::$err` for e-mails. They are reasons why an e-mail was not delivered. The
 * set is open: a reply may contain other numbers.
 */
interface EmailErr
{
    /** No error */
    const NONE = 0;
    /** No such addressee */
    const NO_ADDRESSEE = 1;
    /** Mailbox full */
    const MAILBOX_FULL = 2;
    /** Recipient's server not found */
    const NO_SERVER = 3;
    /** Mailbox blocked */
    const MAILBOX_BLOCKED = 4;
    /** Forbidden IP address */
    const FORBIDDEN_IP = 239;
    /** No status received */
    const NO_STATUS = 245;
    /** No route */
    const NO_ROUTE = 248;
    /** Wrong address format */
    const ADDRESS_FORMAT = 249;
    /** E-mail address forbidden */
    const ADDRESS_FORBIDDEN = 252;
    /** Forbidden by the spam filter */
    const SPAM_FILTER = 253;
    /** Sender not registered */
    const SENDER_NOT_REGISTERED = 254;
    /** Rejected by the recipient's server */
    const REJECTED = 255;
}
