"""Dutch words around rates, terms and what is still to be billed."""

from __future__ import annotations

from datetime import date

from intervisie_desktop.domain.cancellation import CancellationStep, CancellationTerms
from intervisie_desktop.domain.money import ONE
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.rates import Rate, RateKind, RateLevel
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.labels import word

EVERYONE = "Iedereen"
RATES = "Tarieven"
RATES_NONE = (
    "Nog geen tarief. Zodra er een is, telt elke bijeenkomst vanaf de eerste dag van dat tarief "
    "als nog te factureren."
)
RATE_ADD = "Nieuw tarief"
RATE_CHANGE = "Tarief wijzigen"
RATE_NEXT = "Nieuwe prijs"
RATE_NEXT_TEXT = "Dit tarief eindigt op de dag voor de nieuwe prijs ingaat."
RATE_REMOVE = "Verwijderen"
TERMS = "Annuleringsvoorwaarden"
TERMS_NONE = "Geen voorwaarden: wie zich afmeldt, betaalt niet; wie zonder bericht wegblijft wel."
TERMS_ADD = "Nieuwe voorwaarden"
TERMS_CHANGE = "Annuleringsvoorwaarden wijzigen"
TERMS_TEXT = (
    "De dagen tellen van het bericht tot het begin van de bijeenkomst. Vul per regel een "
    "percentage of een bedrag in; een lege regel telt niet mee."
)
NUMBERS = "Nummers van facturen en offertes"
NUMBERS_NOTE = (
    "Facturen die al een nummer hebben, houden dat. Het eerste nummer ligt vast zodra er een "
    "factuur definitief is."
)
DEFAULTS = "Op elke factuur"
VAT_TEXTS = "Tekst op de factuur per soort btw"
VAT_TEXT_BACK = "Standaardtekst terug"
EXAMPLE = "Zo worden de nummers: {first}, {second} … en in {year}: {later}."
EXAMPLE_CREDIT = "Creditfacturen: {credit}."
EXAMPLE_QUOTE = "Offertes: {quote}."
PERIOD_BACKWARDS = "De laatste dag ligt voor de eerste; controleer de twee data."


def period_words(period: Period) -> str:
    """A period: "altijd", "vanaf 1 jan 2026", "tot en met 31 dec 2026", or both."""
    start, end = period.start, period.end
    if start and end:
        return f"{counts.day_short(start, year=True)} t/m {counts.day_short(end, year=True)}"
    if start:
        return f"vanaf {counts.day_short(start, year=True)}"
    return f"t/m {counts.day_short(end, year=True)}" if end else "altijd"


def rate_price(rate: Rate) -> str:
    """The price with its unit: "€ 165,00", "84 km à € 0,23"."""
    price = counts.money(rate.amount)
    if rate.kind is RateKind.TRAVEL_KM:
        return f"{counts.scaled(rate.quantity, 3)} km à {price}"
    if rate.quantity != ONE:
        return f"{counts.scaled(rate.quantity, 3)} × {price}"
    return price


def level_word(level: RateLevel) -> str:
    """Whom a target is, in front of its name: "Groep"."""
    return {
        RateLevel.DEFAULT: "",
        RateLevel.CLIENT: "Opdrachtgever",
        RateLevel.GROUP: "Groep",
        RateLevel.PARTICIPANT: "Deelnemer",
    }[level]


def _cost(step: CancellationStep) -> str:
    if step.amount:
        return counts.money(step.amount)
    return f"{counts.scaled(step.percent, 2)}%" if step.percent else "niets"


def terms_words(terms: CancellationTerms) -> str:
    """The steps: "14 dagen vooraf niets, 7 dagen vooraf 50%, later 100%"."""
    said = [
        f"{counts.telwoord(step.days, 'dag', 'dagen')} vooraf {_cost(step)}"
        for step in sorted(terms.steps, reverse=True)
    ]
    late = _cost(CancellationStep(days=0, percent=terms.late_percent))
    return ", ".join((*said, f"later {late}"))


def ends_words(rate_word: str, start: date) -> str:
    """What happens to the former one."""
    return f"{rate_word} eindigt dan op {counts.day_long(date.fromordinal(start.toordinal() - 1))}."


def kind_word(rate: Rate) -> str:
    """What it is counted by, with the product when that is not intervisie."""
    said = counts.capital(word(rate.kind))
    return f"{said}, training" if rate.product.value == "training" else said
