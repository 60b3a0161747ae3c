"""E-mail drafts (.eml): a mail program opens them as a new, unsent message."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

_CALENDAR = {"method": "PUBLISH", "charset": "utf-8"}
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file in a draft: a PDF or an XML, or an .ics of dates to take over when `calendar`."""

    name: str
    data: bytes
    calendar: bool = False
    xml: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFacts:
    """Everything in a draft: a PDF or nothing, what goes `more` along, and plain text."""

    sender_name: str
    sender_address: str
    to_name: str
    to_address: str
    subject: str
    text: str
    attachment_name: str = ""
    attachment: bytes = b""
    more: tuple[Attachment, ...] = ()


def render(facts: DraftFacts) -> bytes:
    """The draft as a file; the same facts give the same bytes. ValueError on a bad address."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    if facts.sender_address:
        message["From"] = _address(facts.sender_name, facts.sender_address)
    message["To"] = _address(facts.to_name, facts.to_address)
    message["Subject"] = one_line(facts.subject)
    message.set_content(facts.text, cte="quoted-printable")
    papers = [Attachment(name=facts.attachment_name, data=facts.attachment), *facts.more]
    for attachment in (paper for paper in papers if paper.data):
        message.add_attachment(
            attachment.data,
            maintype="text" if attachment.calendar else "application",
            subtype=_subtype(attachment),
            filename=one_line(attachment.name),
            params=_CALENDAR if attachment.calendar else {},
        )
    if message.is_multipart():
        message.set_boundary("=_intervisie_bewijs_=")
    return message.as_bytes()


def _subtype(attachment: Attachment) -> str:
    if attachment.calendar:
        return "calendar"
    return "xml" if attachment.xml else "pdf"


def is_address(text: str) -> bool:
    """True when a draft can be addressed to it."""
    try:
        _address("", text)
    except ValueError:
        return False
    return True


def one_line(text: str) -> str:
    """The text without line ends and control characters, so that it cannot become a header."""
    return _BLANKS.sub(" ", text).strip()


def _address(name: str, address: str) -> Address:
    try:
        parsed = Address(display_name=one_line(name), addr_spec=address.strip())
    except (HeaderParseError, IndexError) as error:
        raise ValueError(f"not an e-mail address: {address}") from error
    if not parsed.username or "." not in parsed.domain:
        raise ValueError(f"not an e-mail address: {address}")
    return parsed
