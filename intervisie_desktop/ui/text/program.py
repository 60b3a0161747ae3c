"""Dutch words of what the program itself can do: open, lock, begin."""

from __future__ import annotations

from intervisie_desktop.ui.shell.desk import FileQuestion
from intervisie_desktop.ui.text import first_start

OPEN = "Praktijkbestand openen…"
OPEN_WORDS = "bestand praktijk wisselen"
NEW = "Nieuwe praktijk…"
SETTINGS = "Instellingen"
LOCK = "Vergrendelen"
LOCK_WORDS = "op slot wachtwoord sluiten"
PRINTING = "Herstelblad afdrukken"
OPEN_QUESTION = FileQuestion(first_start.OPEN_TITLE, (first_start.PRACTICE_KIND,))
