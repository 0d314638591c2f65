"""Sources that need a library: URLs by fsspec, and files by zstd."""

from pathlib import Path

import fsspec  # type: ignore[import-untyped]
import pyarrow  # type: ignore[import-untyped]
import pytest
from tables import BATCH

from smsc_proto import Scan, scan


def ids(replies: Scan) -> list[int | None]:
    return pyarrow.table(replies)["id"].to_pylist()  # type: ignore[no-any-return]


@pytest.mark.parametrize("codec", ["gzip", "zstd"])
def test_compressed_files(codec: str, tmp_path: Path) -> None:
    path = tmp_path / "reply"
    for _ in range(2):
        with pyarrow.output_stream(str(path), compression=codec) as file:
            file.write(BATCH)
        with path.open("ab") as whole, pyarrow.output_stream(whole, compression=codec) as file:
            file.write(BATCH)
    for source in (path, path.read_bytes()):
        assert ids(scan(source)) == [101, 102, None] * 2
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(pyarrow.ArrowInvalid, match="cannot read .*reply: "):
        ids(scan(path))


def test_urls() -> None:
    system = fsspec.filesystem("memory")
    for number, name in enumerate(["/replies/b.txt", "/replies/more/c.txt", "/replies/a.txt"], 1):
        system.pipe(name, b"1,1760080210,0,%d,79990000001\n" % number)
    assert ids(scan("memory://replies")) == [3, 1, 2]
    assert ids(scan("memory://replies/*.txt")) == [3, 1]
    table = scan(["memory://replies/**/c.txt", "memory://replies/b.txt"])
    assert ids(table) == ids(table) == [2, 1]
    assert table.sources == ["memory:///replies/more/c.txt", "memory:///replies/b.txt"]
    for url in ("memory://replies/none.txt", "memory://replies/*.csv"):
        with pytest.raises(FileNotFoundError) as caught:
            scan(url)
        assert caught.value.filename == url
    with pytest.raises(ValueError, match="nosuchprotocol"):
        scan("nosuchprotocol://a/b")
