"""Papers as PDF: each a frozen `…Facts` and `render(facts) -> bytes`, texts in templates.

Start at `certificate.py`; `page.py` is the dialect over fpdf2 that all of them are drawn with.
"""

from intervisie_desktop.documents.pdf import (
    account_statement,
    agreement,
    attendance_list,
    certificate,
    evaluation,
    invoice,
    recovery_sheet,
    reminder,
    year_overview,
)

TEMPLATES = (
    certificate,
    attendance_list,
    year_overview,
    agreement,
    evaluation,
    recovery_sheet,
    invoice,
    reminder,
    account_statement,
)
"""Every kind of paper; `stationery` is shared and `themes` is a list, not a paper."""
