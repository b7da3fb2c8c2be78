"""A file is read in a process of its own, within limits.

In: a reader, and the bytes of a file. Out: what it reads. A file that is made to use up time or memory, or that crashes a library, ends
that process and nothing else (setrlimit, POSIX.1-2017; it needs a system that forks, such as Linux).
"""

import faulthandler
import resource
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from extract.text.source import Source
from ontology.errors import InputError

MEMORY = 1 << 30  # bytes
# Seconds of processor time, and bytes for which there is one more; a page of text takes a tenth of a second.
TIME, BYTES = 20, 50_000


def read_apart(parse: Callable[[bytes, str], Source], data: bytes, name: str) -> Source:
    """What `parse` makes of a file called `name`. Raises InputError as it does, and when the file passes the limits."""
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_answer, args=(there, parse, data, name))
    child.start()
    there.close()
    try:
        answer: Source | str = here.recv()
    except EOFError:
        limits = f"{MEMORY >> 30} GB of memory or {TIME + len(data) // BYTES} seconds"
        answer = f"{name}: cannot be read within {limits}; it is broken or made to be a trap; get the file again"
    finally:
        here.close()
        child.join()
    if isinstance(answer, str):
        raise InputError(answer)
    return answer


def _answer(there: Connection, parse: Callable[[bytes, str], Source], data: bytes, name: str) -> None:
    """Read within the limits and send the source, or what the error says."""
    faulthandler.disable()
    used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    spent = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(spent.ru_utime + spent.ru_stime) + TIME + len(data) // BYTES
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, used + MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        there.send(parse(data, name))
    except InputError as error:
        there.send(str(error))
    except (MemoryError, RecursionError):
        there.close()
