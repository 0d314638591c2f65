<?php

declare(strict_types=1);

namespace Smsc\Client\Gate;

use Smsc\Client\Clock;

/**
 * A state in a file, which the processes of a machine share. It has no phone, no text and no
 * credentials.
 *
 * @internal
 */
final class StateFile
{
    /**
     * The time after which refused credentials are tried again, because the list of allowed
     * addresses may have been changed: seldom enough for the block after five refused logins in
     * half an hour.
     */
    private const REFUSAL_MS = 3_600_000;

    /** @throws \InvalidArgumentException if the file cannot be opened */
    public function __construct(private readonly string $path, private readonly Clock $clock)
    {
        fclose($this->open());
    }

    /**
     * Calls a function with the state, which no other process has meanwhile, and returns what it
     * returns.
     *
     * @template T
     * @param callable(State): T $change
     * @return T
     */
    public function change(callable $change): mixed
    {
        // Opened each time, because a lock belongs to an open file, which a fork would share.
        $file = $this->open();
        try {
            flock($file, LOCK_EX);
            $now = $this->clock->now();
            $state = State::fromJson((string) stream_get_contents($file), $now);
            $state->forgetRefusal($now - self::REFUSAL_MS);
            $result = $change($state);
            rewind($file);
            ftruncate($file, 0);
            fwrite($file, $state->toJson($now));
            return $result;
        } finally {
            fclose($file);
        }
    }

    /** @return resource */
    private function open()
    {
        $isNew = !file_exists($this->path);
        $file = @fopen($this->path, 'c+');
        if ($file === false) {
            throw new \InvalidArgumentException("the gate's file cannot be opened: $this->path");
        }
        if ($isNew) {
            chmod($this->path, 0o600);
        }
        return $file;
    }
}
