"""Files that get their name when they are complete."""

import contextlib
import os
from collections.abc import Iterator


@contextlib.contextmanager
def unfinished(path: str | os.PathLike[str]) -> Iterator[str]:
    """Yields the name of a file to write, which gets its own name at the end.

    What is there stays until the new file is complete. After an error the new file is removed.
    """
    path = os.fsdecode(path)
    name = f"{path}.{os.getpid()}.unfinished"
    try:
        yield name
        os.replace(name, path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.remove(name)


def replace(path: str | os.PathLike[str], text: str, mode: int = 0o666) -> None:
    """Writes a text to a file in UTF-8. What is there stays until the new file is complete."""
    with unfinished(path) as name:
        descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with open(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
