<?php

declare(strict_types=1);

namespace Smsc\Client;

/** The class of a failed request. */
enum TransportFailure: string
{
    /** Not sent: the name of the host was not found. */
    case Dns = 'dns';
    /** Not sent: no connection was made. */
    case Connect = 'connect';
    /** Not sent: the proxy refused to connect. */
    case Proxy = 'proxy';
    /** Not sent: no authority that this machine trusts has signed the certificate. */
    case UnknownIssuer = 'unknown_issuer';
    /** Not sent: the certificate is for another host. */
    case WrongName = 'wrong_name';
    /** Not sent: the certificate has expired. */
    case Expired = 'expired';
    /** Not sent: the certificate is not valid yet. */
    case NotYetValid = 'not_yet_valid';
    /** Not sent: the certificate is rejected for another reason. */
    case Certificate = 'certificate';
    /** Not sent: the TLS handshake failed. */
    case Handshake = 'handshake';
    /** Not sent: the transport cannot send such a request. */
    case Unsupported = 'unsupported';
    /** Sent, and no whole response in time. */
    case Timeout = 'timeout';
    /** Sent, at least in part, and there is no whole response. */
    case Cut = 'cut';
    /** Sent, and the response is longer than any reply. */
    case TooLong = 'too_long';

    /** Returns whether it is certain that no server has received the whole request. */
    public function isUnsent(): bool
    {
        return !in_array($this, [self::Timeout, self::Cut, self::TooLong], true);
    }

    /**
     * Returns the failure as `smsc_advise` takes it.
     *
     * @internal
     * @return 'unreachable'|'tls'|'invalid'|'unanswered'
     */
    public function advised(): string
    {
        return match ($this) {
            self::Dns, self::Connect, self::Proxy => 'unreachable',
            self::UnknownIssuer, self::WrongName, self::Expired, self::NotYetValid,
            self::Certificate, self::Handshake => 'tls',
            self::Unsupported => 'invalid',
            self::Timeout, self::Cut, self::TooLong => 'unanswered',
        };
    }

    /** Returns what happened and what to do, as a part of a sentence. */
    public function text(): string
    {
        return match ($this) {
            self::Dns => 'the name of the host was not found: check the name and the network',
            self::Connect => 'no connection was made: check the network and the firewall',
            self::Proxy => 'the proxy refused to connect: check its address and its credentials',
            self::UnknownIssuer => 'the issuer of its certificate is unknown: '
                . 'if a proxy inspects TLS, trust its authority with a CA file',
            self::WrongName => 'its certificate is for another host: check the name of the host',
            self::Expired => 'its certificate has expired: '
                . "check this machine's clock, or tell the provider",
            self::NotYetValid => "its certificate is not valid yet: check this machine's clock",
            self::Certificate => 'its certificate is not accepted: tell the provider',
            self::Handshake => 'the TLS handshake failed: check that the port speaks TLS',
            self::Unsupported => 'the transport cannot send such a request: check its settings',
            self::Timeout => 'no whole answer came in time',
            self::Cut => 'the connection ended before the answer was complete',
            self::TooLong => 'the answer is longer than any reply',
        };
    }
}
