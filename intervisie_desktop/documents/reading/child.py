"""A process of its own for work that foreign bytes could blow up: with a time and memory limit."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar

from intervisie_desktop.domain.errors import Refusal

Value = TypeVar("Value")

SECONDS = 20
MEMORY = 1024 * 1024 * 1024


def in_child(work: Callable[[bytes], Value], data: bytes, seconds: float = SECONDS) -> Value:
    """What `work(data)` gives, made in a child process; refuses when it fails or takes too long.

    `work` is a function at the top of a module. A frozen program must call
    `multiprocessing.freeze_support()` first thing at its start.
    """
    ours, theirs = multiprocessing.get_context("spawn").Pipe(duplex=False)
    process = multiprocessing.get_context("spawn").Process(
        target=_serve, args=(theirs, work, data), daemon=True
    )
    process.start()
    theirs.close()
    try:
        if not ours.poll(seconds):
            raise Refusal("import_too_slow")
        refused, answer = ours.recv()
    except EOFError as error:
        raise Refusal("import_unreadable") from error
    finally:
        ours.close()
        process.kill()
        process.join()
        process.close()
    if refused:
        raise Refusal(answer[0], **answer[1])
    value: Value = answer
    return value


def _serve(line: Connection, work: Callable[[bytes], object], data: bytes) -> None:
    """Runs in the child; whatever goes wrong there ends it, and the parent sees a closed line."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123
        sys.stderr = nowhere
        _limit_memory()
        try:
            line.send((False, work(data)))
        except Refusal as refusal:
            line.send((True, (refusal.code, refusal.facts)))
        line.close()


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  (does not exist on Windows)

    # macOS does not know this limit; the guard has bounded the input already.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
