"""Steps that are prepared on the page before they are done: a sheet says what they mean; no Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from intervisie_desktop.domain.attendance import within
from intervisie_desktop.domain.billing import notice_at
from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.domain.planning.conflicts import Conflict, ConflictKind
from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.domain.sessions import SessionState as Stage
from intervisie_desktop.services.holding import ClosingSummary, Gap, Loss, Missing
from intervisie_desktop.services.sessions import SessionCard
from intervisie_desktop.ui.pages.sessions import words
from intervisie_desktop.ui.pages.sessions.marking import Marking
from intervisie_desktop.ui.pages.sessions.state import GuestLine, SheetLine, SheetState
from intervisie_desktop.ui.pages.sessions.tools import Opened, Tools
from intervisie_desktop.ui.shell.desk import Destination, Place
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.standings import look

_SIGNS = {
    Severity.ERROR: ("octagon-x", "fout"),
    Severity.WARNING: ("triangle-alert", "waarschuwing"),
    Severity.TIP: ("lightbulb", "tip"),
}
_GAP_SEVERITY = {
    Gap.ATTENDANCE_OPEN: Severity.ERROR,
    Gap.NOBODY_PRESENT: Severity.ERROR,
    Gap.NO_DESCRIPTION: Severity.TIP,
    Gap.LIST_NOT_SIGNED: Severity.TIP,
}
_ALLOWED = {
    "close": {Stage.HELD},
    "cancel": {Stage.PLANNED},
    "move": {Stage.PLANNED, Stage.HELD},
    "guest": {Stage.PLANNED, Stage.HELD},
    "duplicate": set(Stage),
}
"""In which states a sheet makes sense; it goes away when the session leaves them."""
_TRY = "try"
_FIRST_TRY = SheetLine(
    "sparkles", "accent", "Wat doet dit met uren en regels?", button="Eerst proberen", key=_TRY
)


class Steps:
    """Afronden, afzeggen, verplaatsen, dupliceren and a guest, one sheet at a time."""

    def __init__(self, opened: Opened, marking: Marking) -> None:
        self._opened = opened
        self._tools = opened.tools
        self._desk = opened.desk
        self._marking = marking
        self.key = ""
        self._values: dict[str, Any] = {}

    def fits(self, key: str) -> bool:
        """True for a step that makes sense for the session as it is now."""
        return self._opened.card().session.state in _ALLOWED.get(key, set())

    def open(self, key: str) -> None:
        """Prepare a step."""
        session = self._opened.card().session
        self.key = key
        now = self._desk.now()
        self._values = {
            "reason": "", "by_client": False, "notice_day": now.date(),
            "notice_time": now.hour * 60 + now.minute,
        }  # fmt: skip
        if key in {"move", "duplicate"}:
            self._values = {"day": session.day, "start": session.start, "end": session.end}
        if key == "duplicate":
            self._values["day"] = None
        if key == "guest":
            self._show_guests()
        self.show()

    def close(self) -> None:
        """Leave it undone."""
        self.key = ""
        self._opened.view.show_sheet(None)

    def refresh(self) -> None:
        """Read again what the step means; it goes when it no longer makes sense."""
        if not self.key:
            return
        if self._opened.card().session.state not in _ALLOWED[self.key]:
            self.close()
            return
        if self.key == "guest":
            self._show_guests()
        self.show()

    def show(self) -> None:
        """Show the sheet of now."""
        self._opened.view.show_sheet(self._sheet())

    def change(self, name: str, value: Any) -> None:
        """A field of the sheet was filled in; what it means is shown again."""
        self._values[name] = value
        self.show()

    def confirm(self, chosen: str = "") -> None:
        """Do it; `chosen` is the guest. It stays open when it was refused."""
        acts = {
            "close": self._close,
            "cancel": self._cancel,
            "move": self._move,
            "duplicate": self._duplicate,
        }
        if self.key == "guest":
            self.add_guest(chosen)
        else:
            acts[self.key]()

    def line(self, key: str) -> None:
        """The button of a line: fill in what is missing, or try the step first."""
        if key == _TRY:
            self._try_out()
            return
        session = self._opened.card().session
        gap = Gap(key)
        view = self._opened.view
        if gap in {Gap.NO_CONFIDENTIALITY, Gap.CONFIDENTIALITY_LATE, Gap.CONFIDENTIALITY_NOT_ALL}:
            self._marking.record_secrecy()
        elif gap is Gap.ROOM_NOT_CONFIRMED:
            self._marking.check("room")
        elif gap is Gap.NO_CONTRIBUTION:
            self._marking.to_silent()
        elif gap is Gap.NO_FACILITATOR:
            view.focus_field("facilitator_id")
        elif gap is Gap.NO_DESCRIPTION:
            view.focus_field("description")
        elif gap is Gap.LIST_NOT_SIGNED:
            signed = replace(session, list_signed=True)
            self._desk.perform(lambda: self._tools.sessions.change(signed))
        else:
            rows = self._opened.state().roster
            view.focus_roster(next((row.id for row in rows if not row.there), ""))

    def _try_out(self) -> None:
        """See in Wat als what the step would come to, with the values of now."""
        part, sid = self.key, self._opened.id
        day, start = self._values.get("day"), self._values.get("start")
        if self.key == "move" and day is not None and start is not None:
            part = f"move:{day.isoformat()}:{start}"
        self._desk.go(Destination(Place.WHAT_IF, sid, part))

    def add_guest(self, participant_id: str) -> None:
        """Put someone on the list; the list of guests stays open for one more."""
        if participant_id:
            sid = self._opened.id
            self._desk.perform(lambda: self._tools.guests.add(sid, participant_id))

    # What each sheet says

    def _sheet(self) -> SheetState:
        card = self._opened.card()
        if self.key == "close":
            return _close_sheet(self._tools.holding.closing_summary(card.session.id))
        if self.key == "cancel":
            return self._cancel_sheet(card)
        if self.key == "guest":
            return SheetState(
                key="guest", title="Gast toevoegen",
                text="Wie een bijeenkomst van de eigen groep miste, kan die hier inhalen.",
                lines=(), form="guest", values={}, yes="Toevoegen",
            )  # fmt: skip
        return self._plan_sheet(card)

    def _cancel_sheet(self, card: SessionCard) -> SheetState:
        losses = self._tools.holding.preview_cancel(card.session.id)
        lines = [self._loss_line(card, loss) for loss in losses]
        lines.sort(key=lambda line: line.token != "fout")
        short = sum(line.token == "fout" for line in lines)
        who = counts.telwoord(len(lines), "deelnemer", "deelnemers")
        lines.append(_FIRST_TRY)
        text = f"Deze bijeenkomst vervalt voor {who}."
        if short:
            fall = "komt" if short == 1 else "komen"
            text += f" {counts.capital(counts.in_words(short))} {fall} daardoor uren tekort."
        return SheetState(
            key="cancel", title="Bijeenkomst afzeggen", text=text, lines=tuple(lines),
            form="reason", values=dict(self._values), yes="Afzeggen", danger=True,
        )  # fmt: skip

    def _loss_line(self, card: SessionCard, loss: Loss) -> SheetLine:
        """What someone loses, counted as the leading profile counts, where it counts at all."""
        profile, year = card.group.profiles[0], card.session.day.year
        standing = self._tools.standings.standing(loss.participant_id, profile, year)
        view = self._tools.standings.session_views(card.session.id).get(profile)
        if standing is None or view is None:
            return _loss_line(loss, 0)
        lost = min(view.whole.counted, standing.planned)
        left = standing.planned - lost
        counted = replace(loss, lost=lost, made=standing.made, planned=left)
        return _loss_line(counted, standing.target)

    def _plan_sheet(self, card: SessionCard) -> SheetState:
        proposal = self._proposal(card.session)
        found = self._tools.sessions.conflicts(proposal) if proposal else ()
        lines = conflict_lines(found, self._tools) if proposal else ()
        if proposal is not None and not lines:
            lines = (SheetLine("circle-check", "ok", "Niets staat in de weg."),)
        moving = self.key == "move"
        if moving and card.session.state is Stage.PLANNED:
            lines = (*lines, _FIRST_TRY)
        return SheetState(
            key=self.key,
            title="Bijeenkomst verplaatsen" if moving else "Bijeenkomst dupliceren",
            text="" if moving else "Een nieuwe bijeenkomst met dezelfde tijd, plaats en methode.",
            lines=lines,
            form="times" if moving else "day",
            values=dict(self._values),
            yes="Verplaatsen" if moving else "Dupliceren",
        )

    def _proposal(self, session: Session) -> Session | None:
        day, start, end = (self._values.get(name) for name in ("day", "start", "end"))
        if day is None or start is None or end is None or start >= end:
            return None
        stored = session.id if self.key == "move" else ""
        return replace(session, id=stored, day=day, start=start, end=end)

    def _show_guests(self) -> None:
        card = self._opened.card()
        found = self._tools.guests.candidates(self._opened.id)
        lines = [
            GuestLine(g.id, g.name, g.groups, g.employer, self._need(card, g.id)) for g in found
        ]
        # Whoever has to catch up comes first; the others by name as before.
        lines.sort(key=lambda line: not line.need[0])
        self._opened.view.show_guests(tuple(lines))

    def _need(self, card: SessionCard, participant_id: str) -> tuple[str, str, str]:
        """What someone lacks in the year of this session under its leading profile, as a chip."""
        profile, year = card.group.profiles[0], card.session.day.year
        standing = self._tools.standings.standing(participant_id, profile, year)
        if standing is None or not standing.missing or standing.year < self._desk.today().year:
            return ("", "neutral", "")
        _word, tone, sign = look(standing.state)
        return (f"{counts.hours(standing.missing)} nodig", tone, sign)

    # Doing it

    def _close(self) -> None:
        sid = self._opened.id
        self._desk.perform(lambda: self._tools.holding.close(sid))

    def _cancel(self) -> None:
        sid, reason = self._opened.id, str(self._values["reason"])
        by_client = bool(self._values["by_client"])
        day, minute = self._values["notice_day"], self._values["notice_time"]
        notice = notice_at(day, minute) if by_client and day and minute is not None else None
        self._desk.perform(
            lambda: self._tools.holding.cancel(sid, reason, by_client=by_client, notice=notice)
        )

    def _move(self) -> None:
        proposal = self._proposal(self._opened.card().session)
        if proposal is None:
            self._desk.refuse(words.TIMES_MISSING)
        elif self._desk.perform(lambda: moved(self._tools, proposal)) is not None:
            self.close()

    def _duplicate(self) -> None:
        sid, day = self._opened.id, self._values["day"]
        if day is None:
            self._desk.refuse(words.TIMES_MISSING)
            return
        made = self._desk.perform(lambda: self._tools.sessions.duplicate(sid, day))
        if made is not None:
            self.close()
            self._desk.go(Destination(Place.SESSIONS, made.id))


def moved(tools: Tools, proposal: Session) -> Outcome[Session]:
    """Moves a session; when it gets another length its pauses are cut to it."""
    stored = tools.sessions.card(proposal.id).session
    if stored.minutes == proposal.minutes:
        return tools.sessions.move(proposal.id, proposal.day, proposal.start)
    breaks = within(proposal.breaks, proposal.interval)
    return tools.sessions.change(replace(proposal, breaks=breaks))


def conflict_lines(found: tuple[Conflict, ...], tools: Tools) -> tuple[SheetLine, ...]:
    """What is in the way, in words, heaviest first."""
    if not found:
        return ()
    groups = {row.id: row.name for row in tools.groups.rows()}
    people: dict[str, str] = {}
    for group_id in {one.group_id for one in found if one.participants and one.group_id}:
        people |= {m.id: m.name for m in tools.groups.card(group_id).members}
    own = {one.group_id for one in found if one.kind is ConflictKind.OWN_SESSION}
    told = [
        one
        for one in found
        # Where the group itself meets already, its members are there by that alone.
        if one.kind is not ConflictKind.PARTICIPANT_ELSEWHERE or one.group_id not in own
    ]
    return tuple(
        SheetLine(*_SIGNS[one.severity], words.conflict(one, groups, people)) for one in told
    )


def _close_sheet(summary: ClosingSummary) -> SheetState:
    tally = (
        f"{summary.present} aanwezig, {summary.absent} afwezig, {summary.excused} afgemeld. "
        "Na het afronden ligt de bijeenkomst vast en telt zij voor de bewijzen."
    )
    lines = tuple(_gap_line(missing) for missing in summary.missing)
    if not lines:
        lines = (SheetLine("circle-check", "ok", "Alles is vastgelegd."),)
    return SheetState(
        key="close", title="Afronden", text=tally, lines=lines, form="", values={}, yes="Afronden"
    )


def _gap_line(missing: Missing) -> SheetLine:
    sign, token = _SIGNS[_GAP_SEVERITY.get(missing.gap, Severity.WARNING)]
    return SheetLine(
        sign, token, words.gap(missing), "", words.GAP_ACTIONS[missing.gap], missing.gap.value
    )


def _loss_line(loss: Loss, target: int) -> SheetLine:
    stays = loss.made + loss.planned
    lost = f"{counts.hours_word(loss.lost)} minder"
    if not target:
        return SheetLine("minus", "ink-3", loss.name, f"{lost}, komt op {counts.hours_word(stays)}")
    side = f"{lost}, komt op {counts.hours(stays)} van {counts.hours_word(target)}"
    if stays < target:
        return SheetLine("octagon-x", "fout", f"{loss.name} komt tekort", side)
    return SheetLine("check", "ok", loss.name, side)
