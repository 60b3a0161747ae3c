"""How long a certificate takes beside the same page in ReportLab and in Typst: ratios only.

`python bench/papers.py`: medians of several rounds in one run. All three set the same words in
the same fonts with the same logo, signature and QR code; the others are not tagged and check no
conformance. Each engine is warm; the rounds go in turns, so that a busy machine hits all alike.
"""

from __future__ import annotations

import io
import itertools
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import segno
import typst
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

import sample_papers as samples  # noqa: E402

from intervisie_desktop.documents.pdf import certificate, dutch  # noqa: E402

FONTS = ROOT / "resources" / "fonts"
FACES = ("Inter-Regular", "Inter-SemiBold", "SourceSerif4-SemiBold", "SourceSerif4-Italic")
MM = 72 / 25.4
BATCH, ROUNDS = 200, 9
SVG = 'xmlns="http://www.w3.org/2000/svg"'


def people(count: int) -> list[certificate.CertificateFacts]:
    """That many certificates, each with a name, number and code of its own."""
    usual = samples.year_certificate()
    given = ("Merel", "Nienke", "Bram", "Łucja", "Samira", "Joris", "Femke", "Özlem")
    family = ("Ganzerik", "Appelvink", "van den Regenwilg", "Świątek", "Ait Benhaddou", "Zwartkop")
    return [
        replace(
            usual,
            participant=f"mr. {given[place % 8]} {family[place % 6]} {place}",
            number=f"2026-{place:03}",
            qr_payload=f"{samples.PAYLOAD[:-4]}{place:04}",
        )
        for place in range(count)
    ]


def ours(facts: certificate.CertificateFacts) -> bytes:
    """The certificate as the program makes it."""
    return certificate.render(facts)


@cache
def reportlab_images() -> tuple[ImageReader, ImageReader]:
    for name in FACES:
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))
    return ImageReader(io.BytesIO(samples.logo())), ImageReader(io.BytesIO(samples.signature()))


def in_reportlab(facts: certificate.CertificateFacts) -> bytes:
    """The same page drawn with ReportLab."""
    logo, signature = reportlab_images()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(210 * MM, 297 * MM))
    canvas.setTitle(f"Bewijs van deelname {facts.number}")

    def put(x: float, y: float, text: str, font: str, size: float, align: str = "left") -> None:
        canvas.setFont(font, size)
        draw = {"left": canvas.drawString, "right": canvas.drawRightString,
                "centre": canvas.drawCentredString}[align]  # fmt: skip
        draw(x * MM, (297 - y) * MM, text)

    for inset in (8.0, 9.3):
        canvas.rect(inset * MM, inset * MM, (210 - 2 * inset) * MM, (297 - 2 * inset) * MM)
    canvas.drawImage(logo, 24.8 * MM, (297 - 34) * MM, 15 * MM, 15 * MM, mask="auto")
    regular, bold, serif, italic = FACES
    put(44, 26, facts.practice.name, serif, 15.5)
    put(44, 30, facts.practice.tagline, regular, 9)
    put(185, 26, f"Bewijs {facts.number}", bold, 9.5, "right")
    put(185, 30, f"Kalenderjaar {facts.year}", regular, 9, "right")
    put(105, 60, "Bewijs van deelname", serif, 36, "centre")
    put(105, 68, facts.subtitle, italic, 14, "centre")
    put(105, 87, "De gespreksleider bevestigt dat", regular, 10.25, "centre")
    put(105, 99, facts.participant, serif, 27.5, "centre")
    put(105, 107, "in 2026 gedurende 9,0 uur heeft deelgenomen aan de intervisie", regular, 10.25,
        "centre")  # fmt: skip
    put(105, 112, "van de groep Arbeidsrecht Online, een groep van vijf advocaten.", regular,
        10.25, "centre")  # fmt: skip
    columns = ((24.8, "Datum"), (87.6, "Tijd"), (119.6, "Vorm"), (142, "Eigen inbreng"))
    for x, head in columns:
        put(x, 128, head, bold, 8)
    put(185, 128, "Uren", bold, 8, "right")
    y = 136.0
    for row in facts.sessions:
        put(24.8, y, dutch.weekday_and_day(row.day), regular, 9.4)
        put(87.6, y, dutch.span(row.start, row.end), regular, 9.4)
        put(119.6, y, row.form, regular, 9.4)
        put(142, y, "ja" if row.contribution else "nee", regular, 9.4)
        put(185, y, dutch.hours(row.minutes), regular, 9.4, "right")
        canvas.line(24.8 * MM, (297 - y - 3) * MM, 185 * MM, (297 - y - 3) * MM)
        y += 8.34
    put(24.8, y, "Totaal, ten minste 8 uur vereist", bold, 9.4)
    put(185, y, dutch.hours(facts.minutes), bold, 9.4, "right")
    put(24.8, y + 13, "Verklaring van de gespreksleider", serif, 12)
    y += 20
    for text in facts.statements:
        for line in simple_lines(text):
            put(30.6, y, line, regular, 9.4)
            y += 4.8
        y += 1.3
    put(24.8, 252, f"{facts.place}, {dutch.day(facts.issued_on)}", regular, 9)
    canvas.drawImage(signature, 25.8 * MM, (297 - 268) * MM, 52 * MM, 14 * MM, mask="auto")
    canvas.line(24.8 * MM, 28 * MM, 90 * MM, 28 * MM)
    put(24.8, 274, facts.leader, bold, 9.75)
    put(24.8, 278, facts.leader_line, regular, 8.25)
    for place, text in enumerate(("Controlecode", facts.control_code, "Na te gaan bij de")):
        put(157, 266 + 4 * place, text, regular, 8.25, "right")
    if facts.qr_payload:
        draw_qr(canvas, facts.qr_payload)
    canvas.save()
    return stream.getvalue()


