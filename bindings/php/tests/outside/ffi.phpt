--TEST--
PHP's FFI loads the unmodified C header with the line of the README
--EXTENSIONS--
ffi
--SKIPIF--
<?php
if (getenv('SMSC_PROTO_PREFIX') === false) {
    die('skip SMSC_PROTO_PREFIX is not set to the prefix of an installed C library');
}
?>
--INI--
ffi.enable=1
--FILE--
<?php
$prefix = getenv('SMSC_PROTO_PREFIX');
// The line of the README, with the paths of this installation.
preg_match('/^\$smsc = FFI::cdef\(.*;$/m', file_get_contents(__DIR__ . '/../../README.md'), $line);
eval(str_replace(['/usr/local', "'libsmsc_proto.so'"], [$prefix, "'$prefix/lib/libsmsc_proto.so'"], $line[0]));
var_dump($smsc->smsc_abi_get());

$body = "1,1760080210,0,101,79990000001\n20,1760080211,1,102,79990000002\n";
$held = $smsc->new('char[' . strlen($body) . ']');
FFI::memcpy($held, $body, strlen($body));

function sized(string $type): FFI\CData
{
    $value = $GLOBALS['smsc']->new($type);
    $value->size = FFI::sizeof($value);
    return $value;
}

$query = sized('smsc_query');
$query->format = $smsc->SMSC_FORMAT_VALUES;
$query->batch = 1;
$reader = $smsc->new('smsc_reader');
$record = sized('smsc_record');
$error = sized('smsc_error');
var_dump($smsc->smsc_reader_begin(FFI::addr($query), $held, strlen($body), FFI::addr($reader), null, FFI::addr($error)) === $smsc->SMSC_RESULT_OK);
while ($smsc->smsc_reader_next(FFI::addr($reader), FFI::addr($record), FFI::addr($error)) === $smsc->SMSC_RESULT_OK) {
    echo $record->id, ' ', $record->status, ' ', FFI::string($record->phone->ptr, $record->phone->len), "\n";
}
?>
--EXPECT--
int(1)
bool(true)
101 1 79990000001
102 20 79990000002
