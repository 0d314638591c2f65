<?php

declare(strict_types=1);

/** A stand-in for SMSC.ru, whose clock moves when the test says so. */
final class Standin
{
    public string $url;

    /** @var resource */
    private $process;

    /** @var array<int, resource> */
    private array $pipes = [];

    public function __construct()
    {
        $command = [getenv('SMSC') ?: 'smsc', 'serve', '--frozen', '--listen', '127.0.0.1:0'];
        $this->process = proc_open($command, [1 => ['pipe', 'w']], $this->pipes);
        // The line is printed once the stand-in is ready: listening on http://127.0.0.1:PORT
        $this->url = explode(' ', trim(fgets($this->pipes[1])))[2];
    }

    public function advance(string $time): void
    {
        $this->post('/control', json_encode(['advance' => $time]));
    }

    public function post(string $path, string $body): string
    {
        $header = 'Content-Type: application/x-www-form-urlencoded';
        $http = ['method' => 'POST', 'header' => $header, 'content' => $body];
        return file_get_contents($this->url . $path, false, stream_context_create(['http' => $http]));
    }

    public function stop(): void
    {
        proc_terminate($this->process);
        fclose($this->pipes[1]);
        proc_close($this->process);
    }
}
