<?php

declare(strict_types=1);

namespace Smsc\Client;

use Smsc\Advice;
use Smsc\ApiError;

/** The service refused the request with an API error, whose number is `getCode()`. */
final class Refused extends CallError
{
    /** The script that refused, because the same number means something else in another one. */
    public readonly string $endpoint;
    private readonly \SensitiveParameterValue $text;

    /** @internal */
    public function __construct(
        string $host,
        #[\SensitiveParameter] ApiError $error,
        string $script,
    ) {
        $this->endpoint = $error->endpoint;
        // No previous exception: var_dump would show its text.
        $this->text = new \SensitiveParameterValue($error->text);
        $name = $error->name();
        $meaning = $name === null ? '' : ', ' . lcfirst($name);
        $text = "$host refused the request to $script: error {$error->getCode()}$meaning";
        parent::__construct($text, $host);
        $this->code = $error->getCode();
    }

    /**
     * Returns the text of the service, which may have a phone: do not log it. Null if there was
     * none.
     */
    public function text(): ?string
    {
        return $this->text->getValue();
    }

    public function setAdvice(Advice $advice): void
    {
        parent::setAdvice($advice);
        $minutes = intdiv(($advice->wait_ms ?? 0) + 59_999, 60_000);
        $this->message .= match (true) {
            $advice->reason === 'credentials'
                => ': correct the credentials or the list of allowed addresses '
                    . 'before the next request',
            $advice->reason === 'blocked' => ": send nothing for $minutes minutes",
            $this->code === ApiError::TOO_MANY_REQUESTS => ': wait a minute, and ask less often',
            default => ': change the request, because the same one would be refused again',
        };
    }

    public function advised(): array
    {
        return ['failure' => 'rejected', 'code' => $this->code];
    }
}
