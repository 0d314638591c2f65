<?php

namespace Smsc;

/**
 * Values of `Record::$type`: the type of a message. The set is open: a reply may contain other
 * numbers.
 */
interface Type
{
    /** SMS */
    const SMS = 0;
    /** flash SMS */
    const FLASH = 1;
    /** binary SMS */
    const BINARY = 2;
    /** WAP push */
    const WAP_PUSH = 3;
    /** HLR */
    const HLR = 4;
    /** ping SMS */
    const PING = 5;
    /** MMS */
    const MMS = 6;
    /** call */
    const CALL = 7;
    /** e-mail */
    const EMAIL = 8;
    /** Viber */
    const VIBER = 10;
    /** social networks */
    const SOCIAL = 12;
}
