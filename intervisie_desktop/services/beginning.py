"""The first start: a new practice file with what was filled in."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from intervisie_desktop.domain.clients import Address
from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.domain.groups import Membership
from intervisie_desktop.domain.naming import parse_name
from intervisie_desktop.domain.people import Participant
from intervisie_desktop.domain.practice import Facilitator, Practice
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.cloud import refuse_cloud
from intervisie_desktop.host.files import atomic_write, safe_name, told_of, unique_name
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.host.paths import Paths
from intervisie_desktop.services.entrance import RECOVERY_PENDING, Entrance
from intervisie_desktop.services.groups import GroupsService
from intervisie_desktop.services.practice_file import ENDING
from intervisie_desktop.storage.store import Store

LARGEST_LOGO = 4_000_000
LARGEST_SIDE = 6000
_PICTURES = ("PNG", "JPEG")
_DEFAULT_NAME = "Praktijk"


@dataclass(frozen=True, slots=True)
class FirstPractice:
    """What the first start asks; empty where it was skipped."""

    name: str = ""
    facilitator: str = ""
    city: str = ""
    logo: bytes | None = None
    profile: str = ""
    group: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProfileChoice:
    """A rule profile to begin with, with its leading numbers (minutes; None where none)."""

    key: str
    name: str
    year_minutes: int | None = None
    size_min: int | None = None
    size_max: int | None = None
    day_min: int | None = None
    day_max: int | None = None


@dataclass(frozen=True, slots=True)
class BeginningPorts:
    """What the first start needs of rooms that are only entered here: profiles, lists, paper."""

    profiles: Callable[[], Sequence[ProfileChoice]]
    names: Callable[[Path], Sequence[str]]
    sheet: Callable[[Practice, str], bytes]


class Beginning:
    """Makes the practice of the first start; the recovery code is kept until it is confirmed."""

    def __init__(
        self, entrance: Entrance, clock: Clock, ids: Ids, paths: Paths, ports: BeginningPorts
    ) -> None:
        self._entrance = entrance
        self._clock = clock
        self._ids = ids
        self._paths = paths
        self._ports = ports

    def profiles(self) -> Sequence[ProfileChoice]:
        """The rule profiles to choose from, the usual one first."""
        return self._ports.profiles()

    def default_file(self, practice_name: str) -> Path:
        """A free place for the practice file in the user's documents."""
        name = safe_name(practice_name.strip(), fallback=_DEFAULT_NAME)
        return unique_name(self._paths.documents, f"{name}{ENDING}")

    def with_suffix(self, path: Path) -> Path:
        """The path with the ending of a practice file."""
        return path if path.suffix == ENDING else path.with_name(path.name + ENDING)

    def check_place(self, path: Path) -> None:
        """Trouble: exists, cloud_folder, when the file cannot come there."""
        if path.exists():
            raise Trouble("exists", path=path.name)
        refuse_cloud(path)

    def names_in(self, path: Path) -> Sequence[str]:
        """The names in a list; Refusal("no_names") and those of reading it."""
        names = self._ports.names(path)
        if not names:
            raise Refusal("no_names")
        return names

    def logo(self, path: Path) -> bytes:
        """The bytes of a PNG or JPEG that can be printed; Refusal("logo_wrong")."""
        with told_of(path):
            if path.stat().st_size > LARGEST_LOGO:
                raise Refusal("logo_wrong")
            data = path.read_bytes()
        if not is_picture(data):
            raise Refusal("logo_wrong")
        return data

    def make(self, plan: FirstPractice, path: Path, password: str) -> str:
        """The new practice, open, with its first group; gives the recovery code.

        Refusal("password_short"); Trouble: exists, cloud_folder, read_only, disk_full.
        """
        leader = Facilitator(id=self._ids.new("f"), name=plan.facilitator)
        practice = Practice(
            name=plan.name or path.stem,
            address=Address(city=plan.city),
            logo=plan.logo,
            default_profile=plan.profile or Practice().default_profile,
        )
        opened, code = self._entrance.files.create(path, password, practice, leader)
        try:
            if plan.group:
                self._add_group(opened.store, plan)
            with opened.store.work("recovery_pending", final=True) as work:
                work.settings.set(RECOVERY_PENDING, True)
        except BaseException:
            opened.close()
            raise
        self._entrance.take(opened, code=code)
        return code

    def same_code(self, typed: str, group: str) -> bool:
        """Whether a group of the code was typed over right; O is 0, I and L are 1."""
        alike = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})
        return typed.upper().translate(alike) == group

    def confirm_code(self) -> None:
        """The code is on paper; it is forgotten here."""
        self._entrance.confirm_code()

    def recovery_sheet(self) -> bytes:
        """The recovery sheet of the practice that was just made, as PDF."""
        opened = self._entrance.opened
        if opened is None:
            raise Trouble("closed")
        with opened.store.reading() as read:
            practice = read.practice.get()
        return self._ports.sheet(practice, self._entrance.unconfirmed_code)

    def save_recovery_sheet(self, path: Path) -> Path:
        """Write the recovery sheet; gives where it stands."""
        target = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        atomic_write(target, self.recovery_sheet())
        return target

    def _add_group(self, store: Store, plan: FirstPractice) -> None:
        groups = GroupsService(store, self._clock, self._ids)
        draft = groups.draft(plan.group)
        group = replace(draft, id=self._ids.new("g"), profiles=(plan.profile or "vrij",))
        people = [
            Participant(id=self._ids.new("p"), name=parse_name(line)) for line in plan.names
        ]
        with store.work("first_group_added", group=group.name, n=len(people)) as work:
            work.groups.add(group)
            work.participants.add_all(people)
            work.memberships.add_all(
                Membership(
                    id=self._ids.new("m"), group_id=group.id, participant_id=person.id
                )
                for person in people
            )


def is_picture(data: bytes) -> bool:
    """Whether these bytes are a whole PNG or JPEG of a size that fits on paper."""
    # Pillow comes with fpdf2; it is asked only when there is a picture.
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415

    try:
        with Image.open(io.BytesIO(data), formats=_PICTURES) as picture:
            if max(picture.size) > LARGEST_SIDE:
                return False
            picture.load()
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return False
    return True
