"""Papers as PDF: each a frozen `…Facts` and `render(facts) -> bytes`, texts in templates.

Start at `certificate.py`; `page.py` is the dialect over fpdf2 that all of them are drawn with.
"""

from intervisie_desktop.documents.pdf import (
    account_statement,
    agreement,
    attendance_list,
    audit_file,
    certificate,
    evaluation,
    evaluation_totals,
    feedback_rules,
    invitation,
    invoice,
    method_sheet,
    prompt_cards,
    recovery_sheet,
    reminder,
    report,
    self_assessment,
    statement,
    year_overview,
)

TEMPLATES = (
    certificate, attendance_list, year_overview, agreement, evaluation, recovery_sheet,
    invitation, statement, self_assessment, report, feedback_rules, prompt_cards, method_sheet,
    evaluation_totals, invoice, reminder, account_statement, audit_file,
)  # fmt: skip
"""Every kind of paper; `stationery` is shared and `themes` is a list, not a paper."""
