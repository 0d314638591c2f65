<?php

/** @generate-class-entries */

namespace Smsc {
    /**
     * Values of `Record::$err` for messages to a phone: SMS, calls, HLR requests. They are reasons
     * why a message was not delivered. The set is open: a reply may contain other numbers.
     */
    interface Err
    {
        /**
         * @var int
         * @cvalue SMSC_ERR_NONE
         */
        const NONE = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_NO_SUBSCRIBER
         */
        const NO_SUBSCRIBER = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_OFFLINE
         */
        const OFFLINE = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_NO_SERVICE
         */
        const NO_SERVICE = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_HANDSET
         */
        const HANDSET = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_BLOCKED
         */
        const BLOCKED = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_UNSUPPORTED
         */
        const UNSUPPORTED = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_VIRTUAL
         */
        const VIRTUAL = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_SIM_REPLACED
         */
        const SIM_REPLACED = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_QUEUE_FULL
         */
        const QUEUE_FULL = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_NO_ANSWER
         */
        const NO_ANSWER = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_NO_TEMPLATE
         */
        const NO_TEMPLATE = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_FORBIDDEN_IP
         */
        const FORBIDDEN_IP = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_BUSY
         */
        const BUSY = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_CONVERSION
         */
        const CONVERSION = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_ANSWERING_MACHINE
         */
        const ANSWERING_MACHINE = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_NO_CONTRACT
         */
        const NO_CONTRACT = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_BULK_FORBIDDEN
         */
        const BULK_FORBIDDEN = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_NO_STATUS
         */
        const NO_STATUS = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_OUTSIDE_HOURS
         */
        const OUTSIDE_HOURS = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_DAILY_LIMIT
         */
        const DAILY_LIMIT = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_NO_ROUTE
         */
        const NO_ROUTE = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_NUMBER_FORMAT
         */
        const NUMBER_FORMAT = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_EXCLUDED_BY_SETTINGS
         */
        const EXCLUDED_BY_SETTINGS = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_NUMBER_LIMIT
         */
        const NUMBER_LIMIT = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_NUMBER_FORBIDDEN
         */
        const NUMBER_FORBIDDEN = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_SPAM_FILTER
         */
        const SPAM_FILTER = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_SENDER_NOT_REGISTERED
         */
        const SENDER_NOT_REGISTERED = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_ERR_REJECTED
         */
        const REJECTED = UNKNOWN;
    }

    /**
     * Values of `Record::$err` for e-mails. They are reasons why an e-mail was not delivered. The
     * set is open: a reply may contain other numbers.
     */
    interface EmailErr
    {
        /**
         * @var int
         * @cvalue SMSC_EMAIL_ERR_NONE
         */
        const NONE = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_EMAIL_ERR_NO_ADDRESSEE
         */
        const NO_ADDRESSEE = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_EMAIL_ERR_MAILBOX_FULL
         */
        const MAILBOX_FULL = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_EMAIL_ERR_NO_SERVER
         */
        const NO_SERVER = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_EMAIL_ERR_MAILBOX_BLOCKED
         */
        const MAILBOX_BLOCKED = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_EMAIL_ERR_FORBIDDEN_IP
         */
        const FORBIDDEN_IP = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_EMAIL_ERR_NO_STATUS
         */
        const NO_STATUS = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_EMAIL_ERR_NO_ROUTE
         */
        const NO_ROUTE = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_EMAIL_ERR_ADDRESS_FORMAT
         */
        const ADDRESS_FORMAT = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_EMAIL_ERR_ADDRESS_FORBIDDEN
         */
        const ADDRESS_FORBIDDEN = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_EMAIL_ERR_SPAM_FILTER
         */
        const SPAM_FILTER = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_EMAIL_ERR_SENDER_NOT_REGISTERED
         */
        const SENDER_NOT_REGISTERED = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_EMAIL_ERR_REJECTED
         */
        const REJECTED = UNKNOWN;
    }

    /**
     * Values of `Record::$type`: the type of a message. The set is open: a reply may contain other
     * numbers.
     */
    interface Type
    {
        /**
         * @var int
         * @cvalue SMSC_MESSAGE_TYPE_SMS
         */
        const SMS = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_MESSAGE_TYPE_FLASH
         */
        const FLASH = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_MESSAGE_TYPE_BINARY
         */
        const BINARY = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_MESSAGE_TYPE_WAP_PUSH
         */
        const WAP_PUSH = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_MESSAGE_TYPE_HLR
         */
        const HLR = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_MESSAGE_TYPE_PING
         */
        const PING = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_MESSAGE_TYPE_MMS
         */
        const MMS = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_MESSAGE_TYPE_CALL
         */
        const CALL = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_MESSAGE_TYPE_EMAIL
         */
        const EMAIL = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_MESSAGE_TYPE_VIBER
         */
        const VIBER = UNKNOWN;
        /**
         * @var int
         * @cvalue SMSC_MESSAGE_TYPE_SOCIAL
         */
        const SOCIAL = UNKNOWN;
    }
}
