"""What commands there are, what they take, and which module runs them.

The modules are imported only when their command is called: help costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from intervisie_desktop.app.arguments import Parser, day, whole
from intervisie_desktop.ui.text import command_help as words


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name, its Dutch line of help and how its arguments are declared."""

    name: str
    help: str
    declare: Callable[[Parser], None]
    file: str

    @property
    def module(self) -> str:
        """The module whose `run(options, console)` does it."""
        return f"intervisie_desktop.app.commands.{self.file}"


def _practice(parser: Parser) -> None:
    parser.given.add_argument("practice", metavar="PRAKTIJK", type=Path, help=words.PRACTICE)


def _json(parser: Parser) -> None:
    parser.options.add_argument("--json", action="store_true", help=words.JSON)


def _to(parser: Parser) -> None:
    parser.options.add_argument(
        "--to", metavar="MAP", type=Path, required=True, help=words.TO_FOLDER
    )


def _demo(parser: Parser) -> None:
    parser.given.add_argument("folder", metavar="MAP", type=Path, help=words.DEMO_FOLDER)
    add = parser.options.add_argument
    add("--years", metavar="N", type=whole(1, 40), default=2, help=words.YEARS)
    add("--groups", metavar="N", type=whole(1, 400), default=7, help=words.GROUPS)
    add("--seed", metavar="N", type=whole(0, 2**31), default=1, help=words.SEED)
    add("--today", metavar="DATUM", type=day, default=None, help=words.TODAY)
    _json(parser)


def _new(parser: Parser) -> None:
    _practice(parser)
    parser.options.add_argument(
        "--from", dest="source", metavar="BESTAND.json", type=Path, help=words.FROM
    )


def _import(parser: Parser) -> None:
    _practice(parser)
    parser.given.add_argument(
        "files", metavar="BESTAND", type=Path, nargs="+", help=words.IMPORT_FILES
    )
    parser.options.add_argument(
        "--map", dest="mapping", metavar="BESTAND.toml", type=Path, help=words.MAP
    )
    parser.options.add_argument("--dry-run", action="store_true", help=words.DRY_RUN)
    _json(parser)


def _export(parser: Parser) -> None:
    _practice(parser)
    parser.given.add_argument("file", metavar="BESTAND.json", type=Path, help=words.EXPORT_FILE)


def _check(parser: Parser) -> None:
    _practice(parser)
    add = parser.options.add_argument
    add("--on", metavar="DATUM", type=day, default=None, help=words.ON)
    add("--year", metavar="JAAR", type=whole(1990, 2200), default=None, help=words.YEAR)
    add("--group", metavar="GROEP", default=None, help=words.GROUP)
    _json(parser)


def _certificates(parser: Parser) -> None:
    _practice(parser)
    _to(parser)
    add = parser.options.add_argument
    add("--session", metavar="ID", default=None, help=words.SESSION)
    add("--group", metavar="GROEP", default=None, help=words.GROUP)
    add("--participant", metavar="DEELNEMER", default=None, help=words.PARTICIPANT)
    add("--year", metavar="JAAR", type=whole(1990, 2200), default=None, help=words.YEAR)
    add("--ready", action="store_true", help=words.READY)
    add("--reason", metavar="TEKST", default=None, help=words.REASON)
    _json(parser)


def _invoices(parser: Parser) -> None:
    _practice(parser)
    _to(parser)
    add = parser.options.add_argument
    add("--draft", action="store_true", help=words.DRAFT)
    add("--final", action="store_true", help=words.FINAL)
    add("--client", metavar="OPDRACHTGEVER", default=None, help=words.CLIENT)
    add("--until", metavar="DATUM", type=day, default=None, help=words.UNTIL)
    _json(parser)


def _verify(parser: Parser) -> None:
    parser.given.add_argument(
        "files", metavar="BESTAND.pdf", type=Path, nargs="+", help=words.VERIFY_FILES
    )
    parser.options.add_argument(
        "--practice", metavar="PRAKTIJK", type=Path, default=None, help=words.VERIFY_PRACTICE
    )
    _json(parser)


COMMANDS: tuple[Command, ...] = (
    Command("demo", words.DEMO, _demo, "demo"),
    Command("new", words.NEW, _new, "new"),
    Command("import", words.IMPORT, _import, "importing"),
    Command("export", words.EXPORT, _export, "exporting"),
    Command("check", words.CHECK, _check, "check"),
    Command("certificates", words.CERTIFICATES, _certificates, "certificates"),
    Command("invoices", words.INVOICES, _invoices, "invoices"),
    Command("verify", words.VERIFY, _verify, "verify"),
)

LATER = ("backup", "restore", "verify-backup", "person")
"""Names that the contract keeps for commands this version does not have."""


def command(name: str) -> Command | None:
    """The command of this name, if there is one."""
    return next((known for known in COMMANDS if known.name == name), None)
