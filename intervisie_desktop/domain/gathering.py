"""Many alike findings as one: the same shortage of six people in one group is one thing to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from intervisie_desktop.domain.findings import Finding, FindingSubject
from intervisie_desktop.domain.standing import StandingState

_ALIKE = frozenset({"D04", "P01", "U02", "U05", "U08"})


def gathered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in the same order, with those that are one job for a group taken together.

    A gathered finding stands where its first one stood; `figures["participants"]` names whom it is
    about and `figures["gathered"]` how many they are; "lowest" and "highest" are forecasts.
    """
    heaps: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        heaps.setdefault(_heap(finding), []).append(finding)
    return tuple(heap[0] if len(heap) == 1 else _together(heap) for heap in heaps.values())


def _heap(finding: Finding) -> tuple[object, ...]:
    to_plan = finding.figures.get("state") == StandingState.TO_PLAN.value
    alike = finding.code in _ALIKE or (finding.code == "U04" and to_plan)
    if alike and finding.subject.group is not None:
        return (finding.code, finding.profile, finding.subject.group, finding.subject.year,
                finding.severity, finding.aspect)  # fmt: skip
    return (finding.key,)


def _together(heap: list[Finding]) -> Finding:
    first = heap[0]
    people = [f.subject.participant for f in heap]
    figures = {**first.figures, "gathered": len(heap), "participants": people}
    forecasts = [f.figures["forecast"] for f in heap if "forecast" in f.figures]
    numbers = [value for value in forecasts if isinstance(value, int)]
    if numbers:
        figures |= {"lowest": min(numbers), "highest": max(numbers)}
    group = first.subject.group or ""
    # What was told apart by its aspect stays so: hours and sessions may both lack in one group.
    apart = f"{group}+{first.aspect}" if first.aspect else group
    subject = FindingSubject(kind="group", id=apart, group=group, year=first.subject.year)
    return replace(first, subject=subject, figures=figures, aspect="gathered", trace=())
