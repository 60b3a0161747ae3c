"""The Dutch word for every member of every enum of the trade."""

from __future__ import annotations

from enum import StrEnum

# By the name of the enum and then by value: members of two string enums with the same value are
# equal, so one flat table would let the later word overwrite the earlier.
WORDS: dict[str, dict[str, str]] = {
    "AbsenceKind": {
        "illness": "ziekte",
        "pregnancy": "zwangerschap en bevalling",
        "other": "anders",
    },
    "Answer": {"yes": "ja", "no": "nee", "unknown": "niet bekend"},
    "AttendanceState": {
        "expected": "verwacht",
        "present": "aanwezig",
        "absent": "afwezig",
        "excused": "afgemeld",
    },
    "CertificateActKind": {"withdrawn": "ingetrokken", "replaced": "vervangen"},
    "CertificateKind": {"session": "per bijeenkomst", "year": "per jaar"},
    "Certainty": {"seed": "casustekst", "source": "bron", "assumption": "aanname"},
    "ChangeKind": {"created": "toegevoegd", "changed": "gewijzigd", "removed": "verwijderd"},
    "ConflictKind": {
        "own_session": "eigen bijeenkomst",
        "same_group_same_day": "zelfde groep op dezelfde dag",
        "participant_elsewhere": "deelnemer zit in een andere groep",
        "busy": "bezet",
        "tight": "sluit direct aan",
        "public_holiday": "feestdag",
        "school_holiday": "schoolvakantie",
        "own_holiday": "eigen vakantie",
        "weekend": "weekend",
    },
    "ContributionScope": {"session": "per bijeenkomst", "year": "per jaar"},
    "DifferenceKind": {"added": "nieuw", "changed": "gewijzigd", "removed": "vervallen"},
    "FreeKind": {"school_holiday": "schoolvakantie", "own_holiday": "eigen vakantie"},
    "HitKind": {
        "too_long": "te lang",
        "participant": "naam van een deelnemer",
        "email": "e-mailadres",
        "phone": "telefoonnummer",
        "iban": "rekeningnummer",
        "citizen_number": "burgerservicenummer",
        "case_number": "zaaknummer",
        "client": "naam van een opdrachtgever",
        "birth_date": "geboortedatum",
        "case_against": "zaak tegen iemand",
        "company": "naam van een bedrijf",
    },
    "MatchGrade": {
        "exact": "zeker",
        "number": "op nummer",
        "account": "op rekening",
        "possible": "mogelijk",
        "none": "onbekend",
    },
    "MatchKind": {
        "whole": "geheel betaald",
        "part": "deelbetaling",
        "over": "te veel betaald",
        "combined": "meer facturen tegelijk",
        "chargeback": "teruggeboekt",
        "nothing": "geen factuur",
    },
    "MemberRole": {"member": "lid", "trainee": "stagiair", "guest": "gast"},
    "Mode": {"on_location": "op locatie", "online": "online", "hybrid": "hybride"},
    "NotCounted": {
        "": "telt mee",
        "too_short": "te kort",
        "group_size": "groep te klein of te groot",
        "not_online": "niet online",
        "day_max": "meer dan per dag meetelt",
        "split_day": "los blok op dezelfde dag",
        "unsigned": "lijst niet getekend",
    },
    "Obstacle": {
        "not_closed": "nog niet afgerond",
        "not_present": "niet aanwezig",
        "nothing_counts": "er telt niets mee",
        "year_running": "jaar loopt nog",
        "more_planned": "er is nog meer gepland",
    },
    "OwnProfileKind": {"adapted": "aangepast", "own": "eigen", "imported": "overgenomen"},
    "PaperState": {"valid": "geldig", "withdrawn": "ingetrokken", "replaced": "vervangen"},
    "PauseCount": {"yes": "telt mee", "no": "telt niet mee", "unknown": "niet bekend"},
    "RelationKind": {
        "manager": "leidinggevende",
        "colleague": "kantoorgenoot",
        "partner": "maat of vennoot",
        "other": "anders",
    },
    "Resemblance": {
        "same_number": "zelfde nummer",
        "same_email": "zelfde e-mailadres",
        "same_name_and_employer": "zelfde naam en kantoor",
        "same_name": "zelfde naam",
        "same_initials_and_employer": "zelfde voorletters en kantoor",
        "same_initials": "zelfde voorletters",
        "similar_name": "naam lijkt erop",
    },
    "SeriesUnit": {"week": "week", "month": "maand"},
    "SessionState": {
        "planned": "gepland",
        "held": "gehouden",
        "closed": "afgerond",
        "cancelled": "geannuleerd",
    },
    "PointRounding": {"session": "per bijeenkomst", "day": "per dag", "year": "per jaar"},
    "RegisterShare": {
        "half": "ten minste de helft",
        "majority": "meer dan de helft",
        "all": "ieder",
    },
    "Severity": {"error": "Fout", "warning": "Waarschuwing", "tip": "Tip"},
    "StandingState": {
        "achieved": "gehaald",
        "on_course": "op koers",
        "tight": "krap",
        "to_plan": "te plannen",
        "short": "tekort",
        "unreachable": "niet meer haalbaar",
        "no_target": "geen doel",
    },
    "Subject": {
        "practice": "praktijk",
        "facilitator": "gespreksleider",
        "client": "opdrachtgever",
        "participant": "deelnemer",
        "group": "groep",
        "agreement": "intervisiecontract",
        "session": "bijeenkomst",
        "attendance": "aanwezigheid",
        "certificate": "bewijs",
        "calendar": "agenda",
        "absence": "onderbreking",
        "exception": "uitzondering",
        "setting": "instelling",
        "invoice": "factuur",
        "profile": "regelprofiel",
        "method": "werkvorm",
        "text": "tekst",
        "evaluation": "evaluatie",
    },
    "VerdictState": {"ready": "gereed", "attention": "gereed, let op", "blocked": "geblokkeerd"},
    "WorkRelation": {
        "allowed": "toegestaan",
        "allowed_if_safe": "toegestaan als het veilig voelt",
        "discouraged": "afgeraden",
        "forbidden": "niet toegestaan",
    },
}


def word(member: StrEnum) -> str:
    """The Dutch word of an enum member, small unless it heads a section."""
    return WORDS[type(member).__name__][member.value]


def options(kind: type[StrEnum]) -> tuple[tuple[str, str], ...]:
    """(value, word) pairs of a whole enum, for a choice."""
    return tuple((member.value, word(member)) for member in kind)
