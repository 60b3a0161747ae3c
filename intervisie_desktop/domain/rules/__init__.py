"""The rules: one small function each, one file per family, all of them listed in `ALL`.

A rule gets a view (domain/views.py) and yields findings; it reads its numbers from the edition of
the view, so that an edition which does not ask something switches the rule off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.profiles import Edition
from intervisie_desktop.domain.rules import (
    confidentiality,
    contribution,
    deadlines,
    evidence,
    group,
    hours,
    leader,
    meetings,
    method,
    online,
    periods,
    points,
)
from intervisie_desktop.domain.views import Moment


class Level(StrEnum):
    """What a rule looks at."""

    SESSION = "session"
    YEAR = "year"
    GROUP = "group"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue; `severity` is the gravest it gives.

    `asks` is the field of an edition without which the rule has nothing to look at, `when` the
    moments of a session at which it has something to say.
    """

    code: str
    level: Level
    severity: Severity
    asks: str
    check: Callable[[Any], Iterator[Finding]]
    when: tuple[Moment, ...] = tuple(moment for moment in Moment if moment is not Moment.PERIOD)


_S, _Y, _G, _P = Level.SESSION, Level.YEAR, Level.GROUP, Level.PRACTICE
_E, _W, _T = Severity.ERROR, Severity.WARNING, Severity.TIP

_HELD, _HELD_ONLINE = (Moment.HELD, Moment.HELD_ONLINE), (Moment.HELD_ONLINE,)
_COMING, _COMING_ONLINE = (Moment.COMING, Moment.COMING_ONLINE), (Moment.COMING_ONLINE,)
_ONLINE, _BOTH = (*_HELD_ONLINE, *_COMING_ONLINE), (*_HELD, *_COMING)
_NOW, _LAST = (Moment.THIS_YEAR,), (Moment.LAST_YEAR,)
_PERIOD = (Moment.PERIOD,)
_RECENT = (*_NOW, *_LAST)

