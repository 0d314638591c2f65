"""Objects that misbehave when the package calls them: what they raise arrives unchanged.

They mutate what is iterated, call the package again, or raise. The exception is theirs, or one of
the package's that ``except Exception`` catches; never a panic, which is a ``BaseException``.
"""

import gc
import pickle
import subprocess
import sys
import weakref
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsc_proto import ApiError, Record, _native, iter_parse, parse, write

LINE = b"1,1760080210,0,101,79990000001\n"
RECORD = Record(status=1, last_timestamp=1760080210, err=0, id=101, phone="79990000001")


class Stop(BaseException):
    """Like ``KeyboardInterrupt``: nothing may turn it into another exception."""


def raising(*_: Any) -> Any:
    raise Stop


def test_a_dict_that_changes_while_a_record_is_made_of_it() -> None:
    for change in ("fields.clear()", "fields['phone'] = '7'", "del fields['status']", "fields['cost'] = None"):
        fields: dict[str, Any] = {}

        class Cost(Decimal):
            def __format__(self, *_: Any) -> str:
                exec(change, {"fields": fields})
                return "2.12"

        fields |= {"cost": Cost(1), "status": 1, "message": "hi", "id": 5}
        assert _native._restore(fields, None) == Record(status=1, cost="2.12", message="hi", id=5), change
        fields |= {"cost": Cost(1), "status": 1, "message": "hi", "id": 5, "phone": None}
        assert Record(**fields) == Record(status=1, cost="2.12", message="hi", id=5), change


def test_values_of_a_record_that_raise() -> None:
    class Cost(Decimal):
        __format__ = raising

    class Shown(str):
        __repr__ = raising

    class Unclear:
        __class__ = property(raising)

    wrong: list[dict[str, Any]] = [{"cost": Cost(1)}, {Shown("other"): 1}, {"cost": Unclear()}]
    for fields in wrong:
        with pytest.raises(Stop):
            _native._restore({"status": 1, **fields}, None)

    class Listed(Decimal):
        def __format__(self, *_: Any) -> Any:
            return [self]

    with pytest.raises(TypeError, match="cost: expected Decimal or str, not list"):
        Record(status=1, cost=Listed(1))


def test_a_dict_of_a_class_of_its_own() -> None:
    class Fields(dict[str, Any]):
        keys = items = values = copy = __iter__ = __getitem__ = __len__ = raising

    try:
        assert _native._restore(Fields(status=1), None) == Record(status=1)
    except Stop:
        pass


class Number(int):
    __index__ = __int__ = __eq__ = __hash__ = __repr__ = __str__ = __format__ = __lt__ = raising


class Word(str):
    __eq__ = __hash__ = __repr__ = __str__ = __format__ = __len__ = __iter__ = encode = raising  # type: ignore[assignment]


def test_numbers_and_texts_of_classes_of_their_own_are_taken_by_their_value() -> None:
    record = Record(status=Number(1), last_timestamp=Number(1760080210), err=Number(0), id=Number(101), phone=Word("79990000001"))
    assert record == RECORD
    ids: list[Any] = [Word("id")]
    written: dict[str, Any] = {"fmt": Number(1), "charset": Word("utf-8")}
    options: dict[str, Any] = {"fmt": Number(1), "all": Number(0), "charset": Word("utf-8"), "kind": Word("sms"), "api_error": Word("raise")}
    assert list(parse(LINE, multi=True, ids=[(Number(101), Word("79990000001"))], **options)) == [RECORD]
    assert list(iter_parse([LINE], ids=[(Number(101), Word("79990000001"))], **options)) == [RECORD]
    assert write([RECORD], multi=True, **written) == LINE.strip()
    assert list(parse(LINE, multi=True).rows(*ids)) == [(101,)]
    assert parse(Word(LINE.decode()), multi=True)[0] == RECORD


ITERATORS: list[type] = []


def iterator(made: type) -> type:
    ITERATORS.append(made)
    return made


@iterator
class WithoutIterator:
    __iter__ = raising


@iterator
class WithoutNext:
    def __iter__(self) -> Any:
        return self

    __next__ = raising


@iterator
class WithoutLength:
    def __iter__(self) -> Any:
        return WithoutNext()

    __length_hint__ = __len__ = raising


@iterator
class WithoutHint(WithoutNext):
    __length_hint__ = raising


@pytest.mark.parametrize("kind", ITERATORS, ids=lambda kind: kind.__name__)
def test_iterables_that_raise(kind: type) -> None:
    for use in (
        lambda: parse(LINE, multi=True, ids=kind()),
        lambda: iter_parse([LINE], ids=kind()),
        lambda: list(iter_parse(kind())),
        lambda: write(kind(), multi=True),
    ):
        with pytest.raises(Stop):
            use()