def draw_qr(canvas: Canvas, payload: str) -> None:
    """The QR code as one path of bars, as ours is."""
    matrix = segno.make_qr(payload, error="m", boost_error=False).matrix
    path, step = canvas.beginPath(), 24 / len(matrix) * MM
    for down, cells in enumerate(matrix):
        place = 0
        for dark, bar in itertools.groupby(cells):
            length = len(list(bar))
            if dark:
                left, bottom = 161 * MM + place * step, 41 * MM - (down + 1) * step
                path.rect(left, bottom, length * step, step)
            place += length
    canvas.drawPath(path, stroke=0, fill=1)


def simple_lines(text: str) -> list[str]:
    """The text in lines that fit, by ReportLab's own measure."""
    lines, current = [], ""
    for word in text.split():
        longer = f"{current} {word}".strip()
        if pdfmetrics.stringWidth(longer, FACES[0], 9.4) > 154 * MM:
            lines.append(current)
            current = word
        else:
            current = longer
    return [*lines, current]


TYPST = """
#set page(paper: "a4", margin: (x: 24.8mm, top: 19mm, bottom: 16mm), background: {
  place(rect(width: 194mm, height: 281mm, stroke: 1pt + rgb("#1E4A78")), dx: 8mm, dy: 8mm)
  place(rect(width: 191.4mm, height: 278.4mm, stroke: .6pt + rgb("#8fa5bc")), dx: 9.3mm, dy: 9.3mm)
})
#set text(font: "Inter", size: 9.4pt, fill: rgb("#1C2430"), lang: "nl")
#let f = json(bytes(sys.inputs.facts))
#grid(columns: (19mm, 1fr, auto), image("logo.png", width: 15mm),
  [#text(font: "Source Serif 4", size: 15.5pt, weight: 600, f.practice) \\ #f.tagline],
  align(right)[Bewijs *#f.number* \\ Kalenderjaar 2026])
#v(14mm)
#align(center)[
  #text(font: "Source Serif 4", size: 36pt, weight: 600, fill: rgb("#1E4A78"))[Bewijs van deelname]
  #v(-8mm)
  #text(font: "Source Serif 4", size: 14pt, style: "italic", f.subtitle)
  #v(8mm)
  De gespreksleider bevestigt dat
  #text(font: "Source Serif 4", size: 27.5pt, weight: 600, f.name)

  in 2026 gedurende *9,0 uur* heeft deelgenomen aan de intervisie \\
  van de groep *Arbeidsrecht Online*, een groep van vijf advocaten.
]
#v(8mm)
#table(columns: (62mm, 32mm, 22mm, 27mm, 1fr), stroke: none, inset: (x: 0pt, y: 6pt),
  table.header[*Datum*][*Tijd*][*Vorm*][*Eigen inbreng*][*Uren*],
  ..f.rows.flatten())
*Totaal, ten minste 8 uur vereist* #h(1fr) *9,0*
#v(4mm)
#text(font: "Source Serif 4", size: 12pt, weight: 600)[Verklaring van de gespreksleider]
#list(..f.statements)
#place(bottom + left)[#f.place \\ #image("signature.png", width: 52mm) *#f.leader* \\ #f.line]
#place(bottom + right)[#image(bytes(sys.inputs.qr), width: 24mm)]
#place(bottom + right, dx: -28mm)[#align(right)[Controlecode \\ *#f.code* \\ Na te gaan bij de]]
"""


