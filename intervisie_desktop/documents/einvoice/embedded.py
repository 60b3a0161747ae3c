"""The e-invoice inside a PDF."""

from __future__ import annotations

import pypdfium2 as pdfium

_NAME = "factur-x.xml"


def embedded(pdf: bytes) -> bytes:
    """The XML of a Factur-X invoice; nothing when there is none or the file is no PDF."""
    try:
        document = pdfium.PdfDocument(pdf)
    except pdfium.PdfiumError:
        return b""
    try:
        for place in range(document.count_attachments()):
            attachment = document.get_attachment(place)
            if attachment.get_name() == _NAME:
                return bytes(attachment.get_data())
    except pdfium.PdfiumError:
        return b""
    finally:
        document.close()  # type: ignore[no-untyped-call]
    return b""
