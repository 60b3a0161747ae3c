"""The one place that knows factur-x, which writes and reads CII and UBL.

It is imported when the first e-invoice is written: it brings `requests` along, which takes half a
second. Its own checks are never asked for: the Schematron one calls a server, and says all is well
when there is none.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

Terms = dict[str, Any]
LEVEL = "en16931"


def write_cii(terms: Terms) -> bytes:
    """Cross Industry Invoice of these terms; the terms are used up."""
    from facturx import generate_cii_xml  # noqa: PLC0415  (see above)

    xml = generate_cii_xml(terms, level=LEVEL, check_xsd=False, check_schematron=False)
    return bytes(xml)


def write_ubl(terms: Terms) -> bytes:
    """UBL Invoice, or CreditNote for type 381, of these terms; the terms are used up."""
    from facturx import generate_ubl_xml  # noqa: PLC0415  (see above)

    xml = generate_ubl_xml(terms, level=LEVEL, check_xsd=False, check_schematron=False)
    return bytes(xml)


def read_terms(xml: bytes) -> Terms:
    """The terms in CII or UBL, amounts as text; ValueError when it is neither.

    Entities are not followed and nothing is fetched.
    """
    from facturx import parse_ubl_cii_xml  # noqa: PLC0415  (see above)

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(xml, parser)
        if root.getroottree().docinfo.doctype:
            raise ValueError("an e-invoice has no document type")
        terms: Terms = parse_ubl_cii_xml(root, level=LEVEL, check_xsd=False)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    return terms


def embedded_xml(paper: bytes) -> bytes:
    """The invoice that lies in a PDF; ValueError when there is none or it is no PDF."""
    from facturx import get_xml_from_pdf  # noqa: PLC0415  (see above)
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        _, xml = get_xml_from_pdf(paper, check_xsd=False, check_schematron=False)
    except (PyPdfError, AttributeError, KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"no readable PDF: {error}") from error
    if not xml:
        raise ValueError("no invoice in this PDF")
    return bytes(xml)
