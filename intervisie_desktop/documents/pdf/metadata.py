"""What a PDF says about itself (XMP): title, maker, language, PDF/A-3A and PDF/UA-1."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from html import escape

from intervisie_desktop.documents.characters import clean

PRODUCER = "Intervisie Desktop"
LANGUAGE = "nl-NL"

# PDF/A wants a description of every schema it does not know itself.
_EXTENSIONS = """<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>{schemas}</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
_SCHEMA = """<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>{title}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{space}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property>
</rdf:li>"""
_PROPERTY = """<rdf:li rdf:parseType="Resource">
<pdfaProperty:name>{name}</pdfaProperty:name>
<pdfaProperty:valueType>{kind}</pdfaProperty:valueType>
<pdfaProperty:category>{category}</pdfaProperty:category>
<pdfaProperty:description>{about}</pdfaProperty:description>
</rdf:li>"""

# Factur-X: which file in this PDF is the invoice, and what it keeps to.
_INVOICE_NAMES = ("DocumentFileName", "DocumentType", "Version", "ConformanceLevel")
INVOICE_FILE = "factur-x.xml"
_INVOICE_SPACE = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a paper is: its title and subject, who made it and on which day it was issued.

    `invoice_level` is what the XML of an invoice within keeps to, such as "EN 16931".
    """

    title: str
    author: str
    subject: str
    issued_on: date
    invoice_level: str = ""

    @property
    def moment(self) -> datetime:
        """The day of issue as a moment, the same on every machine: noon, UTC."""
        return datetime.combine(self.issued_on, time(12), tzinfo=UTC)


def xmp(about: About) -> str:
    """The XMP packet's inside for a paper that is PDF/A-3A and PDF/UA-1."""
    title, author, subject = (
        escape(clean(text)) for text in (about.title, about.author, about.subject)
    )
    moment = about.moment.isoformat(timespec="seconds")
    return f"""<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{LANGUAGE}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{_invoice(about.invoice_level)}{_extensions(about)}</rdf:RDF>
</x:xmpmeta>"""


def _invoice(level: str) -> str:
    if not level:
        return ""
    values = zip(_INVOICE_NAMES, (INVOICE_FILE, "INVOICE", "1.0", level), strict=True)
    parts = "".join(f"<fx:{name}>{escape(value)}</fx:{name}>\n" for name, value in values)
    return (
        f'<rdf:Description rdf:about="" xmlns:fx="{_INVOICE_SPACE}">\n{parts}</rdf:Description>\n'
    )


def _extensions(about: About) -> str:
    part = _PROPERTY.format(name="part", kind="Integer", category="internal",
                            about="Part of ISO 14289 this file conforms to")  # fmt: skip
    schemas = _SCHEMA.format(title="PDF/UA Universal Accessibility Schema", prefix="pdfuaid",
                             space="http://www.aiim.org/pdfua/ns/id/", properties=part)  # fmt: skip
    if about.invoice_level:
        properties = "".join(
            _PROPERTY.format(name=name, kind="Text", category="external",
                             about=f"{name} of the invoice within")
            for name in _INVOICE_NAMES
        )  # fmt: skip
        schemas += _SCHEMA.format(title="Factur-X PDFA Extension Schema", prefix="fx",
                                  space=_INVOICE_SPACE, properties=properties)  # fmt: skip
    return _EXTENSIONS.format(schemas=schemas)
