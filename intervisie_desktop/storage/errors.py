"""Database errors as refusals and troubles; the one place that reads their messages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.storage.driver import driver

# Part of the message → code, first match wins. SQLite's texts are stable; its extended codes
# are not passed on by every layer in between.
_REFUSALS = (
    ("immutable: ", "immutable"),
    ("number: ", "number_not_next"),
    ("FOREIGN KEY constraint failed", "in_use"),
    ("UNIQUE constraint failed", "duplicate"),
)
_TROUBLES = (
    ("database or disk is full", "disk_full"),
    ("readonly database", "read_only"),
    ("database is locked", "locked"),
    ("database table is locked", "locked"),
    ("file is not a database", "wrong_key"),
    ("disk image is malformed", "damaged"),
    ("disk I/O error", "io_error"),
    ("unable to open database file", "cannot_open"),
)


@contextmanager
def told() -> Iterator[None]:
    """Lets database errors out as Refusal or Trouble; what is neither is a bug and stays."""
    try:
        yield
    except DBAPIError as error:
        raise translated(str(error.orig)) or error from error
    except driver.Error as error:
        raise translated(str(error)) or error from error


def translated(message: str) -> Refusal | Trouble | None:
    """The refusal or trouble this message of the database stands for, or None."""
    for part, code in _REFUSALS:
        if part in message:
            return Refusal(code, what=message.partition(": ")[2])
    for part, code in _TROUBLES:
        if part in message:
            return Trouble(code)
    return None
