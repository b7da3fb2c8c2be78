"""Jobs in processes that can be stopped: a query inside Oxigraph heeds no signal that Python could handle.

In: a store, jobs, limits. Out: what each job returns, or an error that says which limit it hit.

Before the server starts, one process is forked that does nothing but fork workers. All share the memory of the store, copied
on write, so that a new worker is ready in milliseconds. A worker sets an alarm before each job; when it rings the kernel ends the
process, and another one takes its place. A worker can open no file and no socket: whatever a query says, it reaches nothing.
"""

import asyncio
import resource
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, Pipe
from multiprocessing.reduction import recv_handle, send_handle
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self

import pyoxigraph as ox
from starlette.concurrency import run_in_threadpool

from graph.service.jobs import Reply

Job = Callable[[ox.Store], Reply]
_FORK = get_context("fork")
_PAGE = resource.getpagesize()


@dataclass(frozen=True, slots=True)
class Limits:
    """How many jobs run at a time, for how many seconds each, with how many bytes of memory beyond those of the store."""

    workers: int = 2
    seconds: float = 30.0
    memory: int = 2 * 2**30


class LimitError(Exception):
    """A job that hit a limit, or found no free worker for as long as a job may take; the message says which."""


class Workers:
    """A fixed number of worker processes that share one store."""

    def __init__(self, store: ox.Store, limits: Limits) -> None:
        """Fork while the process has one thread; call it before any server or event loop starts."""
        self._limits = limits
        self._orders, theirs = Pipe()
        self._nursery = _FORK.Process(target=_nursery, args=(store, theirs, self._orders, limits))
        self._nursery.start()
        theirs.close()
        self._free: asyncio.Queue[Connection] = asyncio.Queue()
        for _ in range(limits.workers):
            self._free.put_nowait(self._hired())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End all processes: each ends when nobody holds the other end of its pipe."""
        self._orders.close()
        while not self._free.empty():
            self._free.get_nowait().close()
        self._nursery.join()

    async def run(self, job: Job) -> Reply:
        """Run a job in the next free worker. Raises LimitError."""
        try:
            line = await asyncio.wait_for(self._free.get(), self._limits.seconds)
        except TimeoutError:
            raise LimitError("All workers are busy; ask again later.") from None
        begun = monotonic()
        try:
            return await run_in_threadpool(_exchange, line, job)
        except (EOFError, OSError):
            line.close()
            line = self._hired()
            if monotonic() - begun < self._limits.seconds:
                raise LimitError("The query took too much memory; ask for less.") from None
            raise LimitError(f"The query was stopped after {self._limits.seconds:g} seconds; ask for less.") from None
        finally:
            self._free.put_nowait(line)

    def _hired(self) -> Connection:
        ours, theirs = Pipe()
        send_handle(self._orders, theirs.fileno(), self._nursery.pid)
        theirs.close()
        return ours


def _exchange(line: Connection, job: Job) -> Reply:
    line.send(job)
    reply: Reply = line.recv()
    return reply


def _nursery(store: ox.Store, orders: Connection, other_end: Connection, limits: Limits) -> None:
    """Fork a worker for every handle that comes, until nobody can send any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server ends it in order
    other_end.close()
    while True:
        try:
            line = Connection(recv_handle(orders))
        except EOFError:
            return
        _FORK.Process(target=_worker, args=(store, line, limits), daemon=True).start()
        line.close()


def _worker(store: ox.Store, line: Connection, limits: Limits) -> None:
    """Do one job after the other until nobody can send any more."""
    used = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * _PAGE
    resource.setrlimit(resource.RLIMIT_AS, (used + limits.memory,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    while True:
        try:
            job: Job = line.recv()
        except EOFError:
            return
        signal.setitimer(signal.ITIMER_REAL, limits.seconds)
        reply = job(store)
        signal.setitimer(signal.ITIMER_REAL, 0)
        line.send(reply)
