"""The first start: a new practice file with what was filled in."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from intervisie_desktop.domain.clients import Address
from intervisie_desktop.domain.errors import Refusal, Trouble
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

if TYPE_CHECKING:
    from intervisie_desktop.services.importing.drafts import Draft

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
    confidentiality: bool = False
    contribution: bool = False


Profiles = Callable[[], Sequence[ProfileChoice]]


class Beginning:
    """Makes the practice of the first start; the recovery code is kept until it is confirmed."""

    def __init__(
        self, entrance: Entrance, clock: Clock, ids: Ids, paths: Paths, profiles: Profiles
    ) -> None:
        self._entrance = entrance
        self._clock = clock
        self._ids = ids
        self._paths = paths
        self._profiles = profiles
        self._list: Draft | None = None

    def profiles(self) -> Sequence[ProfileChoice]:
        """The rule profiles to choose from, the usual one first."""
        return self._profiles()

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

    def names_in(self, path: Path) -> tuple[str, ...]:
        """The names in a list, which is kept to bring in the rest of it with `make`.

        Refusal("no_names") and those of reading a list.
        """
        # Reading lists and spreadsheets costs start-up time that most starts do not need.
        from intervisie_desktop.services.importing import lists  # noqa: PLC0415

        with told_of(path):
            data = path.read_bytes()
        found = lists.draft_of(data, path.name)
        names = lists.names_of(found)
        if not names:
            raise Refusal("no_names")
        self._list = found
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
        # The paper is made with fpdf2, which nothing else needs at the first start.
        from intervisie_desktop.services.recovery import recovery_sheet  # noqa: PLC0415

        opened = self._entrance.opened
        if opened is None:
            raise Trouble("closed")
        with opened.store.reading() as read:
            practice = read.practice.get()
        code = self._entrance.unconfirmed_code
        return recovery_sheet(practice, opened.path.name, code, self._clock.today())

    def save_recovery_sheet(self, path: Path) -> Path:
        """Write the recovery sheet; gives where it stands."""
        target = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        atomic_write(target, self.recovery_sheet())
        return target

    def _add_group(self, store: Store, plan: FirstPractice) -> None:
        """The first group with the people of the list that was read and the names as typed."""
        from intervisie_desktop.services.importing.lists import take_people  # noqa: PLC0415

        groups = GroupsService(store, self._clock, self._ids)
        draft = groups.draft(plan.group)
        groups.add(replace(draft, profiles=(plan.profile,) if plan.profile else draft.profiles))
        take_people(store, self._clock, self._ids, plan.group, plan.names, self._list)


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
