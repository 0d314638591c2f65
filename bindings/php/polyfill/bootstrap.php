<?php

/*
 * Declares the functions of the extension smsc_proto, unless the extension is loaded. To use this
 * package without Composer, require this file.
 */

if (extension_loaded('smsc_proto')) {
    return;
}

// A class of PHP 8.
if (!class_exists('ValueError')) {
    class ValueError extends Error
    {
    }
}

spl_autoload_register(static function (string $class): void {
    $file = __DIR__ . '/src/' . strtr(substr($class, 5), '\\', '/') . '.php';
    if (strncmp($class, 'Smsc\\', 5) === 0 && is_file($file)) {
        require $file;
    }
});

require __DIR__ . '/functions.php';
