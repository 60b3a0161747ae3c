"""Ties between participants as sentences, with what the rules say of them."""

from __future__ import annotations

from collections.abc import Sequence

from intervisie_desktop.domain.profiles import WorkRelation
from intervisie_desktop.domain.relations import Tie, TieKind
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.finding_facts import Names

#: Verdict → (word, tone, sign).
LOOKS: dict[WorkRelation, tuple[str, str, str]] = {
    WorkRelation.ALLOWED: ("mag", "ok", "check"),
    WorkRelation.ALLOWED_IF_SAFE: ("mag als het veilig voelt", "waarschuwing", "shield"),
    WorkRelation.DISCOURAGED: ("afgeraden", "waarschuwing", "triangle-alert"),
    WorkRelation.FORBIDDEN: ("mag niet", "fout", "ban"),
}


def how(tie: Tie, names: Names) -> str:
    """What ties two people: "Noor en Joris werken bij Cederhof"."""
    first, second = names.participant(tie.first_id), names.participant(tie.second_id)
    if tie.kind is TieKind.MANAGER:
        return f"{first} is leidinggevende van {second}"
    both = f"{first} en {second}"
    match tie.kind:
        case TieKind.EMPLOYER:
            return f"{both} werken bij {tie.employer}"
        case TieKind.CLIENT:
            return f"{both} werken voor dezelfde opdrachtgever"
        case TieKind.COLLEAGUE:
            return f"{both} zijn kantoorgenoten"
        case TieKind.PARTNER:
            return f"{both} zijn maten of vennoten"
        case _:
            return f"{both} hebben een band"


def pair_sentence(ties: Sequence[tuple[str, Tie]], names: Names) -> str:
    """What ties two people, and what each profile says of it when they do not agree."""
    heaviest = ties[0][1]
    verdicts = {tie.verdict for _, tie in ties}
    if len(verdicts) == 1:
        return tie_sentence(heaviest, names)
    said = [f"{names.profile(key)}: {LOOKS[tie.verdict][0]}" for key, tie in ties]
    silent = next((tie for _, tie in ties if tie.silent), None)
    tail = _silent(silent, names) if silent is not None else ""
    return f"{how(heaviest, names)}. {'; '.join(said)}.{tail}"


def tie_sentence(tie: Tie, names: Names) -> str:
    """What ties two people and what that means."""
    said = how(tie, names)
    match tie.verdict:
        case WorkRelation.FORBIDDEN:
            return f"{said}; dat mag hier niet."
        case WorkRelation.DISCOURAGED:
            return f"{said}; dat wordt hier afgeraden."
        case WorkRelation.ALLOWED_IF_SAFE:
            return f"{said}; dat mag als het veilig voelt.{_silent(tie, names)}"
        case _:
            return f"{said}; dat mag."


def _silent(tie: Tie, names: Names) -> str:
    if not tie.silent:
        return " Ieder van hen heeft dat gezegd."
    who = counts.join([names.participant(person) for person in tie.silent])
    return f" Nog te vragen aan {who}."
