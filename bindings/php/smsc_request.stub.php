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
         * Parses the reply to this request, with its own options. The result is
         *
         * - for `status`, `delete` and `history` a list of items, as that of `smsc_parse`;
         * - for `send` a `Sent` or, with cost 1, a `Price`;
         * - for `balance` a `Balance`, for `operator` an `Operator`;
         * - for `incoming` a list of `Incoming`, for `statistics` a list of `Statistics`, with a
         *   `Malformed` in the place of each item that cannot be parsed.
         *
         * @return array|Sent|Price|Balance|Operator
         * @phpstan-return list<Record|Malformed|Missing|Deleted>|list<Incoming|Malformed>|list<Statistics|Malformed>|Sent|Price|Balance|Operator
         * @throws ApiError if the server rejected the request
         * @throws MalformedReply if the body is not a reply to this request, if it cannot be
         *     parsed, or if its form is not supported
         */
        public function parse(#[\SensitiveParameter] string $body): array|Sent|Price|Balance|Operator {}
    }
}
