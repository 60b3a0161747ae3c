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
from intervisie_desktop.domain.rules import (
    confidentiality,
    contribution,
    evidence,
    group,
    hours,
    leader,
    online,
)


class Level(StrEnum):
    """What a rule looks at."""

    SESSION = "session"
    YEAR = "year"
    GROUP = "group"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue; `severity` is the gravest it gives."""

    code: str
    level: Level
    severity: Severity
    check: Callable[[Any], Iterator[Finding]]


_S, _Y, _G, _P = Level.SESSION, Level.YEAR, Level.GROUP, Level.PRACTICE
_E, _W, _T = Severity.ERROR, Severity.WARNING, Severity.TIP

ALL: tuple[Rule, ...] = (
    Rule("G01", _S, _E, group.too_few),
    Rule("G02", _S, _E, group.too_many),
    Rule("G03", _S, _W, group.outside_advice),
    Rule("G04", _S, _T, group.not_counting),
    Rule("G05", _S, _E, group.too_few_registered),
    Rule("G06", _G, _E, group.excluded_function),
    Rule("G07", _G, _E, group.work_relation),
    Rule("G08", _G, _W, group.colleagues),
    Rule("G09", _G, _W, group.mixed_professions),
    Rule("G10", _G, _E, group.too_few_locations),
    Rule("G11", _S, _W, group.no_margin),
    Rule("U01", _S, _E, hours.too_short),
    Rule("U02", _S, _W, hours.too_long_planned),
    Rule("U02", _Y, _E, hours.day_too_long),
    Rule("U03", _S, _W, hours.pause_unknown),
    Rule("U04", _Y, _E, hours.year_short),
    Rule("U04", _Y, _W, hours.pro_rata_doubtful),
    Rule("U05", _Y, _T, hours.surplus_gone),
    Rule("U06", _Y, _E, hours.period_short),
    Rule("U07", _Y, _W, hours.year_too_many),
    Rule("U08", _Y, _T, hours.not_yet_bound),
    Rule("U09", _Y, _E, hours.forms_combined),
    Rule("L01", _S, _E, leader.no_leader),
    Rule("L02", _S, _E, leader.not_designated),
    Rule("L03", _P, _W, leader.designation_ends),
    Rule("L04", _S, _E, leader.leader_from_outside),
    Rule("L05", _P, _T, leader.own_duty),
    Rule("H01", _S, _E, confidentiality.scope_not_discussed),
    Rule("H02", _G, _W, confidentiality.contract_unsigned),
    Rule("H03", _S, _E, confidentiality.description_telling),
    Rule("H04", _S, _W, confidentiality.legal_content),
    Rule("I01", _S, _E, contribution.nothing_brought_in),
    Rule("I01", _Y, _E, contribution.nothing_brought_in_yet),
    Rule("I02", _S, _W, contribution.no_action),
    Rule("I03", _S, _W, contribution.not_prepared),
    Rule("O01", _S, _E, online.condition_missing),
    Rule("O02", _S, _E, online.not_online),
    Rule("O03", _S, _W, online.link_not_sent),
    Rule("D01", _S, _E, evidence.certificate_missing),
    Rule("D01", _S, _E, evidence.certificate_unfounded),
    Rule("D02", _S, _W, evidence.list_unsigned),
    Rule("D03", _S, _W, evidence.not_evaluated),
    Rule("D04", _Y, _W, evidence.year_statement_missing),
    Rule("D05", _P, _T, evidence.retention_over),
)

BY_LEVEL: dict[Level, tuple[Rule, ...]] = {
    level: tuple(rule for rule in ALL if rule.level is level) for level in Level
}
CODES: tuple[str, ...] = tuple(dict.fromkeys(rule.code for rule in ALL))