@pytest.mark.parametrize("hint", [-1, 1 << 62, 10**30, "5", None, NotImplemented])
def test_a_hint_of_the_length_that_is_wrong(hint: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    ignored: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", ignored.append)

    class Hinted:
        def __init__(self, *items: Any) -> None:
            self.items = iter(items)

        def __iter__(self) -> Any:
            return self

        def __next__(self) -> Any:
            return next(self.items)

        def __length_hint__(self) -> Any:
            return hint

    assert list(parse(LINE, multi=True, ids=Hinted((101, "79990000001")))) == [RECORD]
    assert list(iter_parse(Hinted(LINE))) == [RECORD]
    assert write(Hinted(RECORD), multi=True) == LINE.strip()
    assert ignored == []


def test_a_list_that_changes_while_it_is_iterated() -> None:
    pairs: list[Any] = [(101, "79990000001")]
    records: list[Any] = [RECORD]

    class Growing:
        def __init__(self, items: list[Any]) -> None:
            self.items, self.at = items, 0

        def __iter__(self) -> Any:
            return self

        def __next__(self) -> Any:
            if self.at == 3:
                self.items.clear()
                raise StopIteration
            self.items.append(self.items[0])
            self.at += 1
            return self.items[self.at]

    assert list(parse(LINE, multi=True, ids=Growing(pairs)))[0] == RECORD and pairs == []
    assert write(Growing(records), multi=True) == b"\n".join([LINE.strip()] * 3) and records == []


def test_calls_from_within_a_call() -> None:
    def pairs() -> Iterator[Any]:
        assert list(parse(LINE, multi=True, ids=[(101, "79990000001")])) == [RECORD]
        yield 101, "79990000001"

    def records() -> Iterator[Any]:
        yield from parse(write([RECORD], multi=True), multi=True)

    reply: Any = parse(LINE, multi=True, ids=pairs())
    assert list(reply) == [RECORD] and write(records(), multi=True) == LINE.strip()

    class Index:
        def __index__(self) -> int:
            return len(list(reply)) - len(reply[:])

    assert reply[Index()] == RECORD and reply[Index() : 1] == (RECORD,)

    class Equal:
        def __eq__(self, other: Any) -> bool:
            return bool(reply.index(RECORD) == 0 and reply.count(other) == 1)

    assert reply.index(Equal()) == 0 and reply.count(Equal()) == 1 and Equal() in reply


def test_indices_and_values_that_raise() -> None:
    reply: Any = parse(LINE, multi=True)

    class Index:
        __index__ = raising

    class Equal:
        __eq__ = raising

    class Name(str):
        __repr__ = raising

    uses: list[Callable[[], Any]] = [
        lambda: reply[Index()],
        lambda: reply[Index() :],
        lambda: reply[:: Index()],
        lambda: reply.index(Equal()),
        lambda: reply.index(RECORD, Index()),
        lambda: reply.count(Equal()),
        lambda: Equal() in reply,
        lambda: reply == Equal(),
        lambda: reply[0] == Equal(),
        lambda: reply.rows(Name("other")),
    ]
    for use in uses:
        with pytest.raises(Stop):
            use()


class Subclass(bytes):
    """Bytes that say something else about themselves."""

    owner: Any = None
    __len__ = __iter__ = __getitem__ = __bytes__ = __eq__ = __hash__ = raising


def test_bodies_and_chunks_of_classes_of_their_own() -> None:
    assert list(parse(Subclass(LINE), multi=True)) == list(iter_parse([Subclass(LINE)])) == [RECORD]

    class Raising(bytearray):
        __bytes__ = raising

    class Wrong(bytearray):
        def __bytes__(self) -> Any:
            return 5

    for use in (lambda body: parse(body, multi=True), lambda body: list(iter_parse([body]))):
        with pytest.raises(Stop):
            use(Raising(LINE))
        with pytest.raises(TypeError):
            use(Wrong(LINE))
        released = memoryview(LINE)
        released.release()
        with pytest.raises(ValueError):
            use(released)


def test_a_body_that_holds_its_reply_is_collected() -> None:
    class Owner:
        pass

    def seen(use: Callable[[Subclass], Any]) -> weakref.ref[Owner]:
        body, owner = Subclass(LINE), Owner()
        body.owner = owner, use(body)
        return weakref.ref(owner)

    def stream(body: Subclass) -> Any:
        made = iter_parse([LINE, body])
        return next(made), made

    kept = [
        seen(lambda body: parse(body, multi=True)),
        seen(lambda body: parse(body, multi=True)[0]),
        seen(lambda body: parse(body, multi=True).records()),
        seen(stream),
    ]
    gc.collect()
    assert [owner() for owner in kept] == [None] * 4


def test_a_source_that_uses_its_stream() -> None:
    class Source:
        stream: Any

        def __iter__(self) -> Any:
            return self

        def __next__(self) -> Any:
            return next(self.stream)

        def __del__(self) -> None:
            self.stream = None

    class File(Source):
        def read(self, size: int) -> Any:
            return next(self.stream)

    class Finalizing(bytes):
        stream: Any = None
        raised: list[BaseException] = []

        def __del__(self) -> None:
            try:
                next(self.stream)
            except BaseException as error:
                self.raised.append(error)

    for kind in (Source, File):
        source = kind()
        source.stream = iter_parse(source)
        with pytest.raises(ValueError, match="iter_parse: the iterator is already in use by another call"):
            next(source.stream)

    def chunks() -> Iterator[bytes]:
        for _ in range(3):
            chunk = Finalizing(LINE)
            chunk.stream = stream
            yield chunk
            del chunk

    stream = iter_parse(chunks())
    assert list(stream) == [RECORD] * 3
    del stream
    gc.collect()
    assert all(isinstance(error, (ValueError, StopIteration)) for error in Finalizing.raised)


def test_a_source_whose_attributes_raise() -> None:
    class Source:
        read = property(raising)

    with pytest.raises(Stop):
        iter_parse(Source())


def test_items_to_write_that_raise() -> None:
    class Unclear:
        __class__ = property(raising)

    class Index:
        __index__ = raising

    class Error(ApiError):
        pass

    error = Error(9)
    for name in ("code", "text", "id"):
        setattr(error, name, Index())
        with pytest.raises((TypeError, ValueError)):
            write(error)
        setattr(error, name, 9 if name == "code" else None)
    assert write(error) == b"0,-9"
    wrong: list[Any] = [Unclear(), [Unclear()]]
    for records in wrong:
        with pytest.raises(Stop):
            write(records, multi=True)
    with pytest.raises(TypeError, match="records: expected an iterable of Record"):
        write(cast(Any, [RECORD, Unclear()]), multi=True)


KEY = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary()
ANY = st.recursive(KEY | st.decimals(), lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEY, inner, max_size=2))
NAMES = st.sampled_from([*RECORD.to_dict(), "cost", "message", "flag", "split", "unexpected", "last_date", "crc"]) | st.text()


