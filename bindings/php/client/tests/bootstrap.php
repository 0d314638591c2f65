<?php

declare(strict_types=1);

// The HTTP clients are Debian's packages, and the extension is loaded by the command line.
require_once 'GuzzleHttp/autoload.php';
require_once 'Nyholm/Psr7/autoload.php';
require_once 'Symfony/Component/HttpClient/autoload.php';

require_once __DIR__ . '/loader.php';
