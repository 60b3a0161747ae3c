"""The form of one norm: how its value and its source are typed, and read back; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from intervisie_desktop.domain.findings import Certainty, Severity, Source
from intervisie_desktop.domain.profile_reader import kind_of_norm
from intervisie_desktop.domain.profiles import (
    Answer,
    ContributionScope,
    MonthDay,
    Norm,
    OnlineCondition,
    PauseCount,
    PointRounding,
    PointRule,
    ProRata,
    RegisterShare,
    WorkRelation,
)
from intervisie_desktop.ui.text.labels import options, word
from intervisie_desktop.ui.text.norms import ONLINE_TICKS, WORDS
from intervisie_desktop.ui.widgets.fields import Choice, Day, Field, Multiline, Number, Text

NEW = "new"
NEW_SOURCE = ("title", "address", "checked_on", "certainty")
_ENUMS: dict[str, type[StrEnum]] = {
    kind.__name__: kind
    for kind in (Answer, ContributionScope, PauseCount, RegisterShare, WorkRelation)
}
_PARTS = {
    "ProRata": ("minutes_off", "per_months", "illness_months", "pregnancy_months", "exactly",
                "partial"),
    "PointRule": ("per_minutes", "worth", "per_session", "rounding", "day_max", "year_max",
                  "period_max", "kind", "shared_with"),
}  # fmt: skip
_YES_NO = (("true", "ja"), ("false", "nee"))
_SEVERITIES = (("", "volgens de regel"), *((s.value, word(s).lower()) for s in Severity))


class NotGoodError(ValueError):
    """What was typed is no value; `field` is where, the message why."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def value_fields(name: str) -> tuple[Field, ...]:
    """How the value of this norm is typed."""
    kind, words = kind_of_norm(name), WORDS[name]
    if kind == "int":
        minutes = words.unit == "minuten"
        help_text = "120 minuten is 2 uur." if minutes else ""
        most = 100_000 if minutes else 10_000
        return (Field("value", words.label, Number(most=most, unit=words.unit), required=True,
                      help=help_text, span=6),)  # fmt: skip
    if kind in _SPECIAL:
        return _SPECIAL[kind]
    if kind in _ENUMS:
        found = Choice(options=options(_ENUMS[kind]))
        return (Field("value", words.label, found, required=True, span=6),)
    if kind == "bool":
        return (Field("value", words.label, Choice(options=_YES_NO), required=True, span=6),)
    if kind == "tuple[str, ...]":
        return (Field("value", words.label, Multiline(lines=2), required=True,
                      help="Eén per regel."),)  # fmt: skip
    return (Field("value", words.label, Text(), required=True, span=6),)


def source_fields(sources: Sequence[Source]) -> tuple[Field, ...]:
    """Where it is written: one of the sources of the profile, or another."""
    known = [(str(n), title_of(source)) for n, source in enumerate(sources)]
    known.append((NEW, "Andere bron…"))
    return (
        Field("severity", "Weegt", Choice(options=_SEVERITIES), span=6),
        Field("source", "Bron", Choice(options=tuple(known)), required=True, span=7),
        Field("article", "Artikel of plaats", Text(length=200), span=5),
        Field("title", "Titel van de bron", Text(length=200), span=6),
        Field("address", "Adres", Text(length=300), span=6),
        Field("checked_on", "Opgezocht op", Day(), span=5),
        Field(
            "certainty",
            "Zekerheid",
            Choice(options=options(Certainty)),
            help="Wat een aanname is, wordt nooit een fout.",
            span=7,
        ),
    )


def title_of(source: Source) -> str:
    """A source in a list: its title and how sure it is."""
    return f"{source.title} ({word(source.certainty)})"


def values_of(name: str, norm: Norm[Any] | None, sources: Sequence[Source]) -> dict[str, Any]:
    """What the form shows of a norm; of none, its blanks and the first source."""
    found = _value_shown(kind_of_norm(name), norm.value if norm else None)
    source = norm.source if norm else None
    bare = [replace(one, article="") for one in sources]
    here = bare.index(replace(source, article="")) if source else 0
    return {
        **found,
        "source": str(here) if sources else NEW,
        "article": source.article if source else "",
        "severity": norm.severity.value if norm and norm.severity else "",
        "title": "",
        "address": "",
        "checked_on": None,
        "certainty": Certainty.ASSUMPTION.value,
    }


def read_norm(
    name: str, values: Mapping[str, Any], sources: Sequence[Source], today: date
) -> Norm[Any]:
    """The norm that was typed; NotGoodError with the field and a Dutch sentence."""
    value = _value_read(kind_of_norm(name), values)
    severity = Severity(values["severity"]) if values["severity"] else None
    return Norm(value, _source_read(values, sources, today), severity)


def _source_read(values: Mapping[str, Any], sources: Sequence[Source], today: date) -> Source:
    if values["source"] != NEW:
        return replace(sources[int(values["source"])], article=str(values["article"]).strip())
    title = str(values["title"]).strip()
    if not title:
        raise NotGoodError("title", "Geef de bron een titel.")
    return Source(
        title=title,
        article=str(values["article"]).strip(),
        certainty=Certainty(values["certainty"] or Certainty.ASSUMPTION.value),
        address=str(values["address"]).strip(),
        checked_on=values["checked_on"] or today,
    )


