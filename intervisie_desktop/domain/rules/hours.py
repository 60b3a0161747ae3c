"""U: the hours of a person, at a session, on a day and in a year."""

from __future__ import annotations

from collections.abc import Iterator

from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.profiles import PauseCount
from intervisie_desktop.domain.standing import NotCounted, StandingState, YearStanding
from intervisie_desktop.domain.views import Breach, SessionView, Trace, YearView

_SHORTAGE = {
    StandingState.TIGHT: Severity.TIP,
    StandingState.TO_PLAN: Severity.WARNING,
    StandingState.SHORT: Severity.ERROR,
    StandingState.UNREACHABLE: Severity.ERROR,
}


def too_short(view: SessionView) -> Iterator[Finding]:
    """U01: someone was present for less than the shortest contiguous time."""
    norm = view.edition.day_min
    if norm is None or not (view.taken_place or view.upcoming):
        return
    if view.whole.stretch < norm.value:
        severity = Severity.ERROR if view.taken_place else Severity.WARNING
        breach = Breach(severity, aspect="session")
        yield view.found(
            "U01", norm, breach, minutes=view.whole.stretch, required=norm.value,
            participants=[p.participant_id for p in view.present],
        )  # fmt: skip
        return
    for person in view.present:
        if person.measure.counted == 0:
            # That a short stay gives nothing is a reading of "ten minste twee uur per dag".
            reading = view.edition.short_stay or norm
            spans = [[i.start, i.end] for i in person.attendance.intervals]
            facts: dict[str, object] = {"minutes": person.measure.gross, "intervals": spans}
            yield view.found_of(
                person.participant_id, "U01", reading,
                Breach(Severity.ERROR, trace=(("present_minutes", facts),)),
                minutes=person.measure.stretch, required=norm.value,
                left=max((i.end for i in person.attendance.intervals), default=view.session.end),
                end=view.session.end,
            )  # fmt: skip


def too_long_planned(view: SessionView) -> Iterator[Finding]:
    """U02: a planned session is longer than what counts on one day."""
    norm = view.edition.day_max
    if norm is not None and view.upcoming and view.whole.stretch > norm.value:
        minutes, excess = view.whole.stretch, view.whole.stretch - norm.value
        breach = Breach(Severity.WARNING, aspect="planned")
        yield view.found("U02", norm, breach, minutes=minutes, required=norm.value, excess=excess)


def day_too_long(view: YearView) -> Iterator[Finding]:
    """U02: someone was present for longer than what counts on one day."""
    norm = view.edition.day_max
    if norm is None or not view.standing.day_excess:
        return
    for session_id, excess in view.standing.day_excess:
        [session] = [s for s in view.standing.sessions if s.session_id == session_id]
        yield view.found(
            "U02", norm, Breach(Severity.ERROR, aspect=session_id), session=session_id,
            day=session.day.isoformat(), minutes=norm.value + excess, required=norm.value,
            excess=excess,
        )  # fmt: skip


def pause_unknown(view: SessionView) -> Iterator[Finding]:
    """U03: with the pause it is long enough, without it is not, and nobody wrote which counts."""
    norm, pause = view.edition.day_min, view.edition.pause_counts
    if norm is None or pause is None or pause.value is not PauseCount.UNKNOWN:
        return
    if not view.session.breaks or not (view.taken_place or view.upcoming):
        return
    if view.upcoming:
        doubtful = view.whole.net_stretch < norm.value <= view.whole.stretch
        people, net = [], view.whole.net_stretch
    else:
        found = [p for p in view.present if p.measure.net_stretch < norm.value <= p.measure.stretch]
        doubtful, people = bool(found), [p.participant_id for p in found]
        net = min((p.measure.net_stretch for p in found), default=0)
    if doubtful:
        breach = Breach(Severity.WARNING)
        yield view.found(
            "U03", pause, breach, minutes=net, required=norm.value, participants=people,
            breaks=view.whole.stretch - view.whole.net_stretch,
        )  # fmt: skip


def unusual_length(view: SessionView) -> Iterator[Finding]:
    """U01: a session is shorter or longer than a session of this profile usually is."""
    norm, tolerance = view.edition.usual_minutes, view.edition.usual_tolerance
    if norm is None:
        return
    margin = tolerance.value if tolerance else 0
    minutes = view.session.minutes
    if not norm.value - margin <= minutes <= norm.value + margin:
        breach = Breach(Severity.WARNING, aspect="usual")
        yield view.found(
            "U01", norm, breach, minutes=minutes, required=norm.value,
            lowest=norm.value - margin, highest=norm.value + margin,
        )  # fmt: skip


