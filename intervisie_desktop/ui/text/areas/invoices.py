"""Rates, invoices, payments and quotes: why something cannot be done, and what was done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.filling import Sentence


def _issued(facts: Mapping[str, Any]) -> str:
    numbers = list(facts.get("numbers", ()))
    if len(numbers) == 1:
        return f"Factuur {numbers[0]} definitief gemaakt"
    if not numbers:
        return "Geen facturen definitief gemaakt"
    return f"{len(numbers)} facturen definitief gemaakt, {numbers[0]} tot en met {numbers[-1]}"


def _sent(facts: Mapping[str, Any]) -> str:
    numbers = list(facts.get("numbers", ()))
    if len(numbers) == 1:
        return f"Factuur {numbers[0]} als verzonden gemarkeerd"
    return f"{facts.get('count', len(numbers))} facturen als verzonden gemarkeerd"


def _on(facts: Mapping[str, Any]) -> str:
    """On which invoices: " op factuur 2026-0001"."""
    numbers = list(facts.get("numbers", ()))
    if not numbers:
        return ""
    return f" op {'factuur' if len(numbers) == 1 else 'facturen'} {counts.join(numbers)}"


def _booked(facts: Mapping[str, Any]) -> str:
    return f"Betaling van {counts.money(int(facts.get('amount', 0)))} geboekt{_on(facts)}"


def _divided(facts: Mapping[str, Any]) -> str:
    return f"Betaling van {counts.money(int(facts.get('amount', 0)))} verdeeld{_on(facts)}"


REFUSALS: dict[str, Sentence] = {
    "rate_negative": "Een tarief of aantal kan niet onder nul zijn.",
    "rate_clash": "Er is al een tarief of voorwaarde voor dezelfde in deze periode. Laat die eerst "
    "eindigen, of kies een andere begindatum.",
    "terms_wrong": "Een trede heeft een percentage van 0 tot 100, een bedrag en een aantal dagen.",
    "series_alike": "Creditfacturen met een eigen reeks hebben een ander nummerpatroon nodig dan "
    "facturen.",
    "nothing_to_bill": "Er is nu niets te factureren.",
    "billed_already": "Dit staat al op een factuur.",
    "invoice_issued": "Factuur {number} is definitief en kan niet meer worden gewijzigd. Maak een "
    "creditfactuur.",
    "invoice_flawed": "Deze factuur kan nog niet definitief worden: er ontbreekt iets of er klopt "
    "iets niet.",
    "invoice_day_earlier": "De laatste factuur is van {day:datum}. Een eerdere factuurdatum kan "
    "niet; controleer de datum van uw computer.",
    "quote_not_invoice": "Een offerte wordt geen factuur. Aanvaard de offerte, dan komt er een "
    "concept.",
    "instalments_begun": "Een termijn van dit plan is al definitief. De andere termijnen kunnen "
    "niet meer weg.",
    "instalments_wrong": "De termijnen zijn samen geen 100 procent, of er ontbreekt een datum.",
    "credit_too_much": "Van de regel {description} staat niet zoveel meer open om te crediteren.",
    "credit_of_credit": "{number} is zelf een creditfactuur.",
    "nothing_to_credit": "Van deze factuur valt niets meer te crediteren.",
    "nothing_open": "Op factuur {number} staat niets open.",
    "not_written_off": "Factuur {number} is niet afgeboekt.",
    "payment_zero": "Vul een bedrag in.",
    "allocated_too_much": "U verdeelt meer dan er is betaald.",
    "bank_line_seen": "Deze bankregel is al verwerkt.",
    "quote_answered": "Offerte {number} is al aanvaard of afgewezen.",
    "quote_empty": "Op deze offerte staat nog niets.",
    "reminder_not_due": "Op factuur {number} is geen betaling te laat.",
}
DONE: dict[str, Sentence] = {
    "rate_added": "Tarief toegevoegd",
    "rate_changed": "Tarief gewijzigd",
    "rate_removed": "Tarief verwijderd",
    "cancellation_terms_added": "Annuleringsvoorwaarden toegevoegd",
    "cancellation_terms_changed": "Annuleringsvoorwaarden gewijzigd",
    "cancellation_terms_removed": "Annuleringsvoorwaarden verwijderd",
    "invoice_settings_changed": "Instellingen voor facturen gewijzigd",
    "concepts_made": "{count:concept|concepten} gemaakt",
    "billing_waived": "{count:post|posten} op niet factureren gezet",
    "billing_unwaived": "Post weer te factureren",
    "concept_added": "Concept voor {client} gemaakt",
    "concept_changed": "Concept voor {client} gewijzigd",
    "concept_removed": "Concept voor {client} verwijderd",
    "concept_split": "Concept voor {client} in {count:termijn|termijnen} verdeeld",
    "credit_added": "Concept van een creditfactuur voor {number} gemaakt",
    "invoice_issued": "Factuur {number} definitief gemaakt",
    "invoices_issued": _issued,
    "invoices_sent": _sent,
    "invoice_unsent": "Factuur als niet verzonden gemarkeerd",
    "invoice_reminded": "Herinnering voor factuur {number} gemaakt",
    "invoice_written_off": "Factuur {number} afgeboekt",
    "invoice_reclaimed": "Factuur {number} weer opgeëist",
    "payment_booked": _booked,
    "payment_divided": _divided,
    "payment_removed": "Betaling van {amount:bedrag} verwijderd",
    "bank_lines_booked": "{count:bankregel|bankregels} geboekt",
    "bank_lines_dismissed": "{count:bankregel|bankregels} terzijde gelegd",
    "quote_added": "Offerte voor {client} gemaakt",
    "quote_changed": "Offerte voor {client} gewijzigd",
    "quote_sent": "Offerte {number} als verzonden gemarkeerd",
    "quote_accepted": "Offerte {number} van {client} aanvaard",
    "quote_declined": "Offerte {number} van {client} afgewezen",
    "quote_removed": "Offerte voor {client} verwijderd",
}
