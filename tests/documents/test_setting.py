"""Setting text: the right order, lines that fit, pictures and attachments that hold."""

from __future__ import annotations

import io
from datetime import date

import pytest
import reading
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.documents.pdf.fonts import Role
from intervisie_desktop.documents.pdf.images import UnreadablePictureError, picture
from intervisie_desktop.documents.pdf.layout import BODY, Sheet, filled, lighter, plain
from intervisie_desktop.documents.pdf.metadata import About
from intervisie_desktop.documents.pdf.page import Paper, visual_runs
from intervisie_desktop.documents.pdf.shaping import (
    Span,
    balanced,
    fitted,
    shape,
    tidy,
    width,
    wrapped,
)

ABOUT = About(title="Proef", author="Praktijk", subject="Proef", issued_on=date(2026, 1, 2))
# What people type: several scripts, signs, marks, and long words.
TYPED = st.text(
    alphabet=st.sampled_from(
        "abcdefgxyzÅłŚé'’-–&<>{}*/\\ 0123456789 .,:سميرةחנאЖωक्ष王\u0301\u200d"
    ),
    max_size=120,
)


def drawn(text: str, role: Role = Role.TEXT) -> bytes:
    paper = Paper(ABOUT)
    paper.new_page()
    style = BODY if role is Role.TEXT else BODY.__class__(role, 12, 16, "#000000")
    with paper.element("H1"):
        paper.show(20, 40, shape("Proef", Role.TEXT), 12, "#000000")
    with paper.element("P"):
        paper.show(20, 60, shape(tidy(text), style.role), 12, "#000000")
    return paper.to_bytes()


@pytest.mark.parametrize(
    "text",
    [
        "Jan van den Berg",
        "efficiënt fi fl ffi",
        "3 × 4 → “zo” – ‘dat’…",
        "Soňa Łukasz Ştefan ĳs",
        "mr. سميرة حدّاد, 12 uur",
        "(נועה) 34 בן",
        "क्षितिज श्रीवास्तव",
        "twee  blanks en\tnog een",
        "non\u00a0breaking",
        "é los accent e\u0301",
        "王 Wang",
    ],
)
@pytest.mark.parametrize("role", list(Role))
def test_what_is_set_can_be_read_back(text, role):
    assert f"P: {' '.join(tidy(text).split())}\n" in reading.outline(drawn(text, role))


@settings(max_examples=60, deadline=None)
@given(TYPED)
def test_anything_typed_can_be_read_back(text):
    said = " ".join(tidy(text).split())
    assert said in reading.outline(drawn(text))


@settings(max_examples=80, deadline=None)
@given(TYPED, st.floats(min_value=12, max_value=120))
def test_no_line_is_wider_than_its_room(text, room):
    spans = plain(text, BODY)
    for lines in (wrapped(spans, room), balanced(spans, room)):
        assert all(line.width <= room + 0.02 for line in lines)
        joined = "".join(span.text for line in lines for span in line.spans)
        assert joined.replace(" ", "") == tidy(text).replace(" ", "")


def test_centred_lines_are_about_as_long():
    text = "in 2026 heeft deelgenomen aan de intervisie van de groep, een groep van vijf advocaten"
    lines = balanced(plain(text, BODY), 110)
    assert len(lines) == len(wrapped(plain(text, BODY), 110))
    assert max(x.width for x in lines) - min(x.width for x in lines) < 20


def test_a_comma_stays_with_its_word_over_spans():
    spans = filled("groep **{group}**, een groep", BODY, group="Arbeidsrecht")
    for room in range(20, 60):
        for line in wrapped(spans, room):
            assert not "".join(s.text for s in line.spans).startswith(",")


def test_a_long_name_is_made_smaller_but_not_too_small():
    name = "prof. mr. dr. Wilhelmina van den Ouwelandt tot Middelburg-Hoogstraten"
    style = fitted(name, BODY.resized(28), 100, 15)
    assert style.size == 15
    assert fitted("Jan", BODY, 100, 8) == BODY
    close = fitted(name[:30], BODY.resized(28), 100, 5)
    assert 90 < width(name[:30], close) <= 100


