<?php

declare(strict_types=1);

namespace Smsc\Client;

use Smsc\Client\Curl\Failures;
use Smsc\Client\Curl\Proxy;
use Smsc\Request;

/**
 * A transport on ext-curl.
 *
 * It speaks HTTPS alone, except to this machine itself, follows no redirect and keeps no cookie. It
 * trusts the authorities of the platform, of `curl.cainfo` in php.ini, or of a file. It goes
 * through the proxy of `https_proxy`, `HTTPS_PROXY`, `all_proxy` or `ALL_PROXY` unless `no_proxy`
 * excepts the host; this machine itself is asked directly.
 */
final class CurlTransport implements Transport
{
    /**
     * Creates a transport.
     *
     * @param int $connectTimeoutMs the time for a connection, in milliseconds
     * @param int $timeoutMs the time for a whole request, in milliseconds
     * @param int $maxBody the greatest length of a response, in bytes
     * @param ?string $caFile a PEM file with the authorities to trust instead of the platform's
     * @throws \InvalidArgumentException if there is no certificate in the file
     * @throws \LogicException if PHP has no curl
     */
    public function __construct(
        private readonly int $connectTimeoutMs = 5_000,
        private readonly int $timeoutMs = 60_000,
        private readonly int $maxBody = 16 << 20,
        private readonly ?string $caFile = null,
    ) {
        if (!\extension_loaded('curl')) {
            throw new \LogicException('PHP has no curl: install it, or pass a client of PSR-18');
        }
        $isFile = $caFile !== null && is_file($caFile) && is_readable($caFile);
        $pem = $isFile ? (string) file_get_contents($caFile) : '';
        if ($caFile !== null && !str_contains($pem, '-----BEGIN CERTIFICATE-----')) {
            throw new \InvalidArgumentException('the CA file has no certificate: pass a PEM file');
        }
    }

    public function send(Request $request): Response
    {
        $host = (string) parse_url($request->url, PHP_URL_HOST);
        $isLocal = Hosts::isLoopback($host);
        // Each request has a connection of its own: curl repeats a request by itself if a
        // connection that it has used before turns out to be closed, and the first one may have
        // arrived.
        $curl = curl_init();
        [$sent, $received] = [$this->upload($curl, $request->body()), $this->download($curl)];
        curl_setopt_array($curl, [
            CURLOPT_URL => $request->url,
            CURLOPT_CUSTOMREQUEST => 'POST',
            CURLOPT_HTTPHEADER => [...$request->headers, 'Expect:', 'Connection: close'],
            CURLOPT_USERAGENT => 'smsc-proto-client/0.1',
            CURLOPT_HTTP_VERSION => CURL_HTTP_VERSION_1_1,
            CURLOPT_PROTOCOLS => $isLocal ? CURLPROTO_HTTP | CURLPROTO_HTTPS : CURLPROTO_HTTPS,
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_FORBID_REUSE => true,
            CURLOPT_SSL_VERIFYPEER => true,
            CURLOPT_SSL_VERIFYHOST => 2,
            CURLOPT_NOSIGNAL => true,
            CURLOPT_CONNECTTIMEOUT_MS => $this->connectTimeoutMs,
            CURLOPT_TIMEOUT_MS => $this->timeoutMs,
        ]);
        if ($this->caFile !== null) {
            curl_setopt($curl, CURLOPT_CAINFO, $this->caFile);
        }
        if ($isLocal) {
            curl_setopt($curl, CURLOPT_NOPROXY, '*');
        }
        curl_exec($curl);
        if (curl_errno($curl) !== 0) {
            $failure = match (true) {
                $received->isTooLong => TransportFailure::TooLong,
                $sent->wasRead => Failures::ofAnswer($curl),
                default => Failures::ofConnection($curl),
            };
            throw new TransportError($failure, $isLocal ? null : Proxy::nameFor($host));
        }
        $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        return new Response($status, $received->body, $received->date);
    }

    /**
     * Lets curl read the body of the request. Returns an object that tells whether it was read:
     * without a byte of its body no request can be carried out.
     */
    private function upload(\CurlHandle $curl, #[\SensitiveParameter] string $body): Curl\Sent
    {
        $sent = new Curl\Sent($body);
        curl_setopt_array($curl, [
            CURLOPT_UPLOAD => true,
            CURLOPT_INFILESIZE => strlen($body),
            CURLOPT_READFUNCTION
                => static fn ($curl, $file, int $length): string => $sent->read($length),
        ]);
        return $sent;
    }

    /** Lets curl write the body of the response. Returns an object that has it in the end. */
    private function download(\CurlHandle $curl): Curl\Received
    {
        $received = new Curl\Received($this->maxBody);
        curl_setopt_array($curl, [
            CURLOPT_HEADERFUNCTION
                => static fn ($curl, string $line): int => $received->header($line),
            CURLOPT_WRITEFUNCTION => static fn (
                $curl,
                #[\SensitiveParameter] string $bytes,
            ): int => $received->write($bytes),
        ]);
        return $received;
    }
}
