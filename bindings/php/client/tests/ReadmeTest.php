<?php

declare(strict_types=1);

namespace Smsc\Client\Tests;

use Smsc\Client\Message;

/** The examples of the README are one program, which prints what they show. */
final class ReadmeTest extends TestCase
{
    public function testTheExamplesPrintWhatTheyShow(): void
    {
        $this->client()->send(new Message([self::PHONE], 'Hello', id: 101));
        $readme = (string) file_get_contents(__DIR__ . '/../README.md');
        $this->assertSame(6, preg_match_all('/^```php\n(.*?)^```/ms', $readme, $blocks));
        preg_match_all('~^//= (.*\n)~m', $readme, $expected);
        $path = (string) tempnam(sys_get_temp_dir(), 'smsc');
        putenv('SMSC_APIKEY=' . Standin::APIKEY);
        // Another file, and the stand-in instead of the service.
        $login = "Login::apiKey(getenv('SMSC_APIKEY'))";
        $code = strtr(implode('', $blocks[1]), [
            "new Client($login" => "new Client($login, hosts: \$hosts",
            '/var/lib/my-app/smsc-gate' => $path,
        ]);
        $run = static function (\Smsc\Client\Hosts $hosts, string $standin) use ($code): void {
            eval($code);
        };
        ob_start();
        try {
            $run(self::$standin->hosts(), self::$standin->host);
        } finally {
            $printed = ob_get_clean();
            putenv('SMSC_APIKEY');
            unlink($path);
        }
        $this->assertSame(implode('', $expected[1]), $printed);
    }
}