def no_pause(view: SessionView) -> Iterator[Finding]:
    """U03: a session holds fewer pauses than it should."""
    norm, count = view.edition.pauses_min, len(view.session.breaks)
    if norm is not None and count < norm.value and not view.running:
        severity = Severity.WARNING if view.taken_place else Severity.TIP
        breach = Breach(severity, aspect="pauses")
        yield view.found("U03", norm, breach, how="pauses", count=count, required=norm.value)


def year_short(view: YearView) -> Iterator[Finding]:
    """U04: the year does not, or not yet, come to the hours it asks."""
    norm, standing = view.edition.year_min, view.standing
    severity = _SHORTAGE.get(standing.state)
    if norm is None or severity is None or not standing.belongs:
        return
    safe = standing.last_safe_day
    if standing.through or standing.secondary:
        return
    # Who left the groups during the year may make the rest of it with someone else.
    at_most = Severity.ERROR if standing.stays else Severity.WARNING
    breach = Breach(severity, at_most=at_most, trace=explained(standing))
    yield view.found(
        "U04", norm, breach, made=standing.made, planned=standing.planned,
        forecast=standing.forecast, required=standing.target, norm=standing.norm,
        missing=standing.missing, state=standing.state.value, year=standing.year,
        stays=standing.stays, over=view.over, last_safe=safe.isoformat() if safe else "",
    )  # fmt: skip


def pro_rata_doubtful(view: YearView) -> Iterator[Finding]:
    """U04: less is due after an absence of which nobody wrote how it counts exactly."""
    norm, standing = view.edition.pro_rata, view.standing
    if norm is None or not standing.reduced.doubtful or not standing.bound:
        return
    severity, off = Severity.WARNING, standing.reduced.minutes
    yield view.found(
        "U04", norm, Breach(severity, at_most=severity, aspect="pro_rata"),
        months=standing.reduced.months, reduced=off, required=standing.target,
        norm=standing.norm, year=standing.year,
    )  # fmt: skip


def surplus_gone(view: YearView) -> Iterator[Finding]:
    """U05: hours above the norm of last year do not count for this year."""
    before, standing, norm = view.before, view.standing, view.edition.year_min
    if before is None or norm is None or standing.state not in _SHORTAGE or view.over:
        return
    lost = before.surplus - standing.carried
    if lost > 0 and standing.state is not StandingState.TIGHT:
        source = view.edition.carry_over_max or norm
        breach = Breach(Severity.TIP)
        yield view.found(
            "U05", source, breach, surplus=lost, before=before.year, year=standing.year
        )


def year_too_many(view: YearView) -> Iterator[Finding]:
    """U07: more hours than count in one year."""
    norm = view.edition.year_max
    if norm is not None and view.standing.made > norm.value:
        made, breach = view.standing.made, Breach(Severity.WARNING)
        yield view.found("U07", norm, breach, made=made, required=norm.value)


def not_yet_bound(view: YearView) -> Iterator[Finding]:
    """U08: this person has no yearly duty yet."""
    norm = view.edition.bound_from_next_year
    if norm is not None and view.standing.norm and not view.standing.bound:
        yield view.found("U08", norm, Breach(Severity.TIP), year=view.standing.year)


def forms_combined(view: YearView) -> Iterator[Finding]:
    """U09: the norm is only met by adding up forms that may not be added up."""
    norm, standing = view.edition.alternatives, view.standing
    if norm is None or not standing.elsewhere or standing.secondary:
        return
    together = standing.made + standing.elsewhere
    if 0 < standing.made < standing.target <= together and not standing.through:
        yield view.found(
            "U09", norm, Breach(Severity.ERROR), made=standing.made,
            elsewhere=standing.elsewhere, required=standing.target, year=standing.year,
        )  # fmt: skip


def explained(standing: YearStanding) -> Trace:
    """How the hours of a year came about, step by step."""
    steps: list[tuple[str, dict[str, object]]] = []
    for session in standing.sessions:
        facts: dict[str, object] = {
            "session": session.session_id,
            "day": session.day.isoformat(),
            "minutes": session.minutes,
            "counted": session.counted,
        }
        if session.why is not NotCounted.NOTHING:
            steps.append(("session_does_not_count", {**facts, "why": session.why.value}))
        else:
            steps.append(("session_counts", facts))
    steps += [("session_planned", {"session": session_id}) for session_id in standing.coming]
    if standing.reduced.minutes:
        facts = {"months": standing.reduced.months, "minutes": standing.reduced.minutes}
        steps.append(("pro_rata", facts))
    if standing.carried:
        steps.append(("carried_over", {"minutes": standing.carried}))
    if standing.deficit:
        steps.append(("made_up", {"minutes": standing.deficit}))
    sums: dict[str, object] = {
        "made": standing.made,
        "planned": standing.planned,
        "required": standing.target,
    }
    if standing.last_safe_day is not None:
        sums["last_safe"] = standing.last_safe_day.isoformat()
    return (*steps, ("total", sums))
