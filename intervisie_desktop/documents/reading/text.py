"""Foreign bytes as text: which encoding, what was damaged, and what has no place in a name."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from intervisie_desktop.domain.errors import Refusal

_BIDI = dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, 0x200B, 0xFEFF]
)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"),
          (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
# First letters of UTF-8 pairs as older code pages show them: "Ã«", "Ä‡", "Ć«".
_SUSPECT = re.compile("[ÃÂÄÅâĆĀŐĂƶ\ufffd]")
_CODE_PAGES = ("cp1252", "latin-1", "cp1257", "cp1250")
_LOST = re.compile(r"\w\?\w|\ufffd")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it had."""

    text: str
    encoding: str


def decoded(data: bytes) -> Decoded:
    """The text of a file: by its mark, else UTF-8, UTF-16 or windows-1252, in that order.

    Refuses what is none of these, and the NUL character.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data, encoding)
    if _looks_like_utf16(data):
        return _checked(data, "utf-16-be" if data[0] == 0 else "utf-16-le")
    try:
        return _checked(data, "utf-8")
    except Refusal as refusal:
        if refusal.code != "import_encoding":
            raise
        return _checked(data, "cp1252")


def cleaned(text: str) -> str:
    """One line without control and direction characters, blanks tidied, letters composed."""
    spaced = "".join(" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in text)
    return " ".join(unicodedata.normalize("NFC", spaced.translate(_BIDI)).split())


def repaired(text: str) -> str:
    """The text as it was meant when UTF-8 was once read as an older code page ("efficiĆ«nt")."""
    if not _SUSPECT.search(text):
        return text
    for code_page in _CODE_PAGES:
        try:
            better = text.encode(code_page).decode("utf-8")
        except UnicodeError:
            continue
        if better != text:
            return better
    return text.replace("ƶ", "ö")


def has_lost_letters(text: str) -> bool:
    """True when a letter was replaced on the way here: "Jok?bas"."""
    return _LOST.search(text) is not None


def _looks_like_utf16(data: bytes) -> bool:
    sample = data[:2000]
    zeros = sample.count(0)
    even = sample[::2].count(0)
    return len(sample) >= 4 and zeros > len(sample) // 4 and even in (0, zeros)


def _checked(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refusal("import_encoding") from error
    if "\0" in text:
        raise Refusal("import_nul", row=text.count("\n", 0, text.index("\0")) + 1)
    return Decoded(text.removeprefix("\ufeff"), encoding.removesuffix("-sig"))
