"""Dutch words about a rule profile in one line."""

from __future__ import annotations

from intervisie_desktop.services.beginning import ProfileChoice
from intervisie_desktop.ui.text import counts

MOST = 3
FREE = "zelf uren, aantallen en voorwaarden kiezen"


def profile_note(choice: ProfileChoice) -> str:
    """Its leading numbers: "8 uur per jaar, 3 tot 10 deelnemers, 2 tot 4 uur per dag"."""
    parts = []
    if choice.year_minutes:
        parts.append(f"{_hours(choice.year_minutes)} uur per jaar")
    if choice.size_min and choice.size_max:
        parts.append(f"{choice.size_min} tot {choice.size_max} deelnemers")
    elif choice.size_max:
        parts.append(f"tot {choice.size_max} deelnemers")
    if choice.day_min and choice.day_max:
        parts.append(f"{_hours(choice.day_min)} tot {_hours(choice.day_max)} uur per dag")
    # Three things say enough; who wants to know more finds it with its source on the page.
    parts += ["geheimhouding vooraf"] if choice.confidentiality else []
    parts += ["ieder een inbreng"] if choice.contribution else []
    return ", ".join(parts[:MOST]) or FREE


def _hours(minutes: int) -> str:
    """Whole hours without a decimal, others with one."""
    return str(minutes // 60) if minutes % 60 == 0 else counts.hours(minutes)
