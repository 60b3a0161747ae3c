"""E-invoices: facts of an invoice in, CII and UBL out, and what is missing before that.

Start at `formats.py` (which kind a buyer gets), `checks.py` (what must be filled in first),
`writing.py` (the XML) and `reading.py` (the XML read back). `generator.py` is the only importer
of factur-x. Nothing here reaches for the network.
"""

from intervisie_desktop.documents.einvoice.checks import Problem, ProblemCode, problems
from intervisie_desktop.documents.einvoice.formats import Format, choose_format
from intervisie_desktop.documents.einvoice.reading import (
    ReadInvoice,
    UnreadableXmlError,
    differences,
    embedded,
    read,
)
from intervisie_desktop.documents.einvoice.writing import cii, ubl

__all__ = [
    "Format",
    "Problem",
    "ProblemCode",
    "ReadInvoice",
    "UnreadableXmlError",
    "choose_format",
    "cii",
    "differences",
    "embedded",
    "problems",
    "read",
    "ubl",
]
