"""How each place is called and drawn, and where it stands in the rail; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from intervisie_desktop.ui.shell.desk import Place


@dataclass(frozen=True, slots=True)
class Stop:
    """A place in the rail: its word and sign; `apart` puts a rule above it."""

    place: Place
    word: str
    icon: str
    apart: bool = False


RAIL: tuple[Stop, ...] = (
    Stop(Place.TODAY, "Vandaag", "sun"),
    Stop(Place.AGENDA, "Agenda", "calendar-days"),
    Stop(Place.GROUPS, "Groepen", "users"),
    Stop(Place.PARTICIPANTS, "Deelnemers", "user"),
    Stop(Place.SESSIONS, "Bijeenkomsten", "messages-square"),
    Stop(Place.CERTIFICATES, "Bewijzen", "scroll-text"),
    Stop(Place.INVOICES, "Facturen", "receipt-text"),
    Stop(Place.REPORTS, "Overzichten", "chart-column"),
    Stop(Place.CLIENTS, "Opdrachtgevers", "building-2"),
    Stop(Place.PROFILES, "Regelprofielen", "scale", apart=True),
    Stop(Place.SETTINGS, "Instellingen", "settings"),
)
BESIDE: tuple[Stop, ...] = (
    Stop(Place.IMPORTING, "Importeren", "file-input"),
    Stop(Place.VERIFY, "Bewijs controleren", "badge-check"),
    Stop(Place.PAPERS, "Papieren bij een bijeenkomst", "file-text"),
    Stop(Place.WHAT_IF, "Wat als", "sparkles"),
    Stop(Place.CATCH_UP, "Inhalen", "calendar-check"),
)
WORDS: dict[Place, str] = {stop.place: stop.word for stop in (*RAIL, *BESIDE)}
MENUS: tuple[tuple[str, str], ...] = (
    ("Bestand", "&Bestand"),
    ("Bewerken", "Be&werken"),
    ("Beeld", "Beel&d"),
    ("Ga naar", "&Ga naar"),
    ("Groep", "G&roep"),
    ("Bijeenkomst", "Bi&jeenkomst"),
    ("Extra", "E&xtra"),
    ("Help", "&Help"),
)
