<?php

declare(strict_types=1);

namespace Smsc\Client;

use Psr\Http\Client\ClientExceptionInterface;
use Psr\Http\Client\ClientInterface;
use Psr\Http\Message\RequestFactoryInterface;
use Psr\Http\Message\ResponseInterface;
use Smsc\Client\Curl\Failures;
use Smsc\Request;

/**
 * A transport on an HTTP client of PSR-18, such as those of Guzzle and Symfony, and a factory of
 * PSR-17.
 *
 * PSR-18 knows neither redirects nor time-outs, so they are settings of the client. It must follow
 * no redirect, which would take the credentials to the host that the answer names; check
 * certificates; have time-outs; and repeat no request by itself, which could send a message twice.
 * The body can be read once, so that most clients cannot.
 *
 * - Guzzle: `new GuzzleHttp\Client(['timeout' => 60, 'connect_timeout' => 5])`. It follows no
 *   redirect here, and the errors of its curl are told apart.
 * - Symfony: `new Psr18Client(HttpClient::create(['max_redirects' => 0, 'timeout' => 60]))`. Before
 *   version 6.2 it follows redirects without the setting, which later ones get here. Do not pass
 *   its `RetryableHttpClient`, which repeats a message after an HTTP status such as 502.
 *
 * An error that the client does not explain counts as an answer that did not arrive: the request
 * may have been carried out.
 */
final class Psr18Transport implements Transport
{
    private readonly ClientInterface $client;

    /** @param int $maxBody the greatest length of a response, in bytes */
    public function __construct(
        ClientInterface $client,
        private readonly RequestFactoryInterface $requests,
        private readonly int $maxBody = 16 << 20,
    ) {
        $isSymfony = is_a($client, 'Symfony\\Component\\HttpClient\\Psr18Client');
        $this->client = $isSymfony && method_exists($client, 'withOptions')
            ? $client->withOptions(['max_redirects' => 0])
            : $client;
    }

    public function send(Request $request): Response
    {
        $psr = $this->requests->createRequest($request->method, $request->url)
            ->withBody(new OnceStream($request->body()))
            // A client may repeat a request by itself if a connection that it has used before turns
            // out to be closed, and the first one may have arrived.
            ->withHeader('Connection', 'close')
            ->withHeader('Accept-Encoding', 'identity');
        foreach ($request->headers as $line) {
            [$name, $value] = explode(':', $line, 2);
            $psr = $psr->withHeader($name, trim($value));
        }
        try {
            $response = $this->client->sendRequest($psr);
            $body = $this->bodyOf($response);
        } catch (TransportError $error) {
            throw $error;
        } catch (ClientExceptionInterface | \RuntimeException $error) {
            // No previous exception: it has the request, and with it the credentials.
            throw new TransportError(self::failureOf($error));
        }
        $date = $response->getHeader('Date')[0] ?? null;
        return new Response($response->getStatusCode(), $body, $date);
    }

    /** @throws TransportError if the body is too long, or shorter than announced */
    private function bodyOf(ResponseInterface $response): string
    {
        [$stream, $body] = [$response->getBody(), ''];
        if ($stream->isSeekable()) {
            $stream->rewind();
        }
        while (!$stream->eof() && strlen($body) <= $this->maxBody) {
            $body .= $stream->read(65_536);
        }
        if (strlen($body) > $this->maxBody) {
            throw new TransportError(TransportFailure::TooLong);
        }
        // Not every client compares them.
        $announced = (int) ($response->getHeader('Content-Length')[0] ?? 0);
        if (strlen($body) < $announced && !$response->hasHeader('Content-Encoding')) {
            throw new TransportError(TransportFailure::Cut);
        }
        return $body;
    }

    /** Returns the class of an exception: by the number of curl's error, which Guzzle has. */
    private static function failureOf(\Throwable $error): TransportFailure
    {
        $context = method_exists($error, 'getHandlerContext') ? $error->getHandlerContext() : [];
        $number = is_int($context['errno'] ?? null) ? $context['errno'] : 0;
        $verified = $context['ssl_verify_result'] ?? null;
        $verified = is_int($verified) ? $verified : 0;
        $text = is_string($context['error'] ?? null) ? $context['error'] : '';
        $failure = \extension_loaded('curl') ? Failures::ofNumber($number, $verified, $text) : null;
        // 28: curl's time-out.
        return $failure ?? ($number === 28 ? TransportFailure::Timeout : TransportFailure::Cut);
    }
}
