<?php

/** @generate-class-entries */

namespace Smsc {
    /**
     * A request to the service, made by `smsc_request`. Send it with any HTTP client, and pass the
     * body of the response to `parse`.
     *
     * The body has the credentials, so it is no property: `var_dump`, `print_r`, `var_export` and
     * `json_encode` do not show it, and an object cannot be serialized or cloned.
     *
     * @strict-properties
     * @not-serializable
     */
    final readonly class Request
    {
        /** The URL to send the body to. It has no parameters, so it can be logged. */
        public readonly string $url;
        /** The method: `POST`. */
        public readonly string $method;
        /**
         * The lines of the header that the body needs, as `CURLOPT_HTTPHEADER` takes them.
         *
         * @var list<string>
         */
        public readonly array $headers;

        private function __construct() {}

        /** Returns the body to send. It has the credentials: do not log it. */
        public function body(): string {}

        /**
         * Returns the URL of a GET, which has all parameters. Servers and proxies log it, and with
         * it the credentials: prefer a POST of `body()` to `url`.
         *
         * @throws RequestError if the URL is longer than 2,000 characters
         */
        public function getUrl(): string {}

        /**
         * Parses the reply to a request for `status`, `delete` or `history`, as `smsc_parse` does
         * with the options of the request.
         *
         * @return list<Record|Malformed|Missing|Deleted>
         * @throws ApiError if the server rejected the request
         * @throws MalformedReply if the body is not a reply, as `smsc_parse`
         * @throws \BadMethodCallException if this is another request
         */
        public function parse(#[\SensitiveParameter] string $body): array {}
    }
}