ALL: tuple[Rule, ...] = (
    Rule("G01", _S, _E, "group_min", group.too_few, _HELD),
    Rule("G02", _S, _E, "group_max", group.too_many, _HELD),
    Rule("G03", _S, _W, "group_advised_max", group.more_than_advised, _HELD),
    Rule("G03", _S, _W, "group_advised_min", group.fewer_than_advised, _HELD),
    Rule("G04", _S, _T, "functions_not_counting", group.not_counting, _HELD),
    Rule("G05", _S, _E, "register_min", group.too_few_registered, _HELD),
    Rule("G05", _S, _E, "register_share", group.too_small_a_share, _HELD),
    Rule("G06", _G, _E, "excluded_functions", group.excluded_function),
    Rule("G06", _G, _E, "hierarchy", group.hierarchy),
    Rule("G07", _G, _E, "work_relation", group.work_relation),
    Rule("G08", _G, _W, "work_relation", group.colleagues),
    Rule("G08", _G, _W, "hierarchy", group.of_different_rank),
    Rule("G09", _G, _W, "same_profession", group.mixed_professions),
    Rule("G09", _S, _E, "same_field_of_law", group.mixed_fields_of_law, _BOTH),
    Rule("G09", _G, _T, "composition_agreed", group.composition_unsettled),
    Rule("G10", _G, _E, "locations_min", group.too_few_locations),
    Rule("G11", _S, _W, "group_min", group.no_margin, _COMING),
    Rule("U01", _S, _E, "day_min", hours.too_short, _BOTH),
    Rule("U01", _S, _W, "usual_minutes", hours.unusual_length, _BOTH),
    Rule("U02", _S, _W, "day_max", hours.too_long_planned, _COMING),
    Rule("U02", _Y, _E, "day_max", hours.day_too_long),
    Rule("U03", _S, _W, "pause_counts", hours.pause_unknown, _BOTH),
    Rule("U03", _S, _W, "pauses_min", hours.no_pause, _BOTH),
    Rule("U03", _Y, _W, "split_day", meetings.split_day_unknown),
    Rule("U04", _Y, _E, "year_min", hours.year_short),
    Rule("U04", _Y, _W, "pro_rata", hours.pro_rata_doubtful),
    Rule("U04", _Y, _E, "sessions_per_year", meetings.too_few_sessions),
    Rule("U04", _Y, _E, "missed_max", meetings.missed_too_many),
    Rule("U04", _Y, _T, "year_advised", meetings.less_than_advised),
    Rule("U05", _Y, _T, "year_min", hours.surplus_gone, _NOW),
    Rule("U06", _Y, _E, "period_min", periods.period_short, _PERIOD),
    Rule("U06", _Y, _E, "period_sessions", periods.period_sessions_short, _PERIOD),
    Rule("U07", _Y, _W, "year_max", hours.year_too_many),
    Rule("U07", _Y, _W, "period_max", periods.period_too_many, _PERIOD),
    Rule("U08", _Y, _T, "bound_from_next_year", hours.not_yet_bound),
    Rule("U09", _Y, _E, "alternatives", hours.forms_combined),
    Rule("L01", _S, _E, "facilitator_required", leader.no_leader, _BOTH),
    Rule("L02", _S, _E, "designation_register", leader.not_designated, _BOTH),
    Rule("L02", _S, _E, "designation_registers", leader.in_no_register, _BOTH),
    Rule("L03", _P, _W, "designation_warn_days", leader.designation_ends),
    Rule("L04", _S, _E, "facilitator_from_group", leader.leader_from_outside, _HELD),
    Rule("L04", _G, _E, "leader_no_hierarchy", leader.leader_above),
    Rule("L05", _P, _T, "leading_is_no_attendance", leader.own_duty_open),
    Rule("H01", _S, _E, "confidentiality_beforehand", confidentiality.scope_not_discussed, _HELD),
    Rule("H02", _G, _W, "contract_required", confidentiality.contract_unsigned),
    Rule("H03", _S, _E, "neutral_description", confidentiality.description_telling, _HELD),
    Rule("H04", _S, _W, "discouraged_themes", confidentiality.legal_content, _HELD),
    Rule("I01", _S, _E, "contribution_min", contribution.nothing_brought_in, _HELD),
    Rule("I01", _Y, _E, "contribution_min", contribution.nothing_brought_in_yet),
    Rule("I02", _S, _W, "action_required", contribution.no_action, _HELD),
    Rule("I03", _S, _W, "preparation_days", contribution.not_prepared, _COMING),
    Rule("O01", _S, _E, "online_conditions", online.condition_missing, _HELD_ONLINE),
    Rule("O01", _S, _W, "undisturbed_room", online.disturbed, _HELD),
    Rule("O02", _S, _E, "online_allowed", online.not_online, _ONLINE),
    Rule("O02", _S, _T, "online_reason", online.no_reason, _ONLINE),
    Rule("O03", _S, _W, "link_days", online.link_not_sent, _COMING_ONLINE),
    Rule("M01", _S, _W, "method_required", method.no_method, _BOTH),
    Rule("M01", _G, _W, "series_min", method.no_series),
    Rule("M02", _S, _W, "agenda_minutes", method.time_too_short, _COMING),
    Rule("M02", _S, _W, "case_per_participant", method.too_few_cases, _COMING),
    Rule("M03", _S, _W, "phases", method.phase_left_out, _BOTH),
    Rule("M03", _S, _W, "questions_over_advice", method.advice_over_questions, _BOTH),
    Rule("M04", _G, _T, "method_variation", method.same_again),
    Rule("D01", _S, _E, "certificate_required", evidence.certificate_missing, _HELD),
    Rule("D01", _S, _E, "certificate_required", evidence.certificate_unfounded, _HELD),
    Rule("D02", _S, _W, "signed_list", evidence.list_unsigned, _HELD),
    Rule("D02", _S, _E, "signature_needed", evidence.hours_unsigned, _HELD),
    Rule("D03", _S, _W, "evaluation_required", evidence.not_evaluated, _HELD),
    Rule("D04", _Y, _W, "year_statement", evidence.year_statement_missing, _LAST),
    Rule("D04", _Y, _T, "entry_deadline", evidence.entry_due, _LAST),
    Rule("D04", _G, _T, "reports", evidence.report_due),
    Rule("D05", _P, _T, "retention_years", evidence.retention_over),
    Rule("P01", _Y, _T, "points", points.fewer_points, _RECENT),
    Rule("A01", _G, _W, "accreditation_weeks", deadlines.accreditation_late),
    Rule("A01", _G, _W, "group_registered", deadlines.not_registered),
    Rule("X01", _G, _W, "accepted", deadlines.not_accepted),
)

CODES: tuple[str, ...] = tuple(dict.fromkeys(rule.code for rule in ALL))


def in_force(level: Level, edition: Edition, moment: Moment = Moment.ANY) -> tuple[Rule, ...]:
    """The rules of a level that this edition asks something for, at this moment of a session."""
    return tuple(
        rule
        for rule in ALL
        if rule.level is level and moment in rule.when and getattr(edition, rule.asks) is not None
    )
