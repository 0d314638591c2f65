<?php

declare(strict_types=1);

namespace Smsc\Client\Curl;

/**
 * The name of a proxy in errors. curl itself chooses the proxy, by the same variables.
 *
 * @internal
 */
final class Proxy
{
    /**
     * Returns the name of the proxy that a host is asked through over HTTPS, without its
     * credentials, or null if the host is asked directly.
     */
    public static function nameFor(string $host): ?string
    {
        $proxy = self::variable('https_proxy') ?? self::variable('all_proxy');
        return $proxy === null || self::isExcepted($host) ? null : self::name($proxy);
    }

    /** Returns the scheme, the host and the port of a proxy. */
    private static function name(#[\SensitiveParameter] string $proxy): string
    {
        $url = parse_url(str_contains($proxy, '://') ? $proxy : "http://$proxy");
        if (!is_array($url) || !isset($url['host'])) {
            return 'proxy';
        }
        $port = isset($url['port']) ? ":{$url['port']}" : '';
        return ($url['scheme'] ?? 'http') . "://{$url['host']}$port";
    }

    private static function isExcepted(string $host): bool
    {
        foreach (preg_split('/[\s,]+/', self::variable('no_proxy') ?? '') ?: [] as $entry) {
            $name = ltrim($entry, '.');
            $pattern = '/(^|\.)' . preg_quote($name, '/') . '$/i';
            if ($entry === '*' || $name !== '' && preg_match($pattern, $host) === 1) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns a variable of the environment, whose name may be in capitals; null if it is empty.
     */
    private static function variable(string $name): ?string
    {
        return getenv($name) ?: getenv(strtoupper($name)) ?: null;
    }
}
