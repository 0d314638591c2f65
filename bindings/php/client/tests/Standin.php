<?php

declare(strict_types=1);

namespace Smsc\Client\Tests;

use Smsc\Client\Hosts;
use Smsc\Client\Login;

/** A stand-in for the service, whose clock moves when the test says so. */
final class Standin
{
    public const LOGIN = 'k3y-login';
    public const PSW = 's3cret-psw';
    public const APIKEY = 'k3y-api';
    private const ACCOUNT = "[[account]]\nlogin = 'k3y-login'\npsw = 's3cret-psw'\napikey = 'k3y-api'\n";

    /** The host with its port. */
    public readonly string $host;
    /** The folder with `ca.pem`, if it speaks TLS. */
    public readonly ?string $folder;
    private readonly string $url;
    private readonly string $scenario;
    /** @var resource */
    private $process;
    /** @var array<int, resource> */
    private array $pipes = [];

    /**
     * @param int $speed of the clock, which is frozen with 0
     * @param string|null $start of the clock; that of this machine without it
     */
    public function __construct(
        string $scenario = '',
        bool $isTls = false,
        string $address = '127.0.0.1',
        int $speed = 0,
        ?string $start = '2026-11-28T09:00:00Z',
    ) {
        $this->scenario = (string) tempnam(sys_get_temp_dir(), 'smsc');
        file_put_contents($this->scenario, self::ACCOUNT . $scenario);
        $command = [getenv('SMSC') ?: 'smsc', 'serve', ...($start === null ? [] : ['--start', $start])];
        $command = [...$command, ...($speed === 0 ? ['--frozen'] : ['--speed', (string) $speed]), '--listen', "$address:0", '--scenario', $this->scenario];
        $this->folder = $isTls ? "$this->scenario.tls" : null;
        if ($isTls) {
            mkdir($this->folder);
            $command = [...$command, '--tls', $this->folder];
        }
        // Its errors would hold a pipe open that the tests write to.
        $this->process = proc_open($command, [1 => ['pipe', 'w'], 2 => ['file', '/dev/null', 'w']], $this->pipes);
        // After a fatal error nobody stops it otherwise.
        register_shutdown_function($this->stop(...));
        // The line is printed once the stand-in is ready: listening on http://127.0.0.1:PORT
        $this->url = explode(' ', trim((string) fgets($this->pipes[1])))[2];
        $this->host = explode('//', $this->url)[1];
    }

    public static function login(): Login
    {
        return Login::password(self::LOGIN, self::PSW);
    }

    public function hosts(): Hosts
    {
        return new Hosts([$this->host], plainHttp: $this->folder === null);
    }

    public function advance(int $milliseconds): void
    {
        $this->control(['advance' => "{$milliseconds}ms"]);
    }

    /** Adds a fault to the replies of a script. */
    public function fault(array $fault, string $script, int $times = 1, bool $lost = false): void
    {
        $this->control(['fault' => $fault + compact('script', 'times', 'lost')]);
    }

    public function control(array $command): void
    {
        $this->request('/control', json_encode($command));
    }

    /** Returns the latest requests. */
    public function journal(): array
    {
        return $this->request('/control/journal');
    }

    /** Counts the requests to a script. */
    public function count(string $script): int
    {
        return count(array_filter($this->journal(), static fn ($entry) => $entry['script'] === $script));
    }

    /** Counts the messages that were accepted. */
    public function messages(): int
    {
        return $this->request('/control')['totals']['messages'];
    }

    private function request(string $path, ?string $body = null): array
    {
        $http = $body === null ? [] : ['method' => 'POST', 'content' => $body, 'header' => 'Content-Type: text/plain'];
        $ssl = $this->folder === null ? [] : ['cafile' => "$this->folder/ca.pem"];
        $context = stream_context_create(['http' => $http, 'ssl' => $ssl]);
        return json_decode(file_get_contents($this->url . $path, false, $context), true) ?? [];
    }

    public function stop(): void
    {
        if (!is_resource($this->process)) {
            return;
        }
        proc_terminate($this->process);
        fclose($this->pipes[1]);
        proc_close($this->process);
        unlink($this->scenario);
        if ($this->folder !== null) {
            array_map(unlink(...), glob("$this->folder/*"));
            rmdir($this->folder);
        }
    }
}
