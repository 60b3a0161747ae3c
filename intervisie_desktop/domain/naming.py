"""How a name on a list becomes a name in its parts, as the Dutch write names."""

from __future__ import annotations

import re

from intervisie_desktop.domain.people import PersonName, folded

PREFIX_WORDS = frozenset(
    "van de den der het 't 's te ten ter in op aan uit bij onder over voor tot la le les du des "
    "von zu zur zum vom am af al el ben bin ibn da das do dos di del della degli delle".split()
)
"""Words that belong to a tussenvoegsel."""

_ELISIONS = ("d'", "l'", "dell'")
_TITLES_BEFORE = frozenset(
    "mr drs dr prof ir ing jhr jkvr ds mag bc rb acc em bacc kand lic".split()
)
_SALUTATIONS = frozenset("dhr mevr mw mevrouw meneer heer mejuffrouw mej".split())
_TITLES_AFTER = frozenset(
    "llm llb msc ma bsc ba phd mfn mba emba mpa mmi ra rc ceh ccp msm mpm edd ll.m ll.b".split()
)
_INITIALS = re.compile(r"(?:[^\W\d_]{1,3}\.[ -]?)+|[A-Z]{1,4}")
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "`": "'", "\u00b4": "'"})


def split_prefix(surname: str) -> tuple[str, str]:
    """The tussenvoegsel and the rest: "van den Berg" gives ("van den", "Berg")."""
    words = surname.translate(_APOSTROPHES).split()
    taken: list[str] = []
    while len(words) > 1 and words[0].lower() in PREFIX_WORDS:
        taken.append(_lowered(words.pop(0)))
    for elision in _ELISIONS:
        if words and words[0].lower().startswith(elision) and len(words[0]) > len(elision):
            taken.append(elision)
            words[0] = words[0][len(elision) :]
            break
    return " ".join(taken), " ".join(words)


def parse_name(text: str) -> PersonName:
    """A whole name in its parts: "mr. J. van den Berg MfN", also as "Berg, mr. Jan van den"."""
    tidy = " ".join(text.translate(_APOSTROPHES).split())
    if "," in tidy:
        head, _, tail = (part.strip() for part in tidy.partition(","))
        if tail and all(_bare(word) in _TITLES_AFTER for word in tail.replace(",", " ").split()):
            return parse_name(f"{head} {tail.replace(',', ' ')}")
        return _from_listed(head, tail)
    before, words, after = _without_titles(tidy.split())
    given, surname = _given_and_surname(words)
    return _assembled(given, surname, before, after)


def name_of_parts(
    *,
    surname: str,
    given: str = "",
    initials: str = "",
    prefix: str = "",
    title_before: str = "",
    title_after: str = "",
) -> PersonName:
    """The name that separate columns give; a prefix in the surname column is split off."""
    own_prefix, bare = split_prefix(surname)
    if not prefix:
        prefix, surname = own_prefix, bare
    if given and not initials and _INITIALS.fullmatch(given) and ("." in given or len(given) == 1):
        given, initials = "", given
    return PersonName(
        given=given,
        initials=initials,
        prefix=prefix,
        surname=surname,
        title_before=title_before,
        title_after=title_after,
    )


def _from_listed(surname: str, rest: str) -> PersonName:
    """As in a list ("Berg, mr. Jan van den"): the prefix stands last."""
    before, words, after = _without_titles(rest.split())
    prefix: list[str] = []
    while len(words) > 1 and words[-1].lower() in PREFIX_WORDS:
        prefix.insert(0, words.pop())
    if words and words[-1].lower() in _ELISIONS:
        prefix.append(words.pop())
    return _assembled(words, [*prefix, surname], before, after)


def _assembled(
    given: list[str], surname: list[str], before: list[str], after: list[str]
) -> PersonName:
    return name_of_parts(
        surname=" ".join(surname),
        given=" ".join(given),
        title_before=" ".join(before),
        title_after=" ".join(after),
    )


def _without_titles(words: list[str]) -> tuple[list[str], list[str], list[str]]:
    words = list(words)
    before: list[str] = []
    after: list[str] = []
    while len(words) > 1 and (_bare(words[0]) in _TITLES_BEFORE | _SALUTATIONS or words[0] == "de"):
        if words[0] == "de" and _bare(words[1]) != "heer":
            break
        word = words.pop(0)
        if _bare(word) in _TITLES_BEFORE:
            before.append(word)
    while len(words) > 1 and _bare(words[-1]) in _TITLES_AFTER:
        after.insert(0, words.pop())
    return before, words, after


def _given_and_surname(words: list[str]) -> tuple[list[str], list[str]]:
    for place, word in enumerate(words):
        starts = word.lower() in PREFIX_WORDS or word.lower().startswith(_ELISIONS)
        doubled = any(
            f"-{p}" == word.lower()[word.find("-") :] for p in PREFIX_WORDS if "-" in word
        )
        if place and (starts or doubled) and place < len(words):
            return words[:place], words[place:]
        if not place and starts and len(words) > 1:
            return [], words
    return words[:-1], words[-1:]


def _bare(word: str) -> str:
    return word.lower().rstrip(".,").lstrip("(").rstrip(")")


def _lowered(word: str) -> str:
    return word[:1].lower() + word[1:] if folded(word) in PREFIX_WORDS else word.lower()
