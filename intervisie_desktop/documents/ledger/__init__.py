"""The sales ledger (verkoopboek) for a bookkeeper: XAF 4.0 and csv of the same postings.

`postings.py` says what each invoice does to which account, from an account scheme that is data;
`xaf.py` and `sales_csv.py` write it.
"""

from intervisie_desktop.documents.ledger.postings import (
    Account,
    CategoryAccounts,
    LedgerError,
    Posting,
    Scheme,
    SoldInvoice,
    postings,
    read_scheme,
    standard_scheme,
)
from intervisie_desktop.documents.ledger.sales_csv import sales_csv
from intervisie_desktop.documents.ledger.xaf import AuditFileFacts, audit_file

__all__ = [
    "Account",
    "AuditFileFacts",
    "CategoryAccounts",
    "LedgerError",
    "Posting",
    "Scheme",
    "SoldInvoice",
    "audit_file",
    "postings",
    "read_scheme",
    "sales_csv",
    "standard_scheme",
]
