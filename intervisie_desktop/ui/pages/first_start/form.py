"""What is filled in at the first start, and what is still missing; no Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text import first_start as words

_BULLET = re.compile(r"^\s*(?:[-*•·–]+|\(?\d{1,3}[.)\]:])\s+")
"""The sign or number that lists begin their lines with."""


class Gap(StrEnum):
    """A field that is still needed; also its name on the form."""

    PRACTICE = "practice"
    FACILITATOR = "facilitator"
    GROUP = "group"
    PASSWORD = "password"
    AGAIN = "again"
    FILE = "file"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Filled:
    """The three steps as they are filled in; `names` is the text as pasted."""

    practice: str = ""
    facilitator: str = ""
    city: str = ""
    logo: bytes | None = None
    profile: str = ""
    group: str = ""
    names: str = ""

    @property
    def name_lines(self) -> tuple[str, ...]:
        """One name per line, without empty lines, list signs and doubles."""
        bare = (_BULLET.sub("", line).strip(" \t;,") for line in self.names.splitlines())
        lines = (" ".join(line.split()) for line in bare)
        return tuple(dict.fromkeys(line for line in lines if line))

    @property
    def gap(self) -> Gap | None:
        """The first field that is still needed, in the order of the form."""
        if not self.practice.strip():
            return Gap.PRACTICE
        if not self.facilitator.strip():
            return Gap.FACILITATOR
        if not self.group.strip():
            return Gap.GROUP
        return None

    @property
    def counted(self) -> str:
        """How many names there are: "7 deelnemers"; empty when none."""
        n = len(self.name_lines)
        return counts.telwoord(n, "deelnemer", "deelnemers") if n else ""


def needed(gap: Gap | None) -> str:
    """The hint beside the button: "Nog nodig: naam van de groep"."""
    return words.NEEDED.format(what=words.GAPS[gap.value]) if gap else ""
