"""Dutch words of what the program itself can do: open, lock, begin."""

from __future__ import annotations

OPEN = "Praktijkbestand openen…"
OPEN_WORDS = "bestand praktijk wisselen"
NEW = "Nieuwe praktijk…"
SETTINGS = "Instellingen"
LOCK = "Vergrendelen"
LOCK_WORDS = "op slot wachtwoord sluiten"
PRINTING = "Herstelblad afdrukken"
FILE = "{name}, versleuteld"
SAVED = "Opgeslagen {time}"
