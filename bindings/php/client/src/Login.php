<?php

declare(strict_types=1);

namespace Smsc\Client;

/**
 * The credentials of an account: an API key, or a login with its password.
 *
 * `var_dump`, `var_export` and `print_r` show nothing of them, and they cannot be serialized.
 */
final class Login
{
    private function __construct(private readonly \SensitiveParameterValue $options)
    {
    }

    /** Creates credentials of an API key, which needs no login. */
    public static function apiKey(#[\SensitiveParameter] string $key): self
    {
        return new self(new \SensitiveParameterValue(['apikey' => $key]));
    }

    /**
     * Creates credentials of a login and its password, or the lower-case hexadecimal MD5 of the
     * password, which is as secret.
     */
    public static function password(
        #[\SensitiveParameter] string $login,
        #[\SensitiveParameter] string $psw,
    ): self {
        return new self(new \SensitiveParameterValue(['login' => $login, 'psw' => $psw]));
    }

    /**
     * Returns the credentials as options of `smsc_request`.
     *
     * @internal
     * @return array<string, string>
     */
    public function options(): array
    {
        return $this->options->getValue();
    }

    /**
     * Returns a mark that tells these credentials from others. It has 16 bits, which are too few to
     * try passwords with.
     *
     * @internal
     */
    public function mark(): string
    {
        return substr(hash_hmac('sha256', implode("\0", $this->options()), 'mark'), 0, 4);
    }
}
