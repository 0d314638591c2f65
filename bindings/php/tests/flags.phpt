--TEST--
Smsc\Flags: the bits of flag (R35)
--EXTENSIONS--
smsc_proto
--FILE--
<?php
$record = smsc_parse('{"status":1,"flag":1832}', fmt: 3)[0];
var_dump($record->flags(), $record->flags()->typeName(), $record->flags()->typeName('ru'));
var_dump(smsc_parse('1,0,0')[0]->flags());
var_dump(new Smsc\Flags(0xFFFF));
foreach ([-1, 65536, PHP_INT_MAX] as $flag) {
    try {
        new Smsc\Flags($flag);
    } catch (Smsc\OptionError $error) {
        echo $error->getMessage(), "\n";
    }
}
$flags = new Smsc\Flags(0);
try {
    $flags->__construct(1);
} catch (Error $error) {
    echo $error->getMessage(), "\n";
}
var_dump($flags->flag);
$flags = unserialize('O:10:"Smsc\Flags":1:{s:8:"template";s:40:"' . str_repeat('x', 40) . '";}');
try {
    $flags->__construct(1);
} catch (Error $error) {
    echo $error->getMessage(), "\n";
}
?>
--EXPECT--
object(Smsc\Flags)#2 (5) {
  ["flag"]=>
  int(1832)
  ["type"]=>
  int(8)
  ["second_balance"]=>
  bool(true)
  ["template"]=>
  string(11) "advertising"
  ["unknown_bits"]=>
  int(0)
}
string(6) "e-mail"
string(6) "e-mail"
NULL
object(Smsc\Flags)#2 (5) {
  ["flag"]=>
  int(65535)
  ["type"]=>
  int(15)
  ["second_balance"]=>
  bool(true)
  ["template"]=>
  string(11) "advertising"
  ["unknown_bits"]=>
  int(63696)
}
Smsc\Flags::__construct(): Argument #1 ($flag) must be from 0 to 65535
Smsc\Flags::__construct(): Argument #1 ($flag) must be from 0 to 65535
Smsc\Flags::__construct(): Argument #1 ($flag) must be from 0 to 65535
Cannot modify readonly property Smsc\Flags::$flag
int(0)
Cannot modify readonly property Smsc\Flags::$template
