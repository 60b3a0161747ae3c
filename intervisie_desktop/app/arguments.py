"""argparse that speaks Dutch and raises `WrongCall` instead of leaving the program."""

from __future__ import annotations

import argparse
import re
from datetime import date
from typing import NoReturn

from intervisie_desktop.app.exits import WrongCall
from intervisie_desktop.ui.text import command_line as words


class DutchFormatter(argparse.HelpFormatter):
    """Help text with a Dutch word before the usage line."""

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
        """The usage line, begun with "gebruik:"."""
        super().add_usage(usage, actions, groups, prefix or words.USAGE)


class Parser(argparse.ArgumentParser):
    """One command's arguments; every complaint is one Dutch sentence."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            formatter_class=DutchFormatter,
            add_help=False,
            allow_abbrev=False,
        )
        self.given = self.add_argument_group(words.GIVEN)
        self.options = self.add_argument_group(words.OPTIONS)
        self.options.add_argument("-h", "--help", action="help", help=words.HELP)

    def error(self, message: str) -> NoReturn:
        """Raise the complaint in Dutch, with the way to the help."""
        raise WrongCall(words.complaint(message, self.prog))


def day(text: str) -> date:
    """A day as YYYY-MM-DD; raises the Dutch complaint argparse shows otherwise."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise argparse.ArgumentTypeError(words.NOT_A_DAY.format(text=text))


def whole(lowest: int, highest: int):  # type: ignore[no-untyped-def]  # noqa: ANN201
    """A reader of whole numbers from `lowest` up to and including `highest`."""

    def read(text: str) -> int:
        if re.fullmatch(r"[+-]?\d{1,18}", text) and lowest <= int(text) <= highest:
            return int(text)
        raise argparse.ArgumentTypeError(
            words.NOT_A_NUMBER.format(text=text, lowest=lowest, highest=highest)
        )

    return read
