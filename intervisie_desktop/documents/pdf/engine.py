"""The one place that knows fpdf2: it writes the file of a `Paper`.

It leans on inner parts of fpdf2, which is why that is pinned to one version and every paper goes
through a conformance check. It is imported when the first paper is written: fpdf2 brings fontTools
along, which would triple the time the program needs to start.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Protocol, cast

from fpdf import FPDF
from fpdf.bidi import BidiParagraph
from fpdf.enums import TextDirection
from fpdf.output import OutputProducer, PDFPage, PDFResources
from fpdf.prefs import ViewerPreferences
from fpdf.syntax import PDFObject, PDFString

from intervisie_desktop.documents.pdf.embed import font_bodies
from intervisie_desktop.documents.pdf.fonts import Face
from intervisie_desktop.documents.pdf.images import picture
from intervisie_desktop.documents.pdf.metadata import LANGUAGE, PRODUCER, About, xmp
from intervisie_desktop.documents.pdf.structure import Structure, tree_objects

Attachment = tuple[bytes, str, str, str, datetime]


class Drawn(Protocol):
    """A paper that is finished drawing."""

    about: About
    structure: Structure
    font_numbers: dict[Face, int]
    used_glyphs: dict[Face, dict[int, str]]
    picture_numbers: dict[bytes, int]

    @property
    def page_count(self) -> int:
        """How many pages there are."""

    def page_bytes(self, page: int) -> bytes:
        """The drawing operators of a page (from 0)."""


def written(paper: Drawn, attachments: Sequence[Attachment], *, landscape: bool) -> bytes:
    """The file of a paper, PDF/A-3A and PDF/UA-1."""
    document = _Document(paper, landscape=landscape)
    document.set_lang(LANGUAGE)
    document.set_producer(PRODUCER)
    document.viewer_preferences = ViewerPreferences(display_doc_title=True)
    document.set_creation_date(paper.about.moment)
    document.set_xmp_metadata(xmp(paper.about))
    for data, name, mime, relationship, moment in attachments:
        document.embed_file(bytes=data, basename=name, mime_type=mime, checksum=True,
                            modification_date=moment, compress=True,
                            associated_file_relationship=relationship)  # fmt: skip
    for place in range(paper.page_count):
        document.add_page()
        page = document.pages[place + 1]
        page.contents = bytearray(paper.page_bytes(place))
        page.struct_parents = place
    return bytes(document.output(output_producer_class=_Producer))


def levels(text: str) -> Iterator[tuple[int, int]]:
    """Embedding level and place of each character, from left to right (Unicode UAX 9)."""
    paragraph = BidiParagraph(text, TextDirection.LTR, preserve_bn_chars=True)
    for character in paragraph.get_reordered_characters():
        yield character.embedding_level, character.character_index


class _Plain(PDFObject):
    """An object whose body is already written, with or without a stream behind it."""

    def __init__(self, body: str, stream: bytes | None = None) -> None:
        super().__init__()
        self.body = body
        self.stream = stream

    def serialize(self, *_: object, **__: object) -> str:
        tail = ""
        if self.stream is not None:
            tail = f"\nstream\n{self.stream.decode('latin-1')}\nendstream"
        return f"{self.id} 0 obj\n{self.body}{tail}\nendobj"


class _Producer(OutputProducer):
    """Writes our fonts, pictures and structure tree where fpdf2 would write its own."""

    fpdf: _Document

    def _insert_resources(self, page_objs: list[PDFPage]) -> None:
        paper = self.fpdf.paper
        fonts = {n: self._font(face) for face, n in paper.font_numbers.items()}
        pictures = {n: self._picture(data) for data, n in paper.picture_numbers.items()}
        entries = " ".join(f"/F{n} {i} 0 R" for n, i in fonts.items())
        images = " ".join(f"/I{n} {i} 0 R" for n, i in pictures.items())
        resources = _Plain(f"<< /Font << {entries} >> /XObject << {images} >> >>")
        self._add_pdf_obj(resources)
        for page in page_objs:
            page.resources = cast("PDFResources", resources)

    def _add_plain(self, body: str, stream: bytes | None = None) -> int:
        return int(self._add_pdf_obj(_Plain(body, stream)))

    def _font(self, face: Face) -> int:
        used = self.fpdf.paper.used_glyphs[face]
        number = 0
        for body, stream in font_bodies(face, used, self.obj_id + 1):
            number = self._add_plain(body, stream)
        return number

    def _picture(self, data: bytes) -> int:
        image = picture(data)
        mask = ""
        size = f"/Width {image.width} /Height {image.height} /BitsPerComponent 8"
        kind = "/Type /XObject /Subtype /Image /Filter /FlateDecode"
        if image.mask is not None:
            body = f"<< {kind} {size} /ColorSpace /DeviceGray /Length {len(image.mask)} >>"
            mask = f" /SMask {self._add_plain(body, image.mask)} 0 R"
        body = f"<< {kind} {size} /ColorSpace /DeviceRGB /Length {len(image.colours)}{mask} >>"
        return self._add_plain(body, image.colours)

    def _add_structure_tree(self) -> PDFObject:
        pages = [self.fpdf.pages[n].id for n in sorted(self.fpdf.pages)]
        bodies = tree_objects(self.fpdf.paper.structure, self.obj_id + 1, pages, _string)
        made = [_Plain(body) for body in bodies]
        for item in made:
            self._add_pdf_obj(item)
        return made[0]


class _Document(FPDF):
    """An fpdf2 document that knows which paper it carries."""

    def __init__(self, paper: Drawn, *, landscape: bool) -> None:
        super().__init__("landscape" if landscape else "portrait", "mm", "A4",
                         enforce_compliance="PDF/A-3B")  # fmt: skip
        self.paper = paper

    def file_id(self) -> str:
        digest = hashlib.sha256()
        for number in sorted(self.pages):
            digest.update(self.paper.page_bytes(number - 1))
        digest.update(xmp(self.paper.about).encode())
        name = digest.hexdigest()[:32].upper()
        return f"<{name}><{name}>"


def _string(text: str) -> str:
    return str(PDFString(text).serialize())
