"""What checking a paper found, each in one Dutch sentence."""

from __future__ import annotations

from intervisie_desktop.services.certification.values import Verdict, Verification
from intervisie_desktop.ui.text import counts

SENTENCES: dict[Verdict, str] = {
    Verdict.GENUINE: "Echt en ongewijzigd: bewijs {number}, afgegeven op {issued}.",
    Verdict.ALTERED: "Niet geldig: dit bestand is gewijzigd nadat het is afgegeven.",
    Verdict.WITHDRAWN: "Niet meer geldig: bewijs {number} is ingetrokken ({reason}).",
    Verdict.REPLACED: "Niet meer geldig: bewijs {number} is vervangen door {other}.",
    Verdict.UNKNOWN: "Onbekend: deze praktijk heeft dit papier niet afgegeven.",
    Verdict.SEALED: (
        "Ongewijzigd sinds de afgifte (bewijs {number}); of het nog geldt, staat alleen in het "
        "praktijkbestand."
    ),
    Verdict.NO_SEAL: "Dit is geen bewijs van Intervisie: er zit geen zegel in.",
    Verdict.NOT_A_PDF: "Dit is geen leesbare PDF; er is niets te controleren.",
    Verdict.WRONG_CODE: "De controlecode hoort niet bij dit nummer.",
    Verdict.MISTYPED: "Deze controlecode bestaat niet; controleer de letters en cijfers.",
}


def sentence(found: Verification) -> str:
    """The verdict in one sentence."""
    return SENTENCES[found.verdict].format(
        number=found.number,
        issued=counts.day_long(found.issued_on) if found.issued_on else "",
        reason=found.reason or "zonder reden",
        other=found.other_number,
    )
