<?php

declare(strict_types=1);

namespace Smsc\Client\Tests;

use Smsc\Client\Login;
use Smsc\Client\Message;

/** The examples of a page are one program, which prints what they show. */
final class PagesTest extends TestCase
{
    private const DEMO = "[[account]]\nlogin = 'demo'\npsw = 'demo'\n";

    public static function setUpBeforeClass(): void
    {
        self::$standin = new Standin(self::DEMO);
    }

    /** @return list<array{string}> */
    public static function pages(): array
    {
        return [['start'], ['ru/start'], ['migration'], ['ru/migration']];
    }

    /** @dataProvider pages */
    public function testTheExamplesPrintWhatTheyShow(string $page): void
    {
        $this->client(login: Login::password('demo', 'demo'))->send(new Message([self::PHONE], 'Hello', id: 101));
        self::$standin->advance(60_000);
        $text = (string) file_get_contents(__DIR__ . "/../../../../docs/$page.md");
        $this->assertGreaterThan(0, preg_match_all('/^```php\n(.*?)^```/ms', $text, $blocks));
        $code = strtr(implode('', $blocks[1]), ['127.0.0.1:8125' => self::$standin->host]);
        preg_match_all('~^//= (.*\n)~m', $code, $expected);
        $this->assertNotEmpty($expected[1]);
        ob_start();
        try {
            (static fn () => eval($code))();
        } finally {
            $printed = ob_get_clean();
        }
        $this->assertSame(implode('', $expected[1]), $printed);
    }
}
