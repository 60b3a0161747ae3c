"""A rule profile from its parsed data file; what is wrong in the file is named by its key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from itertools import pairwise
from typing import Any

from intervisie_desktop.domain.findings import Certainty, Severity, Source
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.profiles import (
    Answer,
    ContributionScope,
    Edition,
    MonthDay,
    Norm,
    OnlineCondition,
    PauseCount,
    PointRounding,
    PointRule,
    ProRata,
    RegisterShare,
    RuleProfile,
    WorkRelation,
)

Table = Mapping[str, Any]
_ABOUT_EDITION = {"valid_from", "valid_to", "source", "based_on"}


class ProfileError(ValueError):
    """A profile file does not say what it should; the message names key and place.

    `code` is what is wrong and `what` the field, source or word it is about: unreadable,
    no_edition, based_on, editions_overlap, editions_order, certainty, source, field, value,
    missing, day.
    """

    def __init__(self, message: str, code: str = "unreadable", what: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.what = what


def read_profile(data: Table) -> RuleProfile:
    """The profile in a parsed TOML file; raises ProfileError, whatever the file holds."""
    try:
        return _profile(data)
    except ProfileError:
        raise
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise ProfileError(f"{data.get('key', '?')}: {error}") from error


def _profile(data: Table) -> RuleProfile:
    key = _text(data, "key", "?")
    sources = {name: _source(key, name, table) for name, table in data.get("sources", {}).items()}
    editions: list[Edition] = []
    for table in data.get("edition", ()):
        editions.append(_edition(key, table, sources, editions))
    if not editions:
        raise ProfileError(f"{key}: no edition", "no_edition")
    _check_order(key, editions)
    return RuleProfile(
        key=key,
        name=_text(data, "name", key),
        short_name=_text(data, "short_name", key),
        editions=tuple(editions),
        enabled=bool(data.get("enabled", False)),
        template=bool(data.get("template", False)),
        adapted=bool(data.get("adapted", False)),
        about=str(data.get("about", "")),
        themes=_words(data.get("themes", [])),
        preparation_questions=_words(data.get("preparation_questions", [])),
    )


def _edition(
    key: str, table: Table, sources: Mapping[str, Source], earlier: list[Edition]
) -> Edition:
    start = _day(key, table, "valid_from")
    valid = Period(start, _day(key, table, "valid_to"))
    place = f"{key} {start or 'zonder begin'}"
    norms = {
        name: _norm(f"{place} {name}", name, value, sources)
        for name, value in table.items()
        if name not in _ABOUT_EDITION
    }
    source = _named_source(place, table, sources)
    based_on = table.get("based_on")
    if based_on is None:
        return Edition(valid=valid, source=source, **norms)
    for edition in earlier:
        if edition.valid.start == based_on:
            return replace(edition, valid=valid, source=source, **norms)
    raise ProfileError(f"{place}: based_on {based_on}: no such edition before it", "based_on")


def _check_order(key: str, editions: list[Edition]) -> None:
    for before, after in pairwise(editions):
        if before.valid.overlaps(after.valid):
            raise ProfileError(
                f"{key}: editions overlap at {after.valid.start}", "editions_overlap"
            )
        if (before.valid.start or date.min) > (after.valid.start or date.min):
            raise ProfileError(
                f"{key}: editions are not in order at {after.valid.start}", "editions_order"
            )


def _source(key: str, name: str, table: Table) -> Source:
    place = f"{key} source {name}"
    try:
        certainty = Certainty(table["certainty"])
    except (KeyError, ValueError) as error:
        message = f"{place}: certainty is seed, source or assumption"
        raise ProfileError(message, "certainty", name) from error
    return Source(
        title=_text(table, "title", place),
        article=str(table.get("article", "")),
        certainty=certainty,
        address=str(table.get("address", "")),
        checked_on=_day(place, table, "checked_on"),
    )


def _named_source(place: str, table: Table, sources: Mapping[str, Source]) -> Source:
    name = str(table.get("source", ""))
    if name not in sources:
        raise ProfileError(f"{place}: source {name!r} is not among [sources]", "source", name)
    source = sources[name]
    if "article" in table:
        source = replace(source, article=str(table["article"]))
    if "certainty" in table:
        source = replace(source, certainty=Certainty(table["certainty"]))
    return source


def _norm(place: str, name: str, table: object, sources: Mapping[str, Source]) -> Norm[Any]:
    reader = _READERS.get(_KINDS.get(name, ""))
    if reader is None:
        raise ProfileError(f"{place}: not a field of an edition", "field", name)
    if not isinstance(table, Mapping) or "value" not in table:
        raise ProfileError(f"{place}: needs a value and a source", "value", name)
    try:
        value = reader(table["value"])
        severity = Severity(table["severity"]) if "severity" in table else None
        source = _named_source(place, table, sources)
    except ProfileError as error:
        raise ProfileError(f"{place}: {error}", error.code, error.what) from error
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise ProfileError(f"{place}: {error}", "value", name) from error
    return Norm(value, source, severity)


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"{value!r} is not a whole number")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{value!r} is not true or false")
    return value


def _word(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(f"{value!r} is not a word")
    return value


def _words(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is not a list")
    return tuple(_word(item) for item in value)


def _conditions(value: object) -> tuple[OnlineCondition, ...]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is not a list")
    return tuple(
        OnlineCondition(tick=_word(item["tick"]), severity=Severity(item["severity"]))
        for item in value
    )


def _pro_rata(value: Table) -> ProRata:
    answers = {k: Answer(v) for k, v in value.items() if k in {"exactly", "partial"}}
    return ProRata(**{**value, **answers})


def _point_rule(value: Table) -> PointRule:
    """Numbers as they stand; what is no number has a reader of its own."""
    found = dict(value)
    if "rounding" in found:
        found["rounding"] = PointRounding(found["rounding"])
    if "shared_with" in found:
        found["shared_with"] = _words(found["shared_with"])
    rule = PointRule(**found)
    if rule.per_minutes < 1:
        raise ValueError("per_minutes is at least 1")
    return rule


def _month_day(value: object) -> MonthDay:
    """A day of the year written as "01-31"."""
    month, _, day = _word(value).partition("-")
    return MonthDay(month=int(month), day=int(day))


_READERS: dict[str, Callable[[Any], Any]] = {
    "int": _whole,
    "bool": _flag,
    "str": _word,
    "tuple[str, ...]": _words,
    "tuple[OnlineCondition, ...]": _conditions,
    "PauseCount": PauseCount,
    "WorkRelation": WorkRelation,
    "ContributionScope": ContributionScope,
    "Answer": Answer,
    "RegisterShare": RegisterShare,
    "MonthDay": _month_day,
    "ProRata": _pro_rata,
    "PointRule": _point_rule,
}
# The annotation of a field says how its value is read: "Norm[int] | None" is a whole number.
_KINDS = {
    f.name: str(f.type).removeprefix("Norm[").removesuffix("] | None")
    for f in fields(Edition)
    if str(f.type).startswith("Norm[")
}


def _text(table: Table, name: str, place: str) -> str:
    value = table.get(name)
    if not isinstance(value, str) or not value:
        raise ProfileError(f"{place}: {name} is missing", "missing", name)
    return value


def _day(place: str, table: Table, name: str) -> date | None:
    value = table.get(name)
    if value is not None and type(value) is not date:
        raise ProfileError(f"{place}: {name} is not a date", "day", name)
    return value


def kind_of_norm(name: str) -> str:
    """What kind of value a norm has, as its annotation says, such as "tuple[str, ...]"."""
    return _KINDS[name]
