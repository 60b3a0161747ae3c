"""The feedback rules (feedbackregels) of a group on one sheet, to lie on the table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from intervisie_desktop.documents.pdf.layout import BODY, H2, Sheet, height_of, plain
from intervisie_desktop.documents.pdf.letterhead import PracticeFacts
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.metadata import About
from intervisie_desktop.documents.pdf.pieces import GAP, INDENT, Mark, Section, listed, panel, prose
from intervisie_desktop.documents.pdf.shaping import tidy
from intervisie_desktop.documents.pdf.stationery import finished, stationery, title

_RULE = replace(BODY, size=12, leading=18)
_HEAD = replace(H2, size=15, leading=21)
_INTRO = replace(BODY, size=11, leading=17)
_PADDING = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackRulesFacts:
    """Everything on the sheet: a few lists of rules, large enough to read across a table."""

    practice: PracticeFacts
    issued_on: date
    group: str
    introduction: str = ""
    sections: tuple[Section, ...]


def render(facts: FeedbackRulesFacts) -> bytes:
    """The sheet as PDF/A-3A and PDF/UA-1."""
    words = texts("feedback_rules")
    about = About(title=f"{words['title']} {tidy(facts.group)}", author=tidy(facts.practice.name),
                  subject=words["title"], issued_on=facts.issued_on)  # fmt: skip
    sheet = stationery(about, facts.practice)
    title(sheet, words["title"], facts.practice)
    prose(sheet, facts.introduction, _INTRO, after=4.0)
    for part in facts.sections:
        if not part.is_empty:
            _rules(sheet, part, facts.practice.accent)
    return finished(sheet, words["foot"].format(group=tidy(facts.group)))


def _rules(sheet: Sheet, part: Section, accent: str) -> None:
    """One list on its tinted ground."""
    x, room = sheet.left + _PADDING + 2.0, sheet.room - 2 * _PADDING - 2.0
    head = height_of(plain(part.heading, _HEAD), room)
    rules = sum(height_of(plain(rule, _RULE), room - INDENT) + GAP for rule in part.points)
    height = head + 1.4 + rules + 2 * _PADDING
    sheet.ensure(height)
    bottom = sheet.y + height
    panel(sheet, sheet.y, height, accent)
    sheet.y += _PADDING
    sheet.paragraph(plain(part.heading, _HEAD), kind="H2", x=x, room=room, after=1.4)
    listed(sheet, part.points, Mark.DOT, _RULE, x=x, room=room)
    sheet.y = bottom + 5.0
