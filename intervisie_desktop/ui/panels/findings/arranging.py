"""Fixes that arrange a session or a group: its method, how many cases, a date; no Qt."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from intervisie_desktop.domain.people import folded
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.ui.panels.findings.piles import Pile
from intervisie_desktop.ui.panels.findings.steps import (
    Act,
    Asking,
    Kit,
    Sheet,
    Step,
    Values,
    reason_in,
    sessions_of,
)
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text import mending as words
from intervisie_desktop.ui.widgets.fields import Choice, Day, Field, Number

MOST_CASES = 20


def method(kit: Kit, pile: Pile) -> Step | None:
    """Which method; for a group that always does the same, for its next session."""
    sessions = kit.mending.sessions(sessions_of(pile)) or _next_of(kit, pile)
    if not sessions:
        return None
    now = str(pile.finding.figures.get("method") or "")
    names = [one.name for one in kit.methods.all() if folded(one.name) != folded(now)]
    options = tuple((name, name) for name in names)
    sheet = Sheet().add(Field("method", words.METHOD, Choice(options=options), required=True), "")
    if len(sessions) > 1:
        options = tuple((one.id, kit.session_word(one)) for one in sessions)
        sheet.choose("sessions", words.SESSIONS, options)
    sheet.reason(sessions)

    def take(values: Values) -> Act:
        chosen = [s.id for s in sessions if s.id in values.get("sessions", {s.id})]
        return partial(kit.mending.choose_method, chosen, str(values["method"]), reason_in(values))

    day = counts.day_short(sessions[0].day)
    note = "" if sessions_of(pile) else words.METHOD_FOR.replace("{day}", day)
    return sheet.asking(words.METHOD, words.SAVE, take, note)


def cases(kit: Kit, pile: Pile) -> Step | None:
    """How many cases: as many as fit, or one for each participant, to begin with."""
    sessions = kit.mending.sessions(sessions_of(pile))
    if len(sessions) != 1:
        return None
    figures = pile.finding.figures
    wanted = figures.get("required" if pile.finding.aspect == "cases" else "fitting")
    item = Field("cases", words.CASES, Number(most=MOST_CASES), required=True)
    sheet = Sheet().add(item, wanted if isinstance(wanted, int) else sessions[0].cases)

    def take(values: Values) -> Act:
        return partial(kit.mending.set_cases, sessions[0].id, int(values["cases"]))

    return sheet.asking(words.CASES, words.SAVE, take)


def group_date(kit: Kit, pile: Pile) -> Asking | None:
    """When accreditation was asked for, or the group was entered in the register."""
    group_id = pile.finding.subject.group
    if not group_id:
        return None
    group = kit.groups.card(group_id).group
    entered = pile.finding.aspect == "group"
    label = words.GROUP_ENTERED if entered else words.ACCREDITATION
    sheet = Sheet().add(Field("on", label, Day(), required=True), kit.today)

    def take(values: Values) -> Act:
        changed = (
            replace(group, registered_on=values["on"])
            if entered
            else replace(group, accreditation_requested_on=values["on"])
        )
        return partial(kit.groups.change, changed)

    return sheet.asking(group.name, words.SAVE, take)


def _next_of(kit: Kit, pile: Pile) -> tuple[Session, ...]:
    """The next session of the group, as long as it is only planned."""
    found = kit.mending.meeting_of(pile.finding.subject.group or "")
    return (found,) if found is not None and found.state is SessionState.PLANNED else ()
