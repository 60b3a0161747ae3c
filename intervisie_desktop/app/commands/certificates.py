"""`certificates`: issue what is asked for and write it to a folder."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from intervisie_desktop.app.commands.files import make_folder
from intervisie_desktop.app.commands.lookup import group_of, participant_of
from intervisie_desktop.app.commands.opening import opened
from intervisie_desktop.app.commands.papers import (
    MAKEABLE,
    Handed,
    candidates,
    hand_out,
    issue,
)
from intervisie_desktop.app.console import Console
from intervisie_desktop.app.exits import Exit, WrongCall
from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.certification.values import (
    Candidate,
    Choice,
    NotMade,
    Readiness,
    Wanted,
)
from intervisie_desktop.services.compliance import FindingNames
from intervisie_desktop.ui.text import command_line as words
from intervisie_desktop.ui.text.counts import telwoord
from intervisie_desktop.ui.text.finding_message import message
from intervisie_desktop.ui.text.paper_notes import NOTES
from intervisie_desktop.ui.text.refusals import sentence


@dataclass(frozen=True, slots=True)
class Refused:
    """A paper that was not made, and why in one sentence."""

    candidate: Candidate
    code: str
    said: str


def run(options: argparse.Namespace, console: Console) -> int:
    """Issue all of it or, when a rule stands in the way of one that was asked for, nothing."""
    _check(options)
    with opened(options.practice, console) as services:
        wanted = _wanted(options, services)
        found = candidates(services, wanted)
        choices, refused = _sorted_out(found, options, services.compliance.names())
        handed: tuple[Handed, ...] = ()
        if choices and not (refused and not options.ready):
            make_folder(options.to)
            made, not_made = issue(services, choices)
            handed = hand_out(services, made, options.to)
            refused = (*refused, *_not_made(found, not_made))
    if options.json:
        console.document("certificates", 1, _document(handed, refused))
    else:
        _say(console, handed, refused, options)
    return Exit.SAID_NO if refused and not options.ready else Exit.DONE


def _check(options: argparse.Namespace) -> None:
    ways = [options.session, options.group, options.participant, options.ready or None]
    if sum(way is not None for way in ways) != 1:
        raise WrongCall(words.CHOOSE_PAPERS)
    if (options.group or options.participant) and options.year is None:
        raise WrongCall(words.YEAR_NEEDED)


def _wanted(options: argparse.Namespace, services: Services) -> Wanted:
    with services.store.reading() as read:
        if options.session:
            session = read.sessions.find(options.session)
            if session is None:
                raise WrongCall(words.NOT_FOUND.format(what=words.A_SESSION, name=options.session))
            return Wanted(year=session.day.year, session_id=session.id)
        year = options.year or services.clock.today().year
        if options.group:
            return Wanted(year=year, group_id=group_of(read.groups.all(), options.group).id)
        if options.participant:
            person = participant_of(read.participants.all(), options.participant)
            return Wanted(year=year, participant_id=person.id)
        return Wanted(year=year)


def _sorted_out(
    found: Sequence[Candidate], options: argparse.Namespace, names: FindingNames
) -> tuple[list[Choice], tuple[Refused, ...]]:
    """Which papers can be made, with the reason where that lets them; those issued are left."""
    choices, refused = [], []
    for one in found:
        if one.readiness is Readiness.ISSUED:
            continue
        if one.readiness in MAKEABLE:
            choices.append(Choice(key=one.key))
        elif one.readiness is Readiness.CHANGED:
            refused.append(Refused(one, "changed", words.ISSUED_CHANGED))
        elif options.reason and one.override_allowed:
            choices.append(Choice(key=one.key, reason=options.reason))
        else:
            refused.append(_refused(one, names))
    return choices, tuple(refused)


def _refused(one: Candidate, names: FindingNames) -> Refused:
    """The gravest reason why this paper is not made."""
    for finding in one.findings:
        if finding.severity is Severity.ERROR:
            return Refused(one, finding.code, message(finding, names))
    note = next((note for note in one.notes if note in NOTES), "nothing_to_certify")
    return Refused(one, note, NOTES[note])


def _not_made(found: Sequence[Candidate], refused: Sequence[NotMade]) -> tuple[Refused, ...]:
    known = {one.key.text: one for one in found}
    return tuple(
        Refused(known[one.key.text], one.code, sentence(one.code, one.facts)) for one in refused
    )


def _document(handed: Sequence[Handed], refused: Sequence[Refused]) -> dict[str, object]:
    return {
        "issued": [
            {
                "id": one.certificate.id,
                "number": one.certificate.number,
                "kind": one.certificate.kind.value,
                "participant": one.certificate.participant_id,
                "name": one.made.name,
                "group": one.certificate.group_id,
                "session": one.certificate.session_id,
                "year": one.certificate.covers_year,
                "minutes": one.certificate.minutes,
                "path": str(one.path),
                "sha256": one.certificate.sha256,
                "control_code": one.certificate.control_code,
            }
            for one in handed
        ],
        "refused": [
            {
                "participant": one.candidate.key.participant_id,
                "session": one.candidate.key.session_id,
                "group": one.candidate.group_id,
                "year": one.candidate.key.year,
                "code": one.code,
                "message": one.said,
            }
            for one in refused
        ],
    }


def _say(
    console: Console,
    handed: Sequence[Handed],
    refused: Sequence[Refused],
    options: argparse.Namespace,
) -> None:
    for one in handed:
        console.say(f"{one.certificate.number}  {one.made.name}  {one.path}")
    console.say(words.ISSUED.format(count=telwoord(len(handed), "bewijs", "bewijzen")))
    if not refused:
        return
    count = telwoord(len(refused), "bewijs", "bewijzen")
    if options.ready:
        console.say(words.NOT_READY.format(count=count))
        return
    for each in refused:
        console.say(words.NOT_ISSUED.format(name=each.candidate.name, why=each.said))
    console.complain(words.NOTHING_ISSUED.format(count=count))
