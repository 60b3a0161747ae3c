"""Calendars to take along: sessions as iCalendar that Outlook, Thunderbird and Apple read right."""

from __future__ import annotations

from intervisie_desktop.documents.ics.calendar import IcsEvent, IcsMethod, calendar_bytes

__all__ = ["IcsEvent", "IcsMethod", "calendar_bytes"]