@cache
def typst_compiler() -> typst.Compiler:
    folder = Path(tempfile.mkdtemp(prefix="papers-"))
    (folder / "main.typ").write_text(TYPST, encoding="utf-8")
    (folder / "logo.png").write_bytes(samples.logo())
    (folder / "signature.png").write_bytes(samples.signature())
    return typst.Compiler(str(folder / "main.typ"), root=str(folder), font_paths=[str(FONTS)],
                          ignore_system_fonts=True)  # fmt: skip


def in_typst(facts: certificate.CertificateFacts) -> bytes:
    """The same page set by Typst."""
    rows = [
        [dutch.weekday_and_day(s.day), dutch.span(s.start, s.end), s.form,
         "ja" if s.contribution else "nee", dutch.hours(s.minutes)]
        for s in facts.sessions
    ]  # fmt: skip
    values = {
        "practice": facts.practice.name, "tagline": facts.practice.tagline, "rows": rows,
        "number": facts.number, "subtitle": facts.subtitle, "name": facts.participant,
        "statements": facts.statements, "leader": facts.leader, "line": facts.leader_line,
        "code": facts.control_code, "place": f"{facts.place}, {dutch.day(facts.issued_on)}",
    }  # fmt: skip
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"></svg>'
    if facts.qr_payload:
        code = segno.make_qr(facts.qr_payload, error="m", boost_error=False)
        picture = code.svg_inline(border=0).replace("<svg", f"<svg {SVG}", 1)
    inputs = {"facts": json.dumps(values), "qr": picture}
    return bytes(typst_compiler().compile(format="pdf", sys_inputs=inputs))


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measured(facts: list[certificate.CertificateFacts]) -> tuple[dict[str, float], ...]:
    """The median of one certificate and the time of a batch, per engine."""
    engines = {"ours": ours, "ReportLab": in_reportlab, "Typst": in_typst}
    single: dict[str, list[float]] = {name: [] for name in engines}
    for engine in engines.values():
        engine(samples.year_certificate())
    for place in range(ROUNDS):
        for shift, (name, engine) in enumerate(engines.items()):
            one = facts[BATCH + 3 * place + shift]
            single[name].append(seconds(lambda e=engine, f=one: e(f)))
    batch = {
        name: seconds(lambda e=engine: [e(f) for f in facts[:BATCH]])
        for name, engine in engines.items()
    }
    return {name: statistics.median(times) for name, times in single.items()}, batch


def main() -> None:
    """Print the ratios, with the QR code and without, where only the page itself counts."""
    whole = people(BATCH + ROUNDS * 3)
    bare = [replace(facts, qr_payload="") for facts in whole]
    for title, facts in (("with QR code", whole), ("without", bare)):
        one, batch = measured(facts)
        for other in ("ReportLab", "Typst"):
            print(f"{title:13} one certificate  ours : {other:9} = {one['ours'] / one[other]:.2f}")
            ratio = batch["ours"] / batch[other]
            print(f"{title:13} batch of {BATCH}     ours : {other:9} = {ratio:.2f}")


if __name__ == "__main__":
    main()
