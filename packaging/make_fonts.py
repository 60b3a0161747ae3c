"""Make the fonts that ship: static, small, and with only the scripts that names come in.

Run once when a font is renewed: `python packaging/make_fonts.py`. The sources are packages on
PyPI (`fontpkg-inter`, `fontpkg-source-serif-4`, `fontpkg-noto-sans-devanagari`,
`pylopdf-fonts-ar`, `pylopdf-fonts-he`); the program itself needs none of them.
`python packaging/make_fonts.py --extra FONT.ttf` adds a font for one more script, such as
Noto Sans SC: it lands in `resources/fonts/extra` and is used for what the others lack.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

TARGET = Path(__file__).parents[1] / "resources" / "fonts"

LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x2B0, 0x370), *range(0x1E00, 0x1F00)]
GREEK = [*range(0x370, 0x400), *range(0x1F00, 0x2000)]
CYRILLIC = [*range(0x400, 0x530)]
SIGNS = [*range(0x2000, 0x2070), *range(0x20A0, 0x20C0), 0x2116, 0x2122, *range(0x2190, 0x219A),
         0x2212, 0x2260, 0x2264, 0x2265, 0x25A0, 0x25A1, 0x25CB, 0x25CF, 0x2610, 0x2611, 0x2713,
         0x2717, 0xFB01, 0xFB02, 0xFFFD]  # fmt: skip
EUROPE = [*LATIN, *GREEK, *CYRILLIC, *SIGNS]
HEBREW = [0x20, 0x25CC, *range(0x590, 0x600), 0x20AA, *range(0x200B, 0x2010),
          *range(0xFB1D, 0xFB50)]  # fmt: skip
ARABIC = [0x20, 0x25CC, *range(0x600, 0x700), *range(0x750, 0x780), *range(0x200B, 0x2010)]
DEVANAGARI = [0x20, 0x25CC, *range(0x900, 0x980), *range(0x1CD0, 0x1D00), *range(0x200B, 0x200E)]

EUROPEAN_FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "tnum", "lnum"]


@dataclass(frozen=True)
class Cut:
    """One font file to make: which instance of which source, and what stays in it."""

    file: str
    package: str
    source: str
    axes: dict[str, float]
    family: str
    style: str
    weight: int
    characters: Iterable[int]
    features: list[str] | None = None


INTER = ("fontpkg_inter", "files/Inter[opsz,wght].ttf")
SERIF = ("fontpkg_source_serif_4", "files/SourceSerif4[opsz,wght].ttf")
SERIF_ITALIC = ("fontpkg_source_serif_4", "files/SourceSerif4-Italic[opsz,wght].ttf")
CUTS = (
    Cut("Inter-Regular.ttf", *INTER, {"opsz": 14, "wght": 400}, "Inter", "Regular", 400,
        EUROPE, EUROPEAN_FEATURES),
    Cut("Inter-Medium.ttf", *INTER, {"opsz": 14, "wght": 500}, "Inter", "Medium", 500,
        EUROPE, EUROPEAN_FEATURES),
    Cut("Inter-SemiBold.ttf", *INTER, {"opsz": 14, "wght": 600}, "Inter", "SemiBold", 600,
        EUROPE, EUROPEAN_FEATURES),
    Cut("SourceSerif4-Regular.ttf", *SERIF, {"opsz": 20, "wght": 400}, "Source Serif 4",
        "Regular", 400, EUROPE, EUROPEAN_FEATURES),
    Cut("SourceSerif4-Medium.ttf", *SERIF, {"opsz": 20, "wght": 500}, "Source Serif 4",
        "Medium", 500, EUROPE, EUROPEAN_FEATURES),
    Cut("SourceSerif4-SemiBold.ttf", *SERIF, {"opsz": 20, "wght": 600}, "Source Serif 4",
        "SemiBold", 600, EUROPE, EUROPEAN_FEATURES),
    Cut("SourceSerif4-Italic.ttf", *SERIF_ITALIC, {"opsz": 20, "wght": 400}, "Source Serif 4",
        "Italic", 400, EUROPE, EUROPEAN_FEATURES),
    Cut("NotoSansHebrew-Medium.ttf", "pylopdf_fonts_he", "NotoSansHebrew-Variable.ttf",
        {"wdth": 100, "wght": 500}, "Noto Sans Hebrew", "Medium", 500, HEBREW),
    Cut("NotoNaskhArabic-Medium.ttf", "pylopdf_fonts_ar", "NotoNaskhArabic-Variable.ttf",
        {"wght": 500}, "Noto Naskh Arabic", "Medium", 500, ARABIC),
    Cut("NotoSansDevanagari-Medium.ttf", "fontpkg_noto_sans_devanagari",
        "files/NotoSansDevanagari[wdth,wght].ttf", {"wdth": 100, "wght": 500},
        "Noto Sans Devanagari", "Medium", 500, DEVANAGARI),
)  # fmt: skip
LICENCES = {
    "OFL-Inter.txt": "fontpkg_inter",
    "OFL-SourceSerif4.txt": "fontpkg_source_serif_4",
    "OFL-NotoSansHebrew.txt": "pylopdf_fonts_he",
    "OFL-NotoNaskhArabic.txt": "pylopdf_fonts_ar",
    "OFL-NotoSansDevanagari.txt": "fontpkg_noto_sans_devanagari",
}


def package_folder(name: str) -> Path:
    """The folder of an installed font package."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"install {name.replace('_', '-')} first")
    return Path(spec.origin).parent


