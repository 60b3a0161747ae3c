"""The refusals: what a rule of the trade or of the program does not allow."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818  (a refusal is an answer, not a fault)
    """A rule says no; `code` and `facts` become one Dutch sentence in `ui/text/refusals.py`."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        return f"{self.code} {self.facts}" if self.facts else self.code