def _value_shown(kind: str, value: Any) -> dict[str, Any]:
    if kind == "tuple[OnlineCondition, ...]":
        asked = {one.tick: one.severity.value for one in value or ()}
        return {tick: asked.get(tick, "") for tick in ONLINE_TICKS}
    if kind in _PARTS:
        blank = PointRule() if kind == "PointRule" else None
        return {part: _part_shown(getattr(value or blank, part, None)) for part in _PARTS[kind]}
    if isinstance(value, MonthDay):
        return {"value": f"{value.day}-{value.month}"}
    if kind == "bool":
        return {"value": "" if value is None else str(value).lower()}
    return {"value": _part_shown(value)}


def _part_shown(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return "\n".join(str(one) for one in value)
    return value


def _value_read(kind: str, values: Mapping[str, Any]) -> Any:
    if kind == "tuple[OnlineCondition, ...]":
        ticks = [(t, values[t]) for t in ONLINE_TICKS if values[t]]
        if not ticks:
            raise NotGoodError("closed_room", "Vraag ten minste één voorwaarde.")
        return tuple(OnlineCondition(tick=t, severity=Severity(s)) for t, s in ticks)
    if kind == "PointRule":
        return _point_rule(values)
    if kind == "ProRata":
        numbers = ("minutes_off", "per_months", "illness_months", "pregnancy_months")
        for part in numbers:
            if values[part] is None:
                raise NotGoodError(part, "Vul dit getal in.")
        return ProRata(
            **{part: int(values[part]) for part in numbers},
            exactly=Answer(values["exactly"] or Answer.UNKNOWN.value),
            partial=Answer(values["partial"] or Answer.UNKNOWN.value),
        )
    if kind == "MonthDay":
        return _month_day(str(values["value"]))
    return _plain(kind, values["value"])


def _plain(kind: str, value: Any) -> Any:
    readers: dict[str, Callable[[Any], Any]] = {
        "int": int,
        "bool": lambda word: word == "true",
        "tuple[str, ...]": _lines,
        **_ENUMS,
    }
    if value is None or value == "":
        raise NotGoodError("value", "Vul een waarde in.")
    return readers.get(kind, str)(value)


def _lines(text: str) -> tuple[str, ...]:
    found = tuple(line.strip() for line in str(text).splitlines() if line.strip())
    if not found:
        raise NotGoodError("value", "Vul ten minste één regel in.")
    return found


def _month_day(text: str) -> MonthDay:
    try:
        day, month = (int(part) for part in text.replace("/", "-").split("-"))
        return MonthDay(month=month, day=day)
    except ValueError:
        raise NotGoodError("value", "Typ dag en maand, bijvoorbeeld 31-1.") from None


def _point_rule(values: Mapping[str, Any]) -> PointRule:
    if not values["per_minutes"]:
        raise NotGoodError("per_minutes", "Vul in over hoeveel minuten een punt gaat.")
    maybe = {name: values[name] for name in ("per_session", "day_max", "year_max", "period_max")}
    return PointRule(
        per_minutes=int(values["per_minutes"]),
        worth=100 if values["worth"] is None else int(values["worth"]),
        rounding=PointRounding(values["rounding"] or PointRounding.SESSION.value),
        kind=str(values["kind"]).strip(),
        shared_with=tuple(str(values["shared_with"] or "").split()),
        **maybe,
    )


def _number(name: str, label: str, span: int = 4, most: int = 10_000) -> Field:
    return Field(name, label, Number(most=most), span=span)


_SPECIAL: dict[str, tuple[Field, ...]] = {
    "MonthDay": (Field("value", "Dag en maand", Text(example="31-1"), required=True, span=6),),
    "tuple[OnlineCondition, ...]": tuple(
        Field(tick, label[:1].upper() + label[1:],
              Choice(options=(("", "niet gevraagd"), *_SEVERITIES[1:])), span=4)
        for tick, label in ONLINE_TICKS.items()
    ),
    "ProRata": (
        _number("minutes_off", "Minuten minder", 3),
        _number("per_months", "Per aantal maanden", 3),
        _number("illness_months", "Ziekte vanaf maanden", 3),
        _number("pregnancy_months", "Zwangerschap vanaf", 3),
        Field("exactly", "Precies zo lang is lang genoeg", Choice(options=options(Answer)),
              span=6),
        Field("partial", "Deel van een blok telt mee", Choice(options=options(Answer)), span=6),
    ),
    "PointRule": (
        _number("per_minutes", "Punt per aantal minuten", 3, 600),
        _number("worth", "Waarde in honderdsten", 3),
        _number("per_session", "Vast per bijeenkomst", 3),
        Field("rounding", "Naar beneden afgerond", Choice(options=options(PointRounding)), span=3),
        _number("day_max", "Hoogstens per dag", 3),
        _number("year_max", "Hoogstens per jaar", 3),
        _number("period_max", "Hoogstens per periode", 3),
        Field("kind", "Soort punt", Text(length=60), span=3),
        Field("shared_with", "Maximum samen met", Multiline(lines=1),
              help="Sleutels van andere profielen, één per regel."),
    ),
}  # fmt: skip
