"""The practice, its facilitators and their designations, and its settings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.practice import Designation, Facilitator, Practice
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.checks import tidy_iban, tidy_postcode
from intervisie_desktop.services.school_holidays import REGIONS
from intervisie_desktop.storage.reads.sessions import session_years
from intervisie_desktop.storage.store import Store, Work

LARGEST_PICTURE = 2_000_000
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_PATTERN = re.compile(r"(?:[^{}]|\{jaar\}|\{nr(?::0?[1-9])?\}){1,40}")


@dataclass(frozen=True, slots=True)
class FacilitatorCard:
    """A facilitator with the designations, newest first; `default` leads unless said otherwise."""

    facilitator: Facilitator
    designations: tuple[Designation, ...]
    default: bool


class PracticeService:
    """What page Instellingen shows and changes of the practice itself."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def get(self) -> Practice:
        """The practice."""
        with self._store.reading() as read:
            return read.practice.get()

    def facilitators(self) -> tuple[FacilitatorCard, ...]:
        """The facilitators by name."""
        with self._store.reading() as read:
            default = read.practice.get().facilitator_id
            return tuple(
                FacilitatorCard(
                    facilitator,
                    tuple(
                        sorted(
                            read.designations.where(facilitator_id=facilitator.id),
                            key=lambda d: str(d.period.start or ""),
                            reverse=True,
                        )
                    ),
                    facilitator.id == default,
                )
                for facilitator in read.facilitators.all()
            )

    def working_years(self) -> tuple[int, ...]:
        """The years to choose from, newest first: those with sessions, this one and the next."""
        this = self._clock.today().year
        with self._store.reading() as read:
            known = session_years(read)
        return tuple(range(max((*known, this + 1)), min((*known, this)) - 1, -1))

    def change(self, practice: Practice) -> Outcome[Practice]:
        """Saves the practice; its signing key and the demo mark stay as they are.

        Refusal("name_missing"), ("number_pattern"), ("first_number"), ("colour_form"),
        ("picture_form"), ("picture_too_large"), ("region_unknown").
        """
        with self._store.work("practice_changed", name=practice.name.strip()) as work:
            stored = work.practice.get()
            changed = replace(_checked(practice), public_key=stored.public_key, demo=stored.demo)
            _check_numbering(work, stored, changed)
            work.practice.save(changed)
        return work.outcome(changed)

    def add_facilitator(self, facilitator: Facilitator) -> Outcome[Facilitator]:
        """Adds a facilitator under a new id; the first one leads by default.

        Refusal("name_missing"), ("picture_form"), ("picture_too_large").
        """
        added = _checked_facilitator(replace(facilitator, id=self._ids.new("fac")))
        with self._store.work("facilitator_added", name=added.name) as work:
            work.facilitators.add(added)
            practice = work.practice.get()
            if practice.facilitator_id is None:
                work.practice.save(replace(practice, facilitator_id=added.id))
        return work.outcome(added)

    def change_facilitator(self, facilitator: Facilitator) -> Outcome[Facilitator]:
        """Saves a facilitator; the refusals of `add_facilitator`, and ("gone")."""
        changed = _checked_facilitator(facilitator)
        with self._store.work("facilitator_changed", name=changed.name) as work:
            work.facilitators.save(changed)
        return work.outcome(changed)

    def remove_facilitator(self, facilitator_id: str) -> Outcome[None]:
        """Removes someone who never led; Refusal("facilitator_in_use"), ("gone")."""
        with self._store.reading() as read:
            name = read.facilitators.get(facilitator_id).name
        with self._store.work("facilitator_removed", name=name) as work:
            sessions = work.sessions.count(facilitator_id=facilitator_id)
            groups = work.groups.count(facilitator_id=facilitator_id)
            leads = work.practice.get().facilitator_id == facilitator_id
            if sessions or groups or leads:
                raise Refusal("facilitator_in_use", name=name, sessions=sessions, groups=groups)
            work.facilitators.remove(facilitator_id)
        return work.outcome(None)

    def put_designation(self, designation: Designation) -> Outcome[Designation]:
        """Saves a designation or registration; a blank id makes a new one.

        Refusal("name_missing") without a register, ("gone").
        """
        if not designation.register.strip():
            raise Refusal("name_missing")
        is_new = not designation.id
        saved = replace(designation, id=designation.id or self._ids.new("d"))
        act = "designation_added" if is_new else "designation_changed"
        with self._store.work(act, name=self._name(saved)) as work:
            (work.designations.add if is_new else work.designations.save)(saved)
        return work.outcome(saved)

    def remove_designation(self, designation_id: str) -> Outcome[None]:
        """Removes a designation."""
        with self._store.reading() as read:
            designation = read.designations.get(designation_id)
        with self._store.work("designation_removed", name=self._name(designation)) as work:
            work.designations.remove(designation_id)
        return work.outcome(None)

    def setting(self, key: str, default: object = None) -> object:
        """A setting of the practice."""
        with self._store.reading() as read:
            return read.settings.get(key, default)

    def set_setting(self, key: str, value: object) -> Outcome[None]:
        """Stores a setting that JSON can hold."""
        with self._store.work("setting_changed", key=key) as work:
            work.settings.set(key, value)
        return work.outcome(None)

    def _name(self, designation: Designation) -> str:
        with self._store.reading() as read:
            return read.facilitators.get(designation.facilitator_id).name


def _checked(practice: Practice) -> Practice:
    name = practice.name.strip()
    if not name:
        raise Refusal("name_missing")
    if practice.first_number < 1:
        raise Refusal("first_number")
    if not _COLOUR.fullmatch(practice.accent):
        raise Refusal("colour_form", colour=practice.accent)
    if practice.school_region not in REGIONS:
        raise Refusal("region_unknown", region=practice.school_region)
    _check_picture(practice.logo)
    _check_pattern(practice)
    address = practice.address
    tidy = replace(address, postcode=tidy_postcode(address.postcode, address.country))
    return replace(practice, name=name, address=tidy, iban=tidy_iban(practice.iban))


def _check_pattern(practice: Practice) -> None:
    """The pattern fills in, and gives each number of each year a text of its own."""
    pattern = practice.number_pattern
    # Without a yearly restart a number returns in no other year, so the year may be left out.
    told_apart = "{jaar}" in pattern or not practice.yearly_restart
    if not (_PATTERN.fullmatch(pattern) and "{nr" in pattern and told_apart):
        raise Refusal("number_pattern", pattern=pattern)


def _check_numbering(work: Work, stored: Practice, changed: Practice) -> None:
    """What has begun to count goes on: the start value is for before the first number."""
    if stored.first_number != changed.first_number and work.certificates.count():
        raise Refusal("first_number_begun")


def _checked_facilitator(facilitator: Facilitator) -> Facilitator:
    name = " ".join(facilitator.name.split())
    if not name:
        raise Refusal("name_missing")
    _check_picture(facilitator.signature)
    return replace(facilitator, name=name)


def _check_picture(picture: bytes | None) -> None:
    if picture is None:
        return
    if len(picture) > LARGEST_PICTURE:
        raise Refusal("picture_too_large", most=LARGEST_PICTURE)
    if not picture.startswith(_PICTURES):
        raise Refusal("picture_form")
