"""Dutch headings and chips of what the palette finds."""

from __future__ import annotations

PEOPLE = "Deelnemers"
GROUPS = "Groepen"
SESSIONS = "Bijeenkomsten"
CLIENTS = "Opdrachtgevers"
PROFILES = "Regelprofielen"
CERTIFICATES = "Bewijzen"
FINDINGS = "Bevindingen"
ARCHIVED = "archief"
WITHDRAWN = "vervallen"
