"""Files that get their name when they are complete."""

import contextlib
import os


def replace(path: str | os.PathLike[str], text: str, mode: int = 0o666) -> None:
    """Writes a text to a file in UTF-8. What is there stays until the new file is complete."""
    path = os.fsdecode(path)
    unfinished = f"{path}.{os.getpid()}.unfinished"
    try:
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with open(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        os.replace(unfinished, path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.remove(unfinished)
