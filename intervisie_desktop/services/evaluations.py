"""Evaluations: what forms without a name say, added up once there are enough of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from intervisie_desktop.documents.pdf import dutch, evaluation_totals
from intervisie_desktop.documents.pdf.evaluation_totals import (
    EvaluationTotalsFacts,
    TotalsColumn,
    TotalsRow,
)
from intervisie_desktop.documents.pdf.letterhead import PracticeFacts
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.evaluations import Evaluation
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.letterhead import practice_facts
from intervisie_desktop.services.meeting.occasion import occasion_of_group, occasion_of_session
from intervisie_desktop.services.texts import Wording, edited_texts, text_of
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store

ENOUGH = 3
"""Answers below which no figure is shown: with fewer, someone might be recognised."""

LOWEST, HIGHEST = 1, 5
YES, NO = HIGHEST, LOWEST
"""How an answer with yes or no is kept among the scores."""

_ITEMS, _ANSWERS = "evaluation.items.", "evaluation.answers."


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationItem:
    """A statement of the form; `key` is the name under which scores are kept."""

    key: str
    name: str
    text: str
    yes_no: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationSheet:
    """The form of a session and what came back."""

    session: Session
    items: tuple[EvaluationItem, ...]
    forms: tuple[Evaluation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemTotals:
    """An item with a figure per session and, last, one of all; None where there are too few.

    Figures are tenths of a score (43 is 4,3); with `yes_no` the percentage that said yes.
    """

    item: EvaluationItem
    figures: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationTotals:
    """Sessions with forms in order of day, how many forms each has, and the items."""

    group: str
    days: tuple[date, ...]
    forms: tuple[int, ...]
    rows: tuple[ItemTotals, ...]

    @property
    def all_forms(self) -> int:
        """Forms of all sessions together."""
        return sum(self.forms)


class EvaluationsService:
    """Takes in forms and adds them up."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, compliance: ComplianceService) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._compliance = compliance

    def sheet(self, session_id: str) -> EvaluationSheet:
        """The items of the form of a session with the forms that came back; Refusal("gone")."""
        with self._store.reading() as read:
            profiles = self._compliance.profiles()
            today = self._clock.today()
            about = occasion_of_session(read, profiles, today, session_id)
            items = _items(Wording(edited_texts(read), about.words(), about.traits()))
            forms = tuple(read.evaluations.where(session_id=session_id))
            return EvaluationSheet(
                session=read.sessions.get(session_id), items=_with_kept(items, forms), forms=forms
            )

    def add(self, session_id: str, scores: Mapping[str, int]) -> Outcome[Evaluation]:
        """Takes in one form and notes that the session was evaluated.

        Refused as "evaluation_empty", "evaluation_score" (a score is 1 to 5), "session_not_held"
        or "gone".
        """
        given = dict(scores)
        if not given:
            raise Refusal("evaluation_empty")
        if any(not LOWEST <= score <= HIGHEST for score in given.values()):
            raise Refusal("evaluation_score", lowest=LOWEST, highest=HIGHEST)
        with self._store.reading() as read:
            session = read.sessions.get(session_id)
            about = _about(read, session)
        if session.state not in {SessionState.HELD, SessionState.CLOSED}:
            raise Refusal("session_not_held")
        added = Evaluation(id=self._ids.new("ev"), session_id=session_id, scores=given)
        with self._store.work("evaluation_added", group=about[0], day=about[1]) as work:
            work.evaluations.add(added)
            if session.evaluated_on is None:
                work.sessions.save(replace(session, evaluated_on=self._clock.today()))
        return work.outcome(added)

    def remove(self, evaluation_id: str) -> Outcome[None]:
        """Takes a form out again; Refusal("gone")."""
        with self._store.reading() as read:
            known = read.evaluations.get(evaluation_id)
            about = _about(read, read.sessions.get(known.session_id))
        with self._store.work("evaluation_removed", group=about[0], day=about[1]) as work:
            work.evaluations.remove(evaluation_id)
        return work.outcome(None)

    def of_session(self, session_id: str) -> EvaluationTotals:
        """What the forms of one session say together; Refusal("gone")."""
        with self._store.reading() as read:
            session = read.sessions.get(session_id)
            return self._totals(read, session.group_id, [session])

    def of_group(self, group_id: str, year: int) -> EvaluationTotals:
        """What the forms of a group say, session by session in a calendar year."""
        with self._store.reading() as read:
            sessions = [s for s in read.sessions.where(group_id=group_id) if s.day.year == year]
            return self._totals(read, group_id, sessions)

    def groups_in(self, year: int) -> frozenset[str]:
        """The groups of which forms came back about a session in a calendar year."""
        with self._store.reading() as read:
            found = {form.session_id for form in read.evaluations.all()}
            sessions = read.sessions.where(id=found)
            return frozenset(s.group_id for s in sessions if s.day.year == year)

    def paper_of_session(self, session_id: str) -> bytes:
        """The outcome of one session as PDF; Refusal("evaluation_too_few") below three forms."""
        with self._store.reading() as read:
            session = read.sessions.get(session_id)
        return self._paper(self.of_session(session_id), dutch.day(session.day))

    def paper_of_group(self, group_id: str, year: int) -> bytes:
        """The outcome of a year as PDF; Refusal("evaluation_too_few") below three forms."""
        return self._paper(self.of_group(group_id, year), str(year))

    def _paper(self, totals: EvaluationTotals, period: str) -> bytes:
        if totals.all_forms < ENOUGH:
            raise Refusal("evaluation_too_few", least=ENOUGH)
        with self._store.reading() as read:
            practice = practice_facts(read.practice.get())
        return evaluation_totals.render(totals_facts(totals, practice, period, self._clock.today()))

    def _totals(
        self, read: Reading, group_id: str, sessions: Sequence[Session]
    ) -> EvaluationTotals:
        profiles = self._compliance.profiles()
        about = occasion_of_group(read, profiles, self._clock.today(), group_id)
        found = read.evaluations.where(session_id={s.id for s in sessions})
        forms = {s: [e for e in found if e.session_id == s.id] for s in sessions}
        there = sorted((s for s in sessions if forms[s]), key=lambda s: (s.day, s.start))
        # The group may meet both ways, so items of both are read; unanswered ones fall away.
        traits = about.traits() | {"online", "on_location"}
        items = _with_kept(_items(Wording(edited_texts(read), about.words(), traits)), found)
        answered = {key for form in found for key in form.scores}
        return EvaluationTotals(
            group=about.group.name,
            days=tuple(session.day for session in there),
            forms=tuple(len(forms[session]) for session in there),
            rows=tuple(
                _item_totals(item, [forms[session] for session in there])
                for item in items
                if item.key in answered
            ),
        )