def licence_of(name: str) -> Path:
    """The licence text that comes with a font package."""
    folder = package_folder(name)
    beside = folder / "LICENSE"
    if beside.exists():
        return beside
    return next(folder.parent.glob(f"{name}-*.dist-info/licenses/LICENSE"))


def slimmed(font: TTFont, characters: Iterable[int], features: list[str] | None) -> TTFont:
    """The font with only these characters and layout features, without hints."""
    options = subset.Options(hinting=False, notdef_outline=True, glyph_names=False)
    options.layout_features = features if features is not None else ["*"]
    options.name_IDs = [*range(7), 13, 14, 16, 17]
    options.drop_tables += ["STAT", "MVAR", "HVAR", "DSIG", "meta"]
    worker = subset.Subsetter(options)
    worker.populate(unicodes=set(characters))
    worker.subset(font)
    return font


def rename(font: TTFont, cut: Cut) -> None:
    """Give the instance its own family, style and weight, so that Qt groups them rightly."""
    linked = cut.style in {"Regular", "Italic"}
    full = f"{cut.family} {cut.style}"
    names = {
        1: cut.family if linked else full,
        2: cut.style if linked else "Regular",
        3: f"{cut.family}-{cut.style}-static",
        4: full,
        6: full.replace(" ", "").replace(cut.style, f"-{cut.style}"),
        16: cut.family,
        17: cut.style,
    }
    for number, value in names.items():
        font["name"].setName(value, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = cut.weight


def make(cut: Cut) -> Path:
    """Write one font file and give its place."""
    source = package_folder(cut.package) / cut.source
    font = TTFont(source, recalcTimestamp=False)
    font = instancer.instantiateVariableFont(font, cut.axes, static=True)
    slimmed(font, cut.characters, cut.features)
    rename(font, cut)
    place = TARGET / cut.file
    font.save(place)
    return place


def add_extra(source: Path) -> Path:
    """Slim a font for one more script to what the shipped ones lack, and put it in `extra`."""
    font = TTFont(source, recalcTimestamp=False, fontNumber=0)
    if "fvar" in font:
        axes = {a.axisTag: a.defaultValue for a in font["fvar"].axes}
        font = instancer.instantiateVariableFont(font, axes, static=True)
    if "glyf" not in font:
        raise SystemExit(f"{source.name}: only fonts with TrueType outlines can be embedded")
    covered = {c for place in TARGET.glob("*.ttf") for c in TTFont(place).getBestCmap()}
    slimmed(font, set(font.getBestCmap()) - covered | {0x20}, None)
    place = TARGET / "extra" / source.name
    place.parent.mkdir(exist_ok=True)
    font.save(place)
    return place


def main(arguments: list[str]) -> None:
    """Make every font, or add one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--extra", type=Path, help="a TrueType font for one more script")
    options = parser.parse_args(arguments)
    TARGET.mkdir(parents=True, exist_ok=True)
    if options.extra:
        places = [add_extra(options.extra)]
    else:
        places = [make(cut) for cut in CUTS]
        for name, package in LICENCES.items():
            shutil.copyfile(licence_of(package), TARGET / name)
    for place in places:
        print(f"{place.stat().st_size:9,d}  {place.name}")
    print(f"{sum(p.stat().st_size for p in places):9,d}  together")


if __name__ == "__main__":
    main(sys.argv[1:])
