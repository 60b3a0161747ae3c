"""A method from its parsed data file and back to text; what is wrong is named by a code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from intervisie_desktop.domain.findings import Certainty, Source
from intervisie_desktop.domain.methods import (
    Accent,
    Experience,
    Method,
    MinutesFrom,
    Phase,
    Speaker,
    Turn,
)

Table = Mapping[str, Any]
Word = TypeVar("Word", bound=StrEnum)
LONGEST = 8 * 60
"""No phase lasts longer than a working day, in minutes."""
_SIZES = ("group_min", "group_advised_min", "group_advised_max", "group_max",
          "total_min", "total_max")  # fmt: skip


@dataclass(frozen=True, slots=True)
class MethodProblem:
    """What is wrong in a method; `phase` counts from 1, 0 is the method as a whole.

    Codes: name_missing, source_missing, no_phases, phase_nameless, phase_twice, minutes_wrong,
    word_unknown (with the word in `what`).
    """

    code: str
    phase: int = 0
    what: str = ""


class MethodError(ValueError):
    """A method does not say what it should; `problems` says what, all of it."""

    def __init__(self, key: str, problems: tuple[MethodProblem, ...]) -> None:
        said = ", ".join(f"{p.code} {p.phase or ''} {p.what}".strip() for p in problems)
        super().__init__(f"{key}: {said}")
        self.problems = problems


def read_method(data: Table, *, own: bool = False) -> Method:
    """The method in a parsed TOML file; raises MethodError with every problem there is."""
    problems: list[MethodProblem] = []
    listed = data.get("phase", ())
    rows = [row for row in listed if isinstance(row, Mapping)] if isinstance(listed, list) else []
    phases = tuple(_phase(n, row, problems) for n, row in enumerate(rows, 1))
    source = _source(data.get("source", {}), problems)
    accent = _word(Accent, data.get("accent", Accent.REFLECTION), 0, problems)
    experience = _word(Experience, data.get("experience", Experience.ANY), 0, problems)
    sizes = {name: _whole(data.get(name), 0, problems) for name in _SIZES if name in data}
    key, name = str(data.get("key", "")).strip(), str(data.get("name", "")).strip()
    if not key or not name:
        problems.append(MethodProblem("name_missing"))
    if problems and not phases:
        raise MethodError(key or "?", (*problems, MethodProblem("no_phases")))
    method = Method(
        key=key, name=name, source=source, phases=phases,
        about=str(data.get("about", "")),
        accent=accent or Accent.REFLECTION,
        experience=experience or Experience.ANY,
        ordered=bool(data.get("ordered", False)),
        own=own,
        based_on=str(data.get("based_on", "")),
        **sizes,
    )  # fmt: skip
    problems += problems_of(method)
    if problems:
        raise MethodError(key or "?", tuple(dict.fromkeys(problems)))
    return method


def problems_of(method: Method) -> tuple[MethodProblem, ...]:
    """What keeps this method from being used, the first phase first."""
    found = [] if method.name.strip() else [MethodProblem("name_missing")]
    if not method.phases:
        found.append(MethodProblem("no_phases"))
    seen: set[str] = set()
    for n, phase in enumerate(method.phases, 1):
        name = phase.name.strip().casefold()
        if not name:
            found.append(MethodProblem("phase_nameless", n))
        elif name in seen:
            found.append(MethodProblem("phase_twice", n, phase.name))
        seen.add(name)
        if not 1 <= phase.minutes <= LONGEST:
            found.append(MethodProblem("minutes_wrong", n))
    return tuple(found)


def write_method(method: Method) -> str:
    """The method as TOML text that `read_method` gives back whole."""
    lines = [f"key = {_quoted(method.key)}", f"name = {_quoted(method.name)}"]
    lines += [f"about = {_quoted(method.about)}"] if method.about else []
    lines += [f"based_on = {_quoted(method.based_on)}"] if method.based_on else []
    lines += [f"accent = {_quoted(method.accent)}", f"experience = {_quoted(method.experience)}"]
    lines += ["ordered = true"] if method.ordered else []
    sizes = {name: getattr(method, name) for name in _SIZES}
    lines += [f"{name} = {size}" for name, size in sizes.items() if size is not None]
    source = method.source
    lines += ["", "[source]", f"title = {_quoted(source.title)}"]
    lines += [f"article = {_quoted(source.article)}"] if source.article else []
    lines += [f"address = {_quoted(source.address)}"] if source.address else []
    lines += [f"certainty = {_quoted(source.certainty)}"]
    lines += [f"checked_on = {source.checked_on.isoformat()}"] if source.checked_on else []
    for phase in method.phases:
        lines += ["", "[[phase]]", *_phase_lines(phase)]
    return "\n".join(lines) + "\n"


def _phase_lines(phase: Phase) -> list[str]:
    allowed = ", ".join(_quoted(turn) for turn in phase.allowed)
    lines = [
        f"name = {_quoted(phase.name)}",
        f"minutes = {phase.minutes}",
        f"minutes_from = {_quoted(phase.minutes_from)}",
        f"speaker = {_quoted(phase.speaker)}",
        f"contributor_active = {str(phase.contributor_active).lower()}",
        f"allowed = [{allowed}]",
    ]
    return lines + ([f"hint = {_quoted(phase.hint)}"] if phase.hint else [])


def _quoted(text: str) -> str:
    """A TOML basic string (TOML 1.0): quotes, backslashes and control signs escaped."""
    escapes = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    signs = [
        escapes.get(c) or (f"\\u{ord(c):04X}" if ord(c) < 32 or ord(c) == 127 else c) for c in text
    ]
    return '"' + "".join(signs) + '"'


def _phase(n: int, row: Table, problems: list[MethodProblem]) -> Phase:
    turns = row.get("allowed", [])
    # What is no list is one word that is not known.
    listed = turns if isinstance(turns, list) else [turns]
    allowed = [_word(Turn, word, n, problems) for word in listed]
    origin = _word(MinutesFrom, row.get("minutes_from", MinutesFrom.ESTIMATE), n, problems)
    speaker = _word(Speaker, row.get("speaker", Speaker.EVERYONE), n, problems)
    return Phase(
        name=str(row.get("name", "")).strip(),
        minutes=_whole(row.get("minutes"), n, problems),
        minutes_from=origin or MinutesFrom.ESTIMATE,
        speaker=speaker or Speaker.EVERYONE,
        contributor_active=bool(row.get("contributor_active", True)),
        allowed=tuple(turn for turn in allowed if turn is not None),
        hint=str(row.get("hint", "")),
    )


def _source(table: object, problems: list[MethodProblem]) -> Source:
    if not isinstance(table, Mapping) or not table.get("title"):
        problems.append(MethodProblem("source_missing"))
        return Source("")
    certainty = _word(Certainty, table.get("certainty", Certainty.ASSUMPTION), 0, problems)
    looked = table.get("checked_on")
    return Source(
        title=str(table["title"]),
        article=str(table.get("article", "")),
        certainty=certainty or Certainty.ASSUMPTION,
        address=str(table.get("address", "")),
        checked_on=looked if type(looked) is date else None,
    )


def _word(
    kind: Callable[[Any], Word], value: object, phase: int, problems: list[MethodProblem]
) -> Word | None:
    try:
        return kind(value)
    except ValueError:
        problems.append(MethodProblem("word_unknown", phase, str(value)))
        return None


def _whole(value: object, phase: int, problems: list[MethodProblem]) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        problems.append(MethodProblem("minutes_wrong", phase))
        return 0
    return value
