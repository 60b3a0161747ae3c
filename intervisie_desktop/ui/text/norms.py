"""Every norm of a rule profile in Dutch: its label, where it belongs, its value in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from intervisie_desktop.domain.profiles import (
    MonthDay,
    OnlineCondition,
    PointRounding,
    PointRule,
    ProRata,
)
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.labels import word

Told = Callable[[Any], str]

ONLINE_TICKS: Mapping[str, str] = {
    "closed_room": "afgesloten ruimte",
    "online_agreed": "akkoord met online",
    "identity_checked": "identiteit vastgesteld",
    "presence_checked": "aanwezigheid tijdens de bijeenkomst gezien",
    "apart": "ieder apart van anderen",
    "webcam": "werkende webcam",
    "microphone": "werkende microfoon",
    "loudspeaker": "werkend geluid",
    "connection": "stabiele verbinding",
}
MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
          "september", "oktober", "november", "december")  # fmt: skip


def _count(singular: str, plural: str) -> Told:
    return lambda value: counts.telwoord(value, singular, plural)


def hours(minutes: int) -> str:
    """Minutes as one reads them in a rule: "8 uur", "45 minuten", "1 uur 30 min"."""
    if minutes < 60:
        return counts.telwoord(minutes, "minuut", "minuten")
    return counts.duration(minutes)


def _flag(value: bool) -> str:
    return "ja" if value else "nee"


def _words(value: tuple[str, ...]) -> str:
    return counts.join([*value])


def _mentioned(value: tuple[str, ...]) -> str:
    """Words to look for within what was typed, such as the beginning of a profession."""
    return counts.join([f"“{one}”" for one in value], "of")


def _conditions(value: tuple[OnlineCondition, ...]) -> str:
    told = [
        f"{ONLINE_TICKS.get(one.tick, one.tick)} ({word(one.severity).lower()})" for one in value
    ]
    return "; ".join(told)


def _pro_rata(value: ProRata) -> str:
    less = f"{hours(value.minutes_off)} minder per {_months(value.per_months)}"
    ill = f"bij ziekte vanaf {_months(value.illness_months)}"
    return f"{less}, {ill}, bij zwangerschap vanaf {_months(value.pregnancy_months)}"


def _months(number: int) -> str:
    return counts.telwoord(number, "maand", "maanden")


def points(hundredths: int) -> str:
    """Hundredths of a point: "1 punt", "0,5 punt", "2 punten"."""
    whole, rest = divmod(hundredths, 100)
    number = f"{whole},{rest:02}".rstrip("0").rstrip(",")
    return f"{number} {'punt' if hundredths <= 100 else 'punten'}"


_ROUNDED = {
    PointRounding.SESSION: "per bijeenkomst naar beneden",
    PointRounding.DAY: "per dag naar beneden",
    PointRounding.YEAR: "per jaar naar beneden",
}


def _points(value: PointRule) -> str:
    if value.per_session is not None:
        parts = [f"{points(value.per_session)} per bijeenkomst"]
    else:
        parts = [
            f"{points(value.worth)} per {hours(value.per_minutes)}, {_ROUNDED[value.rounding]}"
        ]
    most = {"per dag": value.day_max, "per jaar": value.year_max, "per periode": value.period_max}
    parts += [f"hoogstens {number} {over}" for over, number in most.items() if number is not None]
    parts += [f"samen met {_words(value.shared_with)}"] if value.shared_with else []
    parts += [value.kind] if value.kind else []
    return "; ".join(parts)


def _month_day(value: MonthDay) -> str:
    return f"{value.day} {MONTHS[value.month - 1]}"


@dataclass(frozen=True, slots=True)
class NormWords:
    """A norm in words: its label, how a value is told, and the unit in which it is typed."""

    label: str
    told: Told
    unit: str = ""


_PEOPLE = _count("deelnemer", "deelnemers")
_TIMES = _count("keer", "keer")
_DAYS = _count("dag van tevoren", "dagen van tevoren")
_YEARS = _count("jaar", "jaar")


def _people(label: str) -> NormWords:
    return NormWords(label, _PEOPLE, "deelnemers")


def _minutes(label: str) -> NormWords:
    return NormWords(label, hours, "minuten")


def _times(label: str) -> NormWords:
    return NormWords(label, _TIMES, "keer")


def _asked(label: str) -> NormWords:
    return NormWords(label, _flag)


def _listed(label: str) -> NormWords:
    return NormWords(label, _words)


def _found_by(label: str) -> NormWords:
    return NormWords(label, _mentioned)


SUBJECTS: tuple[tuple[str, dict[str, NormWords]], ...] = (
    ("Groep", {
        "group_min": _people("Kleinste groep"),
        "group_max": _people("Grootste groep"),
        "group_advised_min": _people("Aangeraden kleinste groep"),
        "group_advised_max": _people("Aangeraden grootste groep"),
        "register_min": _people("Uit het register"),
        "register_share": NormWords("Deel uit het register", word),
        "registers": _found_by("Inschrijving in een register met"),
        "locations_min": NormWords("Werkplekken", _count("locatie", "locaties"), "locaties"),
        "professions_counting": _found_by("Meetellen: beroep met"),
        "functions_not_counting": _found_by("Niet meetellen: functie met"),
        "excluded_functions": _found_by("Niet in de groep: functie met"),
        "work_relation": NormWords("Collega's in één groep", word),
        "hierarchy": NormWords("Leidinggevende in de groep", word),
        "same_profession": _asked("Hetzelfde beroep"),
        "same_field_of_law": _asked("Hetzelfde rechtsgebied"),
        "composition_agreed": _asked("Samenstelling vooraf afgestemd"),
        "series_min": _times("De groep komt ten minste bijeen"),
        "group_registered": _asked("Groep vooraf aangemeld bij het register"),
        "accreditation_weeks": NormWords(
            "Accreditatie vooraf aangevraagd", _count("week", "weken"), "weken"),
        "accreditation_yearly": _asked("Accreditatie elk jaar opnieuw"),
        "accepted": _asked("Intervisie telt voor dit register"),
    }),
    ("Duur van een bijeenkomst", {
        "day_min": _minutes("Ten minste aaneengesloten aanwezig"),
        "day_max": _minutes("Telt ten hoogste per dag"),
        "contiguous": _asked("Aaneengesloten"),
        "gap_tolerance": _minutes("Korte onderbreking die niet stoort"),
        "pause_counts": NormWords("Pauze", word),
        "pauses_min": NormWords("Pauzes", _count("pauze", "pauzes"), "pauzes"),
        "split_day": NormWords("Twee delen op één dag opgeteld", word),
        "short_stay": _asked("Te kort aanwezig telt niet"),
        "usual_minutes": _minutes("Gebruikelijke duur"),
        "usual_tolerance": _minutes("Afwijking die gebruikelijk is"),
    }),
    ("Jaar en registratieperiode", {
        "year_min": _minutes("Ten minste per kalenderjaar"),
        "year_max": _minutes("Telt ten hoogste per kalenderjaar"),
        "year_advised": _minutes("Aangeraden per jaar"),
        "sessions_per_year": NormWords(
            "Bijeenkomsten per jaar", _count("bijeenkomst", "bijeenkomsten"), "bijeenkomsten"),
        "sessions_months": NormWords("Geteld over", _months, "maanden"),
        "same_group": _asked("Steeds met dezelfde groep"),
        "missed_max": _times("Ten hoogste gemist per jaar"),
        "period_years": NormWords("Registratieperiode", _YEARS, "jaar"),
        "period_min": _minutes("Ten minste per periode"),
        "period_max": _minutes("Telt ten hoogste per periode"),
        "period_sessions": NormWords(
            "Bijeenkomsten per periode", _count("bijeenkomst", "bijeenkomsten"), "bijeenkomsten"),
        "carry_over_max": _minutes("Overschot mee naar volgend jaar"),
        "deficit_made_up": _asked("Tekort volgend jaar inhalen"),
        "pro_rata": NormWords("Naar rato", _pro_rata),
        "alternatives": _listed("Vormen die ervoor in de plaats komen"),
        "combines_with": _listed("Vormen die opgeteld mogen worden"),
        "bound_from_next_year": _asked("Verplicht vanaf het jaar na de stageverklaring"),
        "tight_margin": _minutes("Krap onder een marge van"),
        "points": NormWords("Punten", _points),
    }),
    ("Begeleiding", {
        "facilitator_required": _asked("Er is een begeleider"),
        "facilitator_counts": _asked("Begeleider telt mee voor de groepsgrootte"),
        "facilitator_from_group": _asked("Begeleider is een van de deelnemers"),
        "leader_no_hierarchy": _asked("Begeleider is niemands leidinggevende"),
        "designation_register": NormWords("Aangewezen door", str),
        "designation_registers": _found_by("Begeleider ingeschreven bij"),
        "designation_years": NormWords("Aanwijzing geldt", _YEARS, "jaar"),
        "designation_warn_days": NormWords("Melden voor het aflopen", _DAYS, "dagen"),
        "leading_is_no_attendance": _asked("Leiden is geen eigen deelname"),
    }),
    ("Geheimhouding en inbreng", {
        "confidentiality_beforehand": _asked("Geheimhouding vooraf besproken"),
        "opening_minutes": _minutes("Geldt nog als vooraf"),
        "contract_required": _asked("Ondertekend intervisiecontract"),
        "neutral_description": NormWords(
            "Korte, niet inhoudelijke omschrijving", _count("teken ten hoogste",
                                                            "tekens ten hoogste"), "tekens"),
        "discouraged_themes": _listed("Thema's die elders horen"),
        "contribution_min": NormWords("Inbreng van ieder", _count("vraag of dilemma",
                                                                 "vragen of dilemma's"), "vragen"),
        "contribution_scope": NormWords("Inbreng geteld", word),
        "action_required": _asked("Ieder noemt een actie"),
        "preparation_days": NormWords("Voorbereiding binnen", _DAYS, "dagen"),
    }),
    ("Online en ruimte", {
        "online_allowed": _asked("Mag online"),
        "online_conditions": NormWords("Voorwaarden online", _conditions),
        "online_reason": _asked("Reden van online vastgelegd"),
        "undisturbed_room": _asked("Ruimte zonder storing van anderen"),
        "link_days": NormWords("Link verstuurd", _DAYS, "dagen"),
    }),
    ("Werkvorm", {
        "method_required": _asked("Vaste methode gekozen"),
        "method_variation": _times("Zelfde methode achter elkaar gemeld na"),
        "phases": _listed("Fasen in deze volgorde"),
        "agenda_minutes": _minutes("Nodig buiten inbreng en pauze"),
        "case_per_participant": _asked("Evenveel inbrengen als deelnemers"),
        "questions_over_advice": _asked("Ten minste zoveel tijd voor vragen als voor advies"),
        "evaluation_required": _asked("Evaluatie"),
    }),
    ("Bewijs en administratie", {
        "certificate_required": _asked("Bewijs van deelname voor ieder"),
        "signed_list": _asked("Ondertekende presentielijst"),
        "signature_needed": _asked("Zonder handtekening telt de tijd niet"),
        "year_statement": _asked("Verklaring na het jaar"),
        "reports": _listed("Verslagen"),
        "entry_deadline": NormWords("Vorig jaar opgegeven voor", _month_day),
        "retention_years": NormWords("Bewaartermijn", _YEARS, "jaar"),
        "override_codes": _listed("Regels waar een bewijs met reden langs mag"),
    }),
)  # fmt: skip
"""Subject of the page → its norms; together they are every norm an edition can hold."""

WORDS: dict[str, NormWords] = {name: w for _, norms in SUBJECTS for name, w in norms.items()}


def label(name: str) -> str:
    """What a norm is called."""
    return WORDS[name].label


def told(name: str, value: object) -> str:
    """The value of a norm in words."""
    return WORDS[name].told(value)
