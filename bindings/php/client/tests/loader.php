<?php

declare(strict_types=1);

spl_autoload_register(static function (string $class): void {
    foreach (['Smsc\\Client\\Tests\\' => __DIR__ . '/', 'Smsc\\Client\\' => __DIR__ . '/../src/'] as $prefix => $folder) {
        $path = $folder . strtr(substr($class, strlen($prefix)), '\\', '/') . '.php';
        if (str_starts_with($class, $prefix) && is_file($path)) {
            require_once $path;
            return;
        }
    }
});
