"""Sentences of rates, invoices, quotes and payments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.filling import Sentence
from intervisie_desktop.ui.text.labels import WORDS


def _rate(verb: str) -> Sentence:
    def said(facts: Mapping[str, Any]) -> str:
        kind = WORDS["RateKind"].get(str(facts.get("kind")), "")
        amount = facts.get("amount")
        price = f", {counts.money(int(amount))}" if amount is not None else ""
        return f"Tarief {kind}{price} {verb}".replace("  ", " ")

    return said


def _issued(facts: Mapping[str, Any]) -> str:
    numbers = [str(number) for number in facts.get("numbers") or ()]
    if len(numbers) == 1:
        return f"Factuur {numbers[0]} definitief gemaakt"
    made = int(facts.get("count") or 0)
    return f"{counts.capital(counts.telwoord(made, 'factuur', 'facturen'))} definitief gemaakt"


def _marked(verb: str) -> Sentence:
    def said(facts: Mapping[str, Any]) -> str:
        numbers = [str(number) for number in facts.get("numbers") or ()]
        if len(numbers) == 1:
            return f"Factuur {numbers[0]} {verb}"
        many = counts.telwoord(len(numbers), "factuur", "facturen")
        return f"{counts.capital(many)} {verb}"

    return said


def _reminded(facts: Mapping[str, Any]) -> str:
    numbers = [str(number) for number in facts.get("numbers") or ()]
    return f"Herinnering voor {counts.join(numbers)} gemaakt"


def _paid(facts: Mapping[str, Any]) -> str:
    numbers = [str(number) for number in facts.get("numbers") or ()]
    on = f" op {counts.join(numbers)}" if numbers else ""
    return f"Betaling van {counts.money(int(facts.get('amount') or 0))}{on} geboekt"


REFUSALS: dict[str, Sentence] = {
    "not_excused": "Alleen van wie zich heeft afgemeld, is er een moment van afmelden.",
    "rate_negative": "Een tarief is nul of meer. Vul een ander bedrag in.",
    "rate_clash": "Voor deze periode geldt al een tarief of voorwaarde. Laat de andere eerst "
    "eindigen.",
    "terms_wrong": "Deze annuleringsvoorwaarden kloppen niet: dagen en bedragen zijn nul of meer, "
    "percentages hoogstens 100.",
    "series_alike": "Facturen en creditfacturen krijgen zo dezelfde nummers. Kies voor een van "
    "beide een ander patroon.",
    "ledger_scheme_wrong": "Deze indeling van het verkoopboek klopt niet. Controleer de "
    "rekeningen, btw-codes en kolommen.",
    "seller_number_missing": "Een auditfile heeft een btw-id of KvK-nummer nodig. Vul dat in bij "
    "Instellingen, Praktijk.",
    "nothing_to_bill": "Er is niets te factureren.",
    "billed_already": "Dit staat al op een factuur. Haal het daar eerst weg.",
    "invoice_issued": "Factuur {number} is definitief en verandert niet meer. Maak een "
    "creditfactuur.",
    "invoice_upside_down": "Deze factuur komt onder nul uit. Maak een creditfactuur van wat u "
    "teruggeeft.",
    "invoice_flawed": "Deze factuur kan nog niet definitief worden: er ontbreekt iets of er klopt "
    "iets niet.",
    "reminder_not_due": "Factuur {number} is niet te laat. Er is niets om aan te herinneren.",
    "invoice_day_earlier": "Er is al een factuur met een latere datum, {day:datum}. Controleer de "
    "datum van deze computer.",
    "invoice_not_open": "Op factuur {number} staat minder open dan u wilt boeken. Verdeel de "
    "betaling opnieuw.",
    "quote_not_invoice": "Een offerte wordt niet definitief. Leg vast dat zij is aangenomen.",
    "quote_answered": "Offerte {number} is al beantwoord en verandert niet meer.",
    "quote_empty": "Deze offerte heeft nog geen regels. Voeg er een toe.",
    "instalments_wrong": "Deze termijnen zijn samen geen geheel. Verdeel ze opnieuw.",
    "instalments_begun": "Van deze termijnen is er al een definitief. Crediteer die eerst.",
    "credit_too_much": "Van {description} is minder over dan u wilt crediteren.",
    "credit_of_credit": "{number} is zelf een creditfactuur. Maak een nieuwe factuur.",
    "nothing_to_credit": "Er is niets meer te crediteren.",
    "nothing_open": "Op factuur {number} staat niets meer open.",
    "not_written_off": "Factuur {number} is niet afgeschreven.",
    "payment_zero": "Een betaling van nul kan niet worden geboekt. Vul een bedrag in.",
    "nothing_on_statement": "Voor {name} staat in deze periode niets op rekening.",
    "bank_line_seen": "Deze regel van het afschrift is al verwerkt.",
    "bank_seen": "Een van deze regels is intussen al geboekt. Lees het afschrift opnieuw in.",
    "bank_shares": "De betaling is anders verdeeld dan binnenkwam. Verdeel haar opnieuw.",
    "allocated_too_much": "Er is meer verdeeld dan er betaald is. Verdeel de betaling opnieuw.",
}

DONE: dict[str, Sentence] = {
    "rate_added": _rate("toegevoegd"),
    "rate_changed": _rate("gewijzigd"),
    "rate_removed": "Tarief verwijderd",
    "cancellation_terms_added": "Annuleringsvoorwaarden toegevoegd",
    "cancellation_terms_changed": "Annuleringsvoorwaarden gewijzigd",
    "cancellation_terms_removed": "Annuleringsvoorwaarden verwijderd",
    "ledger_scheme_changed": "Indeling van het verkoopboek gewijzigd",
    "invoice_settings_changed": "Instellingen voor facturen gewijzigd",
    "concepts_made": "{count:concept|concepten} gemaakt",
    "concept_added": "Concept voor {client} gemaakt",
    "concept_changed": "Concept voor {client} gewijzigd",
    "concept_removed": "Concept voor {client} verwijderd",
    "concept_split": "Concept voor {client} in {count:termijn|termijnen} verdeeld",
    "credit_added": "Creditfactuur bij {number} gemaakt",
    "billing_waived": "{count:post|posten} niet te factureren",
    "billing_unwaived": "Weer te factureren",
    "invoice_issued": "Factuur {number} definitief gemaakt",
    "invoices_issued": _issued,
    "invoices_sent": _marked("verzonden"),
    "invoices_reminded": _reminded,
    "invoice_unsent": _marked("toch niet verzonden"),
    "invoice_written_off": "Factuur {number} afgeschreven",
    "invoice_reclaimed": "Factuur {number} weer opgevorderd",
    "payment_booked": _paid,
    "payment_divided": "Betaling opnieuw verdeeld",
    "payment_removed": "Betaling van {amount:bedrag} weggehaald",
    "bank_booked": "{count:betaling|betalingen} uit het bankafschrift geboekt",
    "quote_added": "Offerte voor {client} gemaakt",
    "quote_changed": "Offerte voor {client} gewijzigd",
    "quote_sent": "Offerte {number} verzonden",
    "quote_accepted": "Offerte {number} aangenomen door {client}",
    "quote_declined": "Offerte {number} afgewezen door {client}",
    "quote_removed": "Offerte voor {client} verwijderd",
}