def test_what_is_filled_in_is_never_a_field_or_bold():
    spans = filled("Groep **{group}** in {year}", BODY, group="{year} **x**", year="2026")
    assert [span.text for span in spans] == ["Groep ", "{year} **x**", " in 2026"]


def test_right_to_left_pieces_stand_in_visual_order():
    assert visual_runs("abc") == [(0, "abc", False)]
    assert [rtl for _, _, rtl in visual_runs("ab נועה cd")] == [False, True, False]
    found = [(start, text.strip()) for start, text, _ in visual_runs("סמיר 12 בן")]
    assert found == [(7, "בן"), (5, "12"), (0, "סמיר")]


def test_invisible_and_broken_characters_do_no_harm():
    assert tidy(" a\x00b\n\tc \ud800d ") == "ab c d"


def test_an_empty_text_is_a_line():
    assert [line.width for line in wrapped((), 50)] == [0.0]
    assert [line.width for line in wrapped(plain("", BODY), 50)] == [0.0]


@pytest.mark.parametrize("data", [b"", b"geen plaatje", b"%PDF-1.7", b"\x89PNG\r\n\x1a\nkapot"])
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(UnreadablePictureError):
        picture(data)


@pytest.mark.parametrize("mode", ["RGB", "CMYK", "L"])
def test_any_jpeg_becomes_plain_colours(mode):
    stream = io.BytesIO()
    Image.new(mode, (40, 20)).save(stream, "JPEG")
    found = picture(stream.getvalue())
    assert (found.width, found.height, found.mask) == (40, 20, None)


@pytest.mark.parametrize("mode", ["P", "LA", "RGBA", "I;16", "1"])
def test_any_png_becomes_plain_colours(mode):
    stream = io.BytesIO()
    Image.new(mode, (2400, 1200)).save(stream, "PNG")
    assert picture(stream.getvalue()).width == 900


def test_a_file_can_be_put_into_a_paper():
    paper = Paper(ABOUT)
    paper.new_page()
    paper.attach(b"<Invoice/>", "factuur.xml", "text/xml", "Alternative")
    reader = reading.opened(paper.to_bytes())
    assert reader.attachments == {"factuur.xml": [b"<Invoice/>"]}
    assert reader.trailer["/Root"]["/AF"][0]["/AFRelationship"] == "/Alternative"


def test_a_table_over_pages_keeps_its_head_for_the_eye_only():
    drawn_on: list[int] = []
    paper = Paper(ABOUT)
    sheet = Sheet(paper, margin=20, top=20, bottom=60, on_page=lambda s: drawn_on.append(s.y))
    sheet.new_page()
    for _ in range(8):
        sheet.paragraph((Span("regel", BODY),))
    assert paper.page_count == len(drawn_on) == 2
    assert reading.outline(paper.to_bytes()).count("P: regel") == 8


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0,0"), (60, "1,0"), (90, "1,5"), (150, "2,5"), (100, "1,67"), (125, "2,08"),
     (119, "1,98"), (540, "9,0"), (6000, "100,0")],
)  # fmt: skip
def test_hours_are_written_the_dutch_way(minutes, words):
    assert dutch.hours(minutes) == words


@given(st.integers(min_value=0, max_value=100_000))
def test_written_hours_are_right_to_the_half_minute(minutes):
    assert abs(float(dutch.hours(minutes).replace(",", ".")) * 60 - minutes) <= 0.31


def test_dates_and_times_are_written_the_dutch_way():
    assert dutch.weekday_and_day(date(2026, 2, 10)) == "dinsdag 10 februari 2026"
    assert dutch.day(date(2025, 8, 1)) == "1 augustus 2025"
    assert dutch.span(605, 1440) == "10:05–24:00"
    assert [dutch.number_word(n) for n in (1, 5, 12, 13)] == ["één", "vijf", "twaalf", "13"]


def test_a_colour_can_be_mixed_with_white():
    assert lighter("#1E4A78", 0) == "#1E4A78"
    assert lighter("#000000", 0.5) == "#808080"
    assert lighter("#123456", 1) == "#FFFFFF"
