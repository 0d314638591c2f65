--TEST--
Exceptions, and the Smsc\Malformed of a batch
--EXTENSIONS--
smsc_proto
--INI--
zend.exception_ignore_args=0
--FILE--
<?php
function show(callable $call): void
{
    try {
        var_dump($call());
    } catch (Throwable $error) {
        echo get_class($error), ' < ', get_parent_class($error), ' ', $error->getCode(), ': ', $error->getMessage(), "\n";
        $own = array_diff_key(get_object_vars($error), get_class_vars(get_parent_class($error)));
        echo $own === [] ? '' : json_encode($own, JSON_UNESCAPED_UNICODE) . "\n";
    }
}

echo "-- bodies that are not replies\n";
show(fn () => smsc_parse(''));
show(fn () => smsc_parse('<html>502 Bad Gateway</html>'));
show(fn () => smsc_parse("some text\nand more", multi: true));
show(fn () => smsc_parse('1,x,0'));
show(fn () => smsc_parse('1,1760080210,3,4'));
show(fn () => smsc_parse('1234,1'));
echo "-- API errors\n";
show(fn () => smsc_parse('0,-9'));
show(fn () => smsc_parse('101,-77'));
show(fn () => smsc_parse("ERROR = 2 (\xe7\xe0\xef\xf0\xe5\xf9\xe5\xed\xee)", fmt: 0));
show(fn () => iterator_to_array(smsc_iterate(['0,', '-4'])));
echo "-- invalid options\n";
show(fn () => smsc_parse('1,0,0', fmt: 4));
show(fn () => smsc_parse('1,0,0', fmt: -1));
show(fn () => smsc_parse('1,0,0', all: 3));
show(fn () => smsc_parse('1,0,0', charset: 'utf-16'));
show(fn () => smsc_parse('1,0,0', kind: 'call'));
foreach ([[], [1], [[1]], [[0, '7']], [[1, null]], [['x/y', '7']], [[2147483648, '7']], [[-1, '7']], [[4294967297, '7']], [[1, "\xff"]], [[1, '7'], [2]],
    [[1, '']], [[1, " \t"]], [[' 1', '7']], [["1\n", '7']], [['+1', '7']],
    ['79990000001' => [1, '79990000001'], '79990000002' => ['', '79990000002']]] as $ids) {
    show(fn () => smsc_parse('1,0,0', ids: $ids));
}
show(fn () => smsc_iterate('1,0,0', all: 3));
show(fn () => smsc_iterate('1,0,0', ids: [[1, '7'], [5, '']]));
show(fn () => smsc_get_status_compat('1,0,0', 3, '1'));
show(fn () => smsc_parse('1,0,0')[0]->statusName('de'));
show(fn () => smsc_iterate(7));
show(fn () => smsc_parse());
echo "-- malformed records of a batch\n";
show(fn () => smsc_parse("1,0,0,101,79990000001\nx\n20,0,0,102,79990000002\n", multi: true)[1]);
show(fn () => smsc_parse("1,0,0,101,79990000001\n1,9x,0,102,79990000002\n", multi: true)[1]->field);
echo "-- neither message nor trace contains the body\n";
try {
    smsc_parse('1,0,0,79990000001,SECRET', ids: [[1, '79990000001']]);
} catch (Smsc\MalformedReply $error) {
    var_dump(preg_match('/79990000001|SECRET/', $error . print_r($error->getTrace(), true)));
}
?>
--EXPECT--
-- bodies that are not replies
Smsc\MalformedReply < RuntimeException 200: byte 0: not an fmt=1 reply: the body is empty
{"offset":0,"expected":"an fmt=1 reply","field":null,"start":0,"end":0,"hint":null}
Smsc\MalformedReply < RuntimeException 200: byte 0: not an fmt=1 reply: the body looks like HTML or XML
{"offset":0,"expected":"an fmt=1 reply","field":null,"start":0,"end":0,"hint":null}
Smsc\MalformedReply < RuntimeException 200: byte 0: not an fmt=1 reply: the body is some other text
{"offset":0,"expected":"an fmt=1 reply","field":null,"start":0,"end":0,"hint":null}
Smsc\MalformedReply < RuntimeException 201: byte 2: invalid last_timestamp: expected Unix seconds from 0 to 2^40, or nothing
{"offset":2,"expected":"Unix seconds from 0 to 2^40, or nothing","field":"last_timestamp","start":0,"end":5,"hint":null}
Smsc\MalformedReply < RuntimeException 202: byte 16: expected 2 or 3 fields (5 are a line of a batch), found 4
{"offset":16,"expected":"2 or 3 fields (5 are a line of a batch)","field":null,"start":0,"end":16,"hint":null}
Smsc\MalformedReply < RuntimeException 200: byte 0: not an fmt=1 reply: the body looks like a reply of send.php, so request the status of the id in it
{"offset":0,"expected":"an fmt=1 reply","field":null,"start":0,"end":0,"hint":null}
-- API errors
Smsc\ApiError < RuntimeException 9: the server rejected the request with error 9: Too many requests
{"text":null,"id":null,"endpoint":"status","looks_like_utf8":false}
Smsc\ApiError < RuntimeException 77: the server rejected the request with error 77
{"text":null,"id":101,"endpoint":"send","looks_like_utf8":false}
Smsc\ApiError < RuntimeException 2: the server rejected the request with error 2: Wrong login or password
{"text":"запрещено","id":null,"endpoint":"status","looks_like_utf8":false}
Smsc\ApiError < RuntimeException 4: the server rejected the request with error 4: IP address temporarily blocked
{"text":null,"id":null,"endpoint":"status","looks_like_utf8":false}
-- invalid options
Smsc\OptionError < ValueError 0: smsc_parse(): Argument #2 ($fmt) must be 0, 1, 2 or 3
Smsc\OptionError < ValueError 0: smsc_parse(): Argument #2 ($fmt) must be 0, 1, 2 or 3
Smsc\OptionError < ValueError 0: smsc_parse(): Argument #3 ($all) must be 0, 1 or 2
Smsc\OptionError < ValueError 0: smsc_parse(): Argument #5 ($charset) must be "windows-1251", "koi8-r" or "utf-8"
Smsc\OptionError < ValueError 0: smsc_parse(): Argument #6 ($kind) must be "auto", "sms", "hlr" or "email"
Smsc\OptionError < ValueError 0: smsc_parse(): Argument #7 ($ids) must not be empty; pass null if the pairs are unknown
Smsc\OptionError < ValueError 0: smsc_parse(): Argument #7 ($ids) must be a list of [id, phone] pairs or of rows with "id" and "phone", or an array of phones by id; ids from 1 to 2147483647 or texts of at most 40 letters, digits, dots, "-" and "_", phones in UTF-8 that are not empty; the entry at index 0 is invalid
Smsc\OptionError < ValueError 0: smsc_parse(): Argument #7 ($ids) must be a list of [id, phone] pairs or of rows with "id" and "phone", or an array of phones by id; ids from 1 to 2147483647 or texts of at most 40 letters, digits, dots, "-" and "_", phones in UTF-8 that are not empty; the entry at index 0 is invalid
Smsc\OptionError < ValueError 0: smsc_parse(): Argument #7 ($ids) must be a list of [id, phone] pairs or of rows with "id" and "phone", or an array of phones by id; ids from 1 to 2147483647 or texts of at most 40 letters, digits, dots, "-" and "_", phones in UTF-8 that are not empty; the entry at index 0 is invalid
Smsc\OptionError < ValueError 0: smsc_parse(): Argument #7 ($ids) must be a list of [id, phone] pairs or of rows with "id" and "phone", or an array of phones by id; ids from 1 to 2147483647 or texts of at most 40 letters, digits, dots, "-" and "_", phones in UTF-8 that are not empty; the entry at index 0 is invalid
Smsc\OptionError < ValueError 0: smsc_parse(): Argument #7 ($ids) must be a list of [id, phone] pairs or of rows with "id" and "phone", or an array of phones by id; ids from 1 to 2147483647 or texts of at most 40 letters, digits, dots, "-" and "_", phones in UTF-8 that are not empty; the entry at index 0 is invalid
Smsc\OptionError < ValueError 0: smsc_parse(): Argument #7 ($ids) must be a list of [id, phone] pairs or of rows with "id" and "phone", or an array of phones by id; ids from 1 to 2147483647 or texts of at most 40 letters, digits, dots, "-" and "_", phones in UTF-8 that are not empty; the entry at index 0 is invalid
Smsc\OptionError < ValueError 0: smsc_parse(): Argument #7 ($ids) must be a list of [id, phone] pairs or of rows with "id" and "phone", or an array of phones by id; ids from 1 to 2147483647 or texts of at most 40 letters, digits, dots, "-" and "_", phones in UTF-8 that are not empty; the entry at index 0 is invalid
Smsc\OptionError < ValueError 0: smsc_parse(): Argument #7 ($ids) must be a list of [id, phone] pairs or of rows with "id" and "phone", or an array of phones by id; ids from 1 to 2147483647 or texts of at most 40 letters, digits, dots, "-" and "_", phones in UTF-8 that are not empty; the entry at index 0 is invalid
Smsc\OptionError < ValueError 0: smsc_parse(): Argument #7 ($ids) must be a list of [id, phone] pairs or of rows with "id" and "phone", or an array of phones by id; ids from 1 to 2147483647 or texts of at most 40 letters, digits, dots, "-" and "_", phones in UTF-8 that are not empty; the entry at index 0 is invalid
Smsc\OptionError < ValueError 0: smsc_parse(): Argument #7 ($ids) must be a list of [id, phone] pairs or of rows with "id" and "phone", or an array of phones by id; ids from 1 to 2147483647 or texts of at most 40 letters, digits, dots, "-" and "_", phones in UTF-8 that are not empty; the entry at index 1 is invalid
Smsc\OptionError < ValueError 0: smsc_parse(): Argument #7 ($ids) must be a list of [id, phone] pairs or of rows with "id" and "phone", or an array of phones by id; ids from 1 to 2147483647 or texts of at most 40 letters, digits, dots, "-" and "_", phones in UTF-8 that are not empty; the entry at index 0 is invalid
Smsc\OptionError < ValueError 0: smsc_parse(): Argument #7 ($ids) must be a list of [id, phone] pairs or of rows with "id" and "phone", or an array of phones by id; ids from 1 to 2147483647 or texts of at most 40 letters, digits, dots, "-" and "_", phones in UTF-8 that are not empty; the entry at index 0 is invalid
Smsc\OptionError < ValueError 0: smsc_parse(): Argument #7 ($ids) must be a list of [id, phone] pairs or of rows with "id" and "phone", or an array of phones by id; ids from 1 to 2147483647 or texts of at most 40 letters, digits, dots, "-" and "_", phones in UTF-8 that are not empty; the entry at index 0 is invalid
Smsc\OptionError < ValueError 0: smsc_parse(): Argument #7 ($ids) must be a list of [id, phone] pairs or of rows with "id" and "phone", or an array of phones by id; ids from 1 to 2147483647 or texts of at most 40 letters, digits, dots, "-" and "_", phones in UTF-8 that are not empty; the entry at index 0 is invalid
Smsc\OptionError < ValueError 0: smsc_parse(): Argument #7 ($ids) must be a list of [id, phone] pairs or of rows with "id" and "phone", or an array of phones by id; ids from 1 to 2147483647 or texts of at most 40 letters, digits, dots, "-" and "_", phones in UTF-8 that are not empty; the entry at index 0 is invalid
Smsc\OptionError < ValueError 0: smsc_parse(): Argument #7 ($ids) must be a list of [id, phone] pairs or of rows with "id" and "phone", or an array of phones by id; ids from 1 to 2147483647 or texts of at most 40 letters, digits, dots, "-" and "_", phones in UTF-8 that are not empty; the entry at index 1 is invalid
Smsc\OptionError < ValueError 0: smsc_iterate(): Argument #3 ($all) must be 0, 1 or 2
Smsc\OptionError < ValueError 0: smsc_iterate(): Argument #7 ($ids) must be a list of [id, phone] pairs or of rows with "id" and "phone", or an array of phones by id; ids from 1 to 2147483647 or texts of at most 40 letters, digits, dots, "-" and "_", phones in UTF-8 that are not empty; the entry at index 1 is invalid
Smsc\OptionError < ValueError 0: smsc_get_status_compat(): Argument #2 ($all) must be 0, 1 or 2
Smsc\OptionError < ValueError 0: Smsc\Record::statusName(): Argument #1 ($lang) must be "en", "ru" or "fr"
TypeError < Error 0: smsc_iterate(): Argument #1 ($source) must be of type Traversable|array|string|resource, int given
ArgumentCountError < TypeError 0: smsc_parse() expects at least 1 argument, 0 given
-- malformed records of a batch
object(Smsc\Malformed)#4 (7) {
  ["code"]=>
  int(201)
  ["message"]=>
  string(55) "byte 22: invalid status: expected an integer of 32 bits"
  ["offset"]=>
  int(22)
  ["expected"]=>
  string(21) "an integer of 32 bits"
  ["field"]=>
  string(6) "status"
  ["start"]=>
  int(22)
  ["end"]=>
  int(23)
}
string(14) "last_timestamp"
-- neither message nor trace contains the body
int(0)
