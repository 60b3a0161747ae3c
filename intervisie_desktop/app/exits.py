"""The exit codes of the command line; a contract, changed only by a decision record."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """How a call ended (docs/decisions/0007-command-line-and-start.md)."""

    DONE = 0
    SAID_NO = 1
    WRONG_CALL = 2
    TROUBLE = 3
    BUG = 4


class WrongCall(Exception):  # noqa: N818  (an answer to the caller, not a fault)
    """The call itself is wrong; `sentence` says in Dutch what and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class FileTrouble(Exception):  # noqa: N818
    """Something with a file or the disk that no floor below names; `sentence` is Dutch."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
