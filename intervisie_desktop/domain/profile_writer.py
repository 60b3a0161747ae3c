"""A rule profile as the text of its data file, which `profile_reader` gives back whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from intervisie_desktop.domain.findings import Source
from intervisie_desktop.domain.people import folded
from intervisie_desktop.domain.profiles import Edition, MonthDay, Norm, RuleProfile

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_DELETE = 127
_FIRST_PRINTABLE = 32


def write_profile(profile: RuleProfile) -> str:
    """The profile as TOML text, its sources first and every edition in full."""
    names = _names(_sources(profile))
    lines = [
        f"key = {_quoted(profile.key)}",
        f"name = {_quoted(profile.name)}",
        f"short_name = {_quoted(profile.short_name)}",
        f"enabled = {_value(profile.enabled)}",
    ]
    lines += ["template = true"] if profile.template else []
    lines += [f"about = {_quoted(profile.about)}"] if profile.about else []
    for name in ("themes", "preparation_questions"):
        words = getattr(profile, name)
        lines += [f"{name} = {_value(words)}"] if words else []
    for source, name in names.items():
        lines += ["", f"[sources.{name}]", *_source_lines(source)]
    for edition in profile.editions:
        lines += ["", "[[edition]]", *_edition_lines(edition, names)]
    return "\n".join(lines) + "\n"


def _edition_lines(edition: Edition, names: Mapping[Source, str]) -> list[str]:
    ends = {"valid_from": edition.valid.start, "valid_to": edition.valid.end}
    lines = [f"{key} = {day.isoformat()}" for key, day in ends.items() if day]
    lines += [f"{key} = {value}" for key, value in _named(edition.source, names).items()]
    lines += [f"{name} = {_norm(norm, names)}" for name, norm in edition.norms().items()]
    return lines


def _norm(norm: Norm[Any], names: Mapping[Source, str]) -> str:
    parts = {"value": _value(norm.value), **_named(norm.source, names)}
    if norm.severity is not None:
        parts["severity"] = _quoted(norm.severity)
    return _inline(parts)


def _named(source: Source, names: Mapping[Source, str]) -> dict[str, str]:
    """The source by its name; the article apart where that differs."""
    base = next(one for one in names if _bare(one) == _bare(source))
    found = {"source": _quoted(names[base])}
    return found if base.article == source.article else found | {"article": _quoted(source.article)}


def _bare(source: Source) -> Source:
    return replace(source, article="")


def _sources(profile: RuleProfile) -> Iterable[Source]:
    for edition in profile.editions:
        yield edition.source
        yield from (norm.source for norm in edition.norms().values())


def _names(sources: Iterable[Source]) -> dict[Source, str]:
    """A name of its own for each text, made of its title; articles share one."""
    named: dict[Source, str] = {}
    known: set[Source] = set()
    taken: set[str] = set()
    for source in sources:
        if _bare(source) in known:
            continue
        known.add(_bare(source))
        base = slug(source.title) or "bron"
        number, name = 1, base
        while name in taken:
            number += 1
            name = f"{base}_{number}"
        taken.add(name)
        named[source] = name
    return named


def slug(text: str) -> str:
    """The text as a key: lower-case letters, figures and underscores, at most forty."""
    letters = "".join(c if c.isascii() and c.isalnum() else " " for c in folded(text))
    return "_".join(letters.split())[:40].strip("_")


def _source_lines(source: Source) -> list[str]:
    words = {"title": source.title, "article": source.article, "address": source.address}
    lines = [f"{key} = {_quoted(word)}" for key, word in words.items() if word or key == "title"]
    lines += [f"checked_on = {source.checked_on.isoformat()}"] if source.checked_on else []
    return [*lines, f"certainty = {_quoted(source.certainty)}"]


def _value(value: object) -> str:
    """A value of a norm: a word, a number, yes or no, a list, or a table of them."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, tuple):
        return f"[{', '.join(_value(one) for one in value)}]"
    if isinstance(value, MonthDay):
        return _quoted(f"{value.month:02}-{value.day:02}")
    if is_dataclass(value):
        found = {f.name: getattr(value, f.name) for f in fields(value)}
        differing = {f.name for f in fields(value) if found[f.name] != f.default}
        return _inline({name: _value(found[name]) for name in found if name in differing})
    raise TypeError(f"no way to write {value!r}")


def _inline(parts: Mapping[str, str]) -> str:
    inside = ", ".join(f"{name} = {text}" for name, text in parts.items())
    return f"{{ {inside} }}" if inside else "{}"


def _quoted(text: str) -> str:
    """A TOML basic string (TOML 1.0): quotes, backslashes and control signs escaped."""

    def escaped(sign: str) -> str:
        code = ord(sign)
        plain = code >= _FIRST_PRINTABLE and code != _DELETE
        return _ESCAPES.get(sign) or (sign if plain else f"\\u{code:04X}")

    return '"' + "".join(escaped(sign) for sign in text) + '"'
