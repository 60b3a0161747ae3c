"""Why a paper cannot be made yet, apart from findings; for the command line."""

from __future__ import annotations

NOTES: dict[str, str] = {
    "no_sessions": "er telt nog geen bijeenkomst mee.",
    "facilitator_missing": "er is geen gespreksleider die kan ondertekenen.",
    "not_closed": "een bijeenkomst is nog niet afgerond.",
    "not_present": "er is geen aanwezigheid vastgelegd.",
    "nothing_counts": "er telt nog niets mee.",
    "year_running": "het jaar loopt nog en er zijn nog bijeenkomsten te gaan.",
    "nothing_to_certify": "er is nog niets om een bewijs van af te geven.",
}
