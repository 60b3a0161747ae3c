"""What may go wrong on purpose: refusals of the trade, and troubles of the machine."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818  (a refusal is an answer, not a fault)
    """A rule says no; `code` and `facts` become one Dutch sentence in `ui/text/refusals.py`."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        return f"{self.code} {self.facts}" if self.facts else self.code


class Trouble(Exception):  # noqa: N818  (not a bug either: the machine or a file says no)
    """The machine says no; `code` and `facts` become one sentence in `ui/text/refusals.py`.

    It stands on the ground floor because storage, documents and host all meet troubles and do
    not see each other; import it from `host.errors` above them.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        return f"{self.code} {self.facts}" if self.facts else self.code
