"""The body of a request, which records whether it was read."""

from collections.abc import AsyncIterator, Iterator


class Body:
    """The body of a request, in one part. ``was_read`` says whether it was read: without a byte of
    its body no request can be carried out."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self.was_read = False

    def __iter__(self) -> Iterator[bytes]:
        self.was_read = True
        yield self._body

    async def parts(self) -> AsyncIterator[bytes]:
        """Returns an asynchronous iterator over the part."""
        self.was_read = True
        yield self._body
