"""Planning a new session: the group's usual place and method, and what is in the way; no Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.ui.pages.sessions import words
from intervisie_desktop.ui.pages.sessions.showing import where_label
from intervisie_desktop.ui.pages.sessions.state import NewState, SheetLine
from intervisie_desktop.ui.pages.sessions.steps import conflict_lines
from intervisie_desktop.ui.pages.sessions.tools import Opened
from intervisie_desktop.ui.shell.desk import Destination, Place

_START, _END = 10 * 60, 12 * 60


class Planning:
    """The form of a new session."""

    def __init__(self, opened: Opened) -> None:
        self._tools = opened.tools
        self._view = opened.view
        self._desk = opened.desk
        self._values: dict[str, Any] = {}

    def begin(self, group_id: str = "") -> None:
        """A new session of this group, or of the first one, at its usual time."""
        groups = self._groups()
        chosen = group_id or (groups[0][0] if groups else "")
        self._values = {"group_id": chosen, "day": None, "start": _START, "end": _END}
        self._take_habits()
        self.show()

    def show(self) -> None:
        """Show the form with what is in the way."""
        mode = Mode(self._values.get("mode", Mode.ON_LOCATION))
        self._view.show_new(
            NewState(
                values=dict(self._values),
                groups=self._groups(),
                where_label=where_label(mode),
                hybrid=mode is Mode.HYBRID,
                conflicts=self._conflicts(),
            )
        )

    def change(self, name: str, value: Any) -> None:
        """A field was filled in; another group brings its own place and method."""
        self._values[name] = value
        if name == "group_id":
            self._take_habits()
        elif name == "mode":
            session = self._usual()
            self._values["where"] = session.link if value == Mode.ONLINE.value else session.place
        self.show()

    def save(self) -> None:
        """Plan it and open it."""
        if not self._complete():
            self._desk.refuse(words.TIMES_MISSING)
            return
        session = self._session()
        made = self._desk.perform(lambda: self._tools.sessions.plan(session))
        if made is not None:
            self._desk.go(Destination(Place.SESSIONS, made.id))

    def leave(self) -> None:
        """Back to the list."""
        self._desk.go(Destination(Place.SESSIONS))

    def _groups(self) -> tuple[tuple[str, str], ...]:
        return tuple((row.id, row.name) for row in self._tools.groups.rows())

    def _take_habits(self) -> None:
        """Time of the last session, and mode and place of the group."""
        if not self._values["group_id"]:
            return
        before = self._tools.sessions.rows(group_id=self._values["group_id"])
        if before:
            self._values |= {"start": before[-1].start, "end": before[-1].end}
        usual = self._usual()
        self._values |= {
            "mode": usual.mode.value,
            "where": usual.link if usual.mode is Mode.ONLINE else usual.place,
            "link": usual.link,
        }

    def _usual(self) -> Session:
        group_id = self._values["group_id"]
        return self._tools.sessions.draft(group_id, self._desk.today(), _START, _END)

    def _complete(self) -> bool:
        values = self._values
        asked = (values["group_id"], values["day"], values["start"], values["end"])
        return all(value not in {None, ""} for value in asked) and values["start"] < values["end"]

    def _session(self) -> Session:
        values = self._values
        draft = self._tools.sessions.draft(
            values["group_id"], values["day"], values["start"], values["end"]
        )
        mode = Mode(values["mode"])
        online = mode is Mode.ONLINE
        return replace(
            draft,
            mode=mode,
            place="" if online else values["where"],
            link=values["where"] if online else values["link"] if mode is Mode.HYBRID else "",
        )

    def _conflicts(self) -> tuple[SheetLine, ...]:
        if not self._values.get("group_id") or not self._complete():
            return ()
        lines = conflict_lines(self._tools.sessions.conflicts(self._session()), self._tools)
        return lines or (SheetLine("circle-check", "ok", "Niets staat in de weg."),)