def totals_facts(
    totals: EvaluationTotals, practice: PracticeFacts, period: str, today: date
) -> EvaluationTotalsFacts:
    """What stands on the paper of totals."""
    columns = [
        TotalsColumn(head=dutch.short_day(day), forms=count)
        for day, count in zip(totals.days, totals.forms, strict=True)
    ]
    return EvaluationTotalsFacts(
        practice=practice,
        issued_on=today,
        group=totals.group,
        period=period,
        columns=(
            *columns,
            TotalsColumn(head=texts("evaluation_totals")["together"], forms=totals.all_forms),
        ),
        rows=tuple(
            TotalsRow(text=row.item.text, figures=row.figures, percent=row.item.yes_no)
            for row in totals.rows
        ),
    )


def figure(scores: Sequence[int], *, yes_no: bool) -> int | None:
    """The average in tenths, or the percentage of yes; None below three answers."""
    count = len(scores)
    if count < ENOUGH:
        return None
    if yes_no:
        return (200 * sum(score == YES for score in scores) + count) // (2 * count)
    return (20 * sum(scores) + count) // (2 * count)


def _item_totals(item: EvaluationItem, sessions: Sequence[Sequence[Evaluation]]) -> ItemTotals:
    """Figures per session and together.

    Sessions with too few answers count in the whole only when together they have enough, so that
    what they said cannot be worked out by subtracting.
    """
    answers = [[f.scores[item.key] for f in forms if item.key in f.scores] for forms in sessions]
    figures = [figure(scores, yes_no=item.yes_no) for scores in answers]
    shown = [score for scores in answers if len(scores) >= ENOUGH for score in scores]
    few = [score for scores in answers if len(scores) < ENOUGH for score in scores]
    whole = [*shown, *few] if len(few) >= ENOUGH else shown
    return ItemTotals(item=item, figures=(*figures, figure(whole, yes_no=item.yes_no)))


def _items(wording: Wording) -> tuple[EvaluationItem, ...]:
    return tuple(
        _item(key, text)
        for prefix in (_ITEMS, _ANSWERS)
        for key, text in wording.each(prefix).items()
    )


def _with_kept(
    items: tuple[EvaluationItem, ...], forms: Iterable[Evaluation]
) -> tuple[EvaluationItem, ...]:
    """The items, and those of the program that were answered before they were left out."""
    known = {item.key for item in items}
    kept = dict.fromkeys(key for form in forms for key in form.scores if key not in known)
    more = [item for key in kept if (item := _shipped_item(key)) is not None]
    scored = [item for item in (*items, *more) if not item.yes_no]
    return (*scored, *(item for item in (*items, *more) if item.yes_no))


def _shipped_item(key: str) -> EvaluationItem | None:
    for prefix in (_ITEMS, _ANSWERS):
        try:
            return _item(f"{prefix}{key}", text_of(f"{prefix}{key}").body)
        except Refusal:
            continue
    return None


def _item(key: str, text: str) -> EvaluationItem:
    return EvaluationItem(
        key=key.rpartition(".")[2],
        name=text_of(key).name,
        text=text,
        yes_no=key.startswith(_ANSWERS),
    )


def _about(read: Reading, session: Session) -> tuple[str, str]:
    return read.groups.get(session.group_id).name, session.day.isoformat()
