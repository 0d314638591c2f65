<?php

declare(strict_types=1);

// The HTTP clients are Debian's packages, and the extension is loaded by the command line.
require_once 'GuzzleHttp/autoload.php';
require_once 'Nyholm/Psr7/autoload.php';
require_once 'Symfony/Component/HttpClient/autoload.php';

spl_autoload_register(static function (string $class): void {
    foreach (['Smsc\\Client\\Tests\\' => __DIR__ . '/', 'Smsc\\Client\\' => __DIR__ . '/../src/'] as $prefix => $folder) {
        $path = $folder . strtr(substr($class, strlen($prefix)), '\\', '/') . '.php';
        if (str_starts_with($class, $prefix) && is_file($path)) {
            require_once $path;
            return;
        }
    }
});
