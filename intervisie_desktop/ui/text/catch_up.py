"""The words of the page Inhalen, and of the invitation to catch up."""

from __future__ import annotations

from collections.abc import Mapping

from intervisie_desktop.domain.standing import StandingState, YearStanding
from intervisie_desktop.services.catch_up import (
    CatchUpPlace,
    Closed,
    InvitationFacts,
    Tie,
    WorkRelation,
)
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.counts import hours, hours_word, telwoord
from intervisie_desktop.ui.text.finding_facts import Names
from intervisie_desktop.ui.text.ties import tie_sentence

TITLE = "Inhalen"
NOBODY = (
    "Niemand hoeft in te halen",
    "Iedereen haalt het jaardoel, of staat met wat er gepland is op koers.",
)
NOT_NEEDED = ("Inhalen is niet nodig", "Deze deelnemer staat op koers met wat er gepland is.")
NO_PLACE = "Geen bijeenkomst dit jaar waar deze deelnemer nog bij kan."
LOOKING = "Plaatsen zoeken"
SAVED = "Concept bewaard als {name}. Open het in uw e-mailprogramma en verzend het daar."

_CLOSED = {
    Closed.FULL: ("is vol", "zijn vol"),
    Closed.TIED: ("valt af om een band", "vallen af om een band"),
    Closed.CLASH: (
        "is tegelijk met een eigen bijeenkomst",
        "zijn tegelijk met een eigen bijeenkomst",
    ),
    Closed.NOT_COUNTING: ("telt niet mee", "tellen niet mee"),
    Closed.FUNCTION: ("laat deze functie niet toe", "laten deze functie niet toe"),
}


def subtitle(people: int) -> str:
    """How many may fall short."""
    if not people:
        return "Niemand komt dit jaar tekort."
    return f"{telwoord(people, 'deelnemer komt', 'deelnemers komen')} dit jaar misschien tekort."


def need(standing: YearStanding) -> str:
    """What is still needed in hours: "1,5", or the thin margin when nothing is: "+0,6"."""
    if standing.missing:
        return hours(standing.missing)
    return f"+{hours(standing.forecast - standing.target)}"


def situation(standing: YearStanding) -> str:
    """How the year stands, in a sentence with figures."""
    said = f"{hours(standing.made)} gemaakt en {hours(standing.planned)} gepland"
    due = f"doel {hours(standing.target)}"
    if standing.missing:
        return f"{said}, {due}: nog {hours_word(standing.missing)} nodig."
    margin = hours_word(standing.forecast - standing.target)
    return f"{said}, {due}: gehaald zolang niets uitvalt, met {margin} over."


def closed_line(closed: Mapping[Closed, int]) -> str:
    """Why other sessions are no place: "2 zijn vol, 1 telt niet mee."."""
    parts = [f"{n} {_CLOSED[why][n > 1]}" for why, n in sorted(closed.items()) if n]
    return f"Vallen af: {', '.join(parts)}." if parts else ""


def size_words(place: CatchUpPlace) -> str:
    """How large the group would be: "8 van 3–10"."""
    if place.least is None and place.most is None:
        return str(place.size)
    if place.most is None:
        return f"{place.size}, minstens {place.least}"
    low = f"{place.least}–" if place.least is not None else "hoogstens "
    return f"{place.size} van {low}{place.most}"


def heed(place: CatchUpPlace) -> tuple[str, str, str]:
    """What to mind about a place, as a chip."""
    if place.appeared:
        return "bevinding", "waarschuwing", "triangle-alert"
    if place.ties:
        return "band", "waarschuwing", "network"
    if place.advised is not None and place.size > place.advised:
        return "druk", "tip", "users"
    if place.own:
        return "eigen groep", "neutral", "users"
    return "past", "ok", "check"


def effects(place: CatchUpPlace, names: Names, titles: Mapping[str, str]) -> tuple[str, ...]:
    """What it would do to both, line by line; `titles` are those of findings by key."""
    after = place.after
    lines = [
        (
            f"Telt voor {hours_word(place.gain)}: de prognose wordt {hours(after.forecast)} van "
            f"{hours(after.target)}."
        )
    ]
    if after.state is StandingState.UNREACHABLE or not place.enough:
        lines.append(f"Daarna is nog {hours_word(after.missing)} nodig.")
    lines.append(f"De groep telt dan {size_words(place)} deelnemers die meetellen.")
    if place.advised is not None and place.size > place.advised:
        lines.append(f"Meer dan het advies van {place.advised}.")
    lines += [tie_sentence(tie, names) for tie in place.ties]
    lines += [f"Nieuw: {titles[f.key]}." for f in place.appeared]
    lines += [f"Opgelost: {titles[f.key]}." for f in place.gone if f.code != "U04"]
    return tuple(lines)


def is_grave(tie: Tie) -> bool:
    """True when a tie is more than good to know."""
    return tie.verdict in {WorkRelation.FORBIDDEN, WorkRelation.DISCOURAGED}


def subject(facts: InvitationFacts) -> str:
    """The subject of the invitation."""
    return f"Uitnodiging: intervisie op {counts.day_weekday(facts.day)}"


def invitation(facts: InvitationFacts) -> str:
    """The text of the invitation; it names nobody of the other group."""
    where = _where(facts)
    if facts.own:
        begin = (
            "U meldde zich af voor de bijeenkomst hieronder. Er is nog plaats, en de uren helpen "
            f"u om het doel van {facts.year} te halen."
        )
    else:
        begin = (
            f"U kunt uw intervisie-uren van {facts.year} aanvullen bij een bijeenkomst van een "
            "andere groep. Daar is nog plaats."
        )
    lines = (
        f"Geachte {facts.to_name},",
        "",
        begin,
        "",
        (
            f"{counts.capital(counts.day_weekday(facts.day, year=True))}, "
            f"{counts.span(facts.start, facts.end)} ({hours_word(facts.minutes)})"
        ),
        *([where] if where else []),
        "",
        (
            "Vooraf spreken wij de geheimhouding met u en de groep door. Wilt u een vraag of "
            "dilemma uit uw eigen werk meenemen?"
        ),
        "",
        "Laat u mij weten of u komt?",
        "",
        "Met vriendelijke groet,",
        "",
        *(line for line in (facts.facilitator, facts.practice) if line),
    )
    return "\n".join(lines)


def _where(facts: InvitationFacts) -> str:
    if facts.online:
        return f"Online: {facts.link}" if facts.link else "Online; de link volgt."
    if facts.hybrid and facts.link:
        return f"{facts.place}, of online: {facts.link}" if facts.place else f"Online: {facts.link}"
    return facts.place