@given(st.dictionaries(NAMES | KEY, ANY), ANY, ANY)
def test_any_pickle_is_restored_or_raises_an_exception(fields: dict[Any, Any], kind: Any, looks_like_utf8: Any) -> None:
    try:
        record = _native._restore(fields, kind, looks_like_utf8)
    except (TypeError, ValueError):
        return
    assert pickle.loads(pickle.dumps(record)) == record


def test_a_call_during_the_first_call() -> None:
    # The first call imports modules, and anything may run meanwhile: the handler of a signal, or,
    # as here, an import hook.
    code = """if True:
        import sys, smsc_proto
        class Finder:
            def find_spec(self, name, path=None, target=None):
                if name == "decimal":
                    sys.meta_path.remove(self)
                    print(len(smsc_proto.parse(b"1,1760080210,0").records().__next__().to_dict()))
        sys.modules.pop("decimal", None)
        sys.meta_path.insert(0, Finder())
        (record,) = smsc_proto.parse(b"1,1760080210,0")
        print(record.status.name, type(record.status) is smsc_proto.StatusCode)
    """
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=20, check=False)
    assert (ended.stdout, ended.stderr, ended.returncode) == ("3\nDelivered True\n", "", 0)


@pytest.mark.parametrize("start", ["", "\\u0041"], ids=["plain", "escapes"])
def test_a_text_that_does_not_fit_into_memory(start: str) -> None:
    code = f"""if True:
        import resource, smsc_proto
        reply = smsc_proto.parse(rb'{{"status": 1, "message": "{start}%s"}}' % (b"x" * (200 << 20)), fmt=3)
        pages = int(open("/proc/self/statm").read().split()[0])
        limit = pages * resource.getpagesize() + (50 << 20)
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        try:
            reply[0]
        except MemoryError:
            print("MemoryError")
    """
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (ended.stdout, ended.stderr, ended.returncode) == ("MemoryError\n", "", 0)
