<?php

declare(strict_types=1);

namespace Smsc\Client\Curl;

use Smsc\Client\TransportFailure;

/**
 * The classes of curl's errors.
 *
 * @internal
 */
final class Failures
{
    /** The errors of a handshake that ended because the connection did. */
    private const ENDED = '/SSL_ERROR_SYSCALL|reset by peer|unexpected eof|connection was closed/i';

    /** The error of a signature that another authority of the same name would have made. */
    private const FORGED = '/asn1 encoding routines/';

    /** Returns the class of a failure before any of the body was sent. */
    public static function ofConnection(\CurlHandle $curl): TransportFailure
    {
        $isRefused = curl_getinfo($curl, CURLINFO_HTTP_CONNECTCODE) >= 400;
        return $isRefused ? TransportFailure::Proxy : self::ofNumber(
            curl_errno($curl),
            curl_getinfo($curl, CURLINFO_SSL_VERIFYRESULT),
            curl_error($curl),
        ) ?? TransportFailure::Connect;
    }

    /** Returns the class of a failure after a part of the body may have been sent. */
    public static function ofAnswer(\CurlHandle $curl): TransportFailure
    {
        return self::ofSent(curl_errno($curl));
    }

    /**
     * Returns the class of a failure with this number after a part of the body may have been sent.
     */
    public static function ofSent(int $number): TransportFailure
    {
        $isLate = $number === CURLE_OPERATION_TIMEDOUT;
        return $isLate ? TransportFailure::Timeout : TransportFailure::Cut;
    }

    /**
     * Returns the class of a failure whose number alone tells that nothing was sent, or null.
     *
     * `verified` is the number of OpenSSL for a certificate, and `text` what curl wrote.
     */
    public static function ofNumber(int $number, int $verified, string $text): ?TransportFailure
    {
        return match ($number) {
            CURLE_COULDNT_RESOLVE_HOST => TransportFailure::Dns,
            CURLE_COULDNT_CONNECT => TransportFailure::Connect,
            // 97: CURLE_PROXY, the handshake with a proxy.
            CURLE_COULDNT_RESOLVE_PROXY, 97 => TransportFailure::Proxy,
            CURLE_SSL_CONNECT_ERROR => match (1) {
                preg_match(self::ENDED, $text) => TransportFailure::Connect,
                preg_match(self::FORGED, $text) => TransportFailure::UnknownIssuer,
                default => TransportFailure::Handshake,
            },
            CURLE_SSL_PEER_CERTIFICATE, CURLE_SSL_CACERT => self::ofCertificate($verified, $text),
            CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT, CURLE_SSL_CACERT_BADFILE
                => TransportFailure::Unsupported,
            default => null,
        };
    }

    /**
     * Returns why a certificate is rejected: by OpenSSL's number, after curl's own look at the
     * name.
     */
    private static function ofCertificate(int $verified, string $text): TransportFailure
    {
        if (str_contains($text, 'subject name')) {
            return TransportFailure::WrongName;
        }
        if (!str_starts_with((string) (curl_version()['ssl_version'] ?? ''), 'OpenSSL')) {
            // The numbers of other libraries are others.
            return TransportFailure::Certificate;
        }
        return match ($verified) {
            62, 64 => TransportFailure::WrongName,
            // A signature is bad (7) if another authority of the same name has made it.
            2, 7, 18, 19, 20, 21 => TransportFailure::UnknownIssuer,
            9 => TransportFailure::NotYetValid,
            10 => TransportFailure::Expired,
            default => TransportFailure::Certificate,
        };
    }
}
