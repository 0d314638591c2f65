<?php

declare(strict_types=1);

namespace Smsc\Client;

use Smsc\Request;

/**
 * Sends requests over HTTP. `CurlTransport` and `Psr18Transport` are two; a test brings a double.
 *
 * An implementation follows no redirect, checks certificates and has time-outs.
 */
interface Transport
{
    /**
     * POSTs the body of a request to its URL, with its headers, and returns the response, of any
     * HTTP status.
     *
     * @throws TransportError if there is no whole response. Its failure is an unsent one only if it
     *     is certain that no server has received the whole request.
     */
    public function send(Request $request): Response;
}
