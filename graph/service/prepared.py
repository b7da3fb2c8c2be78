"""Bytes that take long to make, made by a process of its own while the service already answers.

In: what makes them. Out: the bytes, for whoever waits.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, Pipe

_FORK = get_context("fork")
_PAUSE = 0.05  # seconds; whoever waits in a thread could not be told to stop


class Prepared:
    """The answer of `make`, once it is there."""

    def __init__(self, make: Callable[[], bytes]) -> None:
        """Fork while the process has one thread; call it before any server or event loop starts."""
        self._ours, theirs = Pipe(duplex=False)
        self._process = _FORK.Process(target=_make, args=(make, theirs, self._ours), daemon=True)
        self._process.start()
        theirs.close()
        self._lock = asyncio.Lock()
        self._made: bytes | None = None

    async def get(self) -> bytes:
        """Wait for the bytes. Raises EOFError when the process ended without them."""
        async with self._lock:
            while self._made is None:
                if self._ours.poll():
                    self._made = self._ours.recv_bytes()
                await asyncio.sleep(_PAUSE)
        return self._made


def _make(make: Callable[[], bytes], line: Connection, other_end: Connection) -> None:
    other_end.close()  # else it would wait for ever for itself when the server is gone
    with suppress(BrokenPipeError):
        line.send_bytes(make())
