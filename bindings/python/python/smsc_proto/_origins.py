"""The replies that ``scan`` reads: files, folders, globs, URLs, bytes and open files."""

import errno
import functools
import glob
import io
import os
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

if TYPE_CHECKING:
    import threading

ACCEPTED = "sources: expected a path, a URL, bytes, a binary file, or several of these"
# Not `file:`, which Python itself can open, nor the letter of a drive.
URL = re.compile(r"(?!file:)[A-Za-z][A-Za-z0-9+.-]+://")


class File(Protocol):
    """A file that is opened in binary mode."""

    def read(self, size: int, /) -> bytes:
        """Returns at most ``size`` bytes, none at the end."""


Source: TypeAlias = str | os.PathLike[str] | bytes | bytearray | File
"""A reply, or several: a path, a folder, a glob, a URL, the bytes of a body, or a file."""
Origin: TypeAlias = str | tuple[str, int, int] | tuple[str, bytes] | tuple[str, Callable[[], Any]]
"""What the native module reads: a path, a part of a file, or a name with bytes or a function that opens
a file."""


def origins(sources: Any) -> list[Origin]:
    """Returns the replies of sources, in their order; those of a folder or a glob are sorted."""
    found = list(origins_of(sources, is_nested=False))
    if not found:
        raise ValueError(f"{ACCEPTED}, not none")
    return found


def origins_of(source: Any, *, is_nested: bool) -> Iterator[Origin]:
    """Yields the replies of a source."""
    if isinstance(source, (bytes, bytearray)):
        yield "<bytes>", bytes(source)
    elif isinstance(source, (str, os.PathLike)):
        path = os.fsdecode(source)
        yield from of_url(path) if URL.match(path) else of_path(local(path))
    elif hasattr(source, "read"):
        yield of_file(source)
    elif is_nested or not isinstance(source, Iterable):
        raise TypeError(f"{ACCEPTED}, not {type(source).__name__}")
    else:
        for one in source:
            yield from origins_of(one, is_nested=True)


def local(path: str) -> str:
    """Returns the path of a URL of a local file, and any other path unchanged."""
    if not path.startswith("file:"):
        return path
    # These take longer to import than the rest of the package.
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    return url2pathname(urlsplit(path).path)


def of_path(path: str) -> Iterable[str]:
    """Returns the files of a path."""
    if os.path.isdir(path):
        found = sorted(below(path))
    elif os.path.lexists(path):
        # The name of a file may look like a glob.
        return [path]
    elif glob.has_magic(path):
        found = sorted(match for match in glob.glob(path, recursive=True) if not os.path.isdir(match))
    else:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
    if not found:
        raise FileNotFoundError(errno.ENOENT, "No file matches or is in the folder", path)
    return found


def below(folder: str) -> Iterator[str]:
    """Yields the files in a folder and in those below it. Hidden ones are left out."""
    for path, folders, files in os.walk(folder, onerror=fail):
        folders[:] = (name for name in folders if not name.startswith("."))
        yield from (os.path.join(path, name) for name in files if not name.startswith("."))


def fail(error: OSError) -> None:
    """Raises the error for a folder that cannot be read."""
    raise error


def of_url(url: str) -> Iterator[Origin]:
    """Yields the files of a URL, which fsspec opens."""
    try:
        import fsspec.core  # type: ignore[import-untyped,import-not-found,unused-ignore]
    except ImportError:
        raise ImportError("scan: URLs need the package fsspec; install it with: pip install fsspec") from None
    system, path = fsspec.core.url_to_fs(url)
    if system.isdir(path):
        found = sorted(system.find(path))
    elif system.exists(path):
        found = [path]
    else:
        found = sorted(match for match in system.glob(path) if not system.isdir(match)) if glob.has_magic(path) else []
    if not found:
        raise FileNotFoundError(errno.ENOENT, "No file matches or is in the folder", url)
    for name in found:
        yield system.unstrip_protocol(name), functools.partial(system.open, name, "rb")


def of_file(file: Any) -> tuple[str, Callable[[], Any]]:
    """Returns a file with its name."""
    if isinstance(file, io.TextIOBase):
        raise TypeError(f"{ACCEPTED}, not a file that is opened in text mode")
    name = getattr(file, "name", None)
    return name if isinstance(name, str) else "<file>", Opener(file)


class Opener:
    """Opens a file object again and again: each time it is read from the same position."""

    def __init__(self, file: Any) -> None:
        self._file = file
        seekable = getattr(file, "seekable", None)
        self._start = file.tell() if seekable is not None and seekable() else None
        self._is_read = False
        import threading

        self._lock = threading.Lock()

    def __call__(self) -> "View":
        with self._lock:
            if self._start is None and self._is_read:
                raise ValueError("scan: the file was read before, and cannot be read again because it is not seekable")
            self._is_read = True
        return View(self._file, self._start, self._lock)


class View:
    """A file object that is read from a position of its own, so that several can read it in turn."""

    def __init__(self, file: Any, position: int | None, lock: "threading.Lock") -> None:
        self._file = file
        self._position = position
        self._lock = lock

    def read(self, size: int) -> Any:
        """Returns at most ``size`` bytes, none at the end."""
        with self._lock:
            if self._position is None:
                return self._file.read(size)
            self._file.seek(self._position)
            chunk = self._file.read(size)
            self._position = self._file.tell()
            return chunk

    def close(self) -> None:
        """Leaves the file open, because its owner opened it."""
