"""The words a letter can use about an issued certificate."""

from __future__ import annotations

import json
from datetime import date

from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.domain.certificates import Certificate
from intervisie_desktop.storage.records.collections import Reading


def paper_words(reading: Reading, certificate: Certificate) -> dict[str, str]:
    """What stands on the paper, by the words that letters know it by."""
    snapshot = json.loads(certificate.snapshot)
    paper, content = snapshot["paper"], snapshot["content"]
    person = reading.participants.get(certificate.participant_id)
    return {
        "naam": paper["participant"],
        "voornaam": person.name.given or paper["participant"],
        "groep": ", ".join(content["groups"]),
        "nummer": certificate.number,
        "uren": dutch.hours(certificate.minutes),
        "periode": dutch.day(date.fromisoformat(paper["day"]))
        if paper["day"]
        else str(paper["year"]),
        "praktijk": paper["practice"]["name"],
        "begeleider": paper["leader"],
    }
