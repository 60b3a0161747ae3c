"""What the page Regelprofielen shows and does; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from intervisie_desktop.domain.changes import Outcome, Subject
from intervisie_desktop.domain.own import OwnProfileKind
from intervisie_desktop.domain.profile_difference import (
    ProfileDifference,
    ProfileEffect,
    difference,
)
from intervisie_desktop.domain.profile_editing import (
    problems_of,
)
from intervisie_desktop.domain.profiles import RuleProfile
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.own_profiles import (
    OwnProfilesService,
    ProfileCard,
    ProfilePreview,
)
from intervisie_desktop.services.writing import safe_name, write_file
from intervisie_desktop.ui.pages.profiles import editing, showing
from intervisie_desktop.ui.pages.profiles.drafting import Drafting, Opened
from intervisie_desktop.ui.pages.profiles.effects import difference_lines, effect_lines
from intervisie_desktop.ui.pages.profiles.state import (
    EditorState,
    ProfilesState,
    SheetState,
    Shown,
)
from intervisie_desktop.ui.shell.desk import (
    Desk,
    Destination,
    FileQuestion,
    Place,
    Progress,
    Question,
)
from intervisie_desktop.ui.text import refusals

CONCERNS = frozenset({Subject.PROFILE, Subject.GROUP, Subject.SETTING})
KINDS = ("Regelprofiel (*.toml)",)


class ProfilesView(Protocol):
    """What the presenter asks of its page."""

    def show_state(self, state: ProfilesState) -> None:
        """Show list and profile."""

    def show_editor(self, editor: EditorState | None) -> None:
        """Show a form below the profile, or none."""

    def show_sheet(self, sheet: SheetState | None) -> None:
        """Show a step in the place of the profile, or the profile again."""


class ProfilesPresenter:
    """Lists profiles, opens one, keeps a draft of what is changed until it is kept or dropped."""

    def __init__(
        self,
        profiles: OwnProfilesService,
        compliance: ComplianceService,
        view: ProfilesView,
        desk: Desk,
    ) -> None:
        self._profiles = profiles
        self._compliance = compliance
        self._view = view
        self._desk = desk
        self.opened = Opened(profiles, desk)
        self.drafting = Drafting(self.opened, view, desk, self.refresh, self._make)
        self._filter = "use"
        self._look = "read"
        self._act: Callable[[], Outcome[RuleProfile]] | None = None

    # Looking

    def open(self, destination: Destination) -> None:
        """Come from elsewhere, maybe to one profile."""
        if destination.id:
            self._choose(destination.id)
        self.refresh()

    def refresh(self) -> None:
        """Read and show again."""
        cards = self._profiles.cards()
        for card in cards:
            if self.opened.drafts.get(card.profile.key) == card.profile or card.kind is None:
                self.opened.drafts.pop(card.profile.key, None)
        if self.opened.key not in {card.profile.key for card in cards}:
            in_list = [card for card in cards if showing.fits(card, self._filter)]
            self._choose(in_list[0].profile.key if in_list else "")
        found = next((card for card in cards if card.profile.key == self.opened.key), None)
        lines = [
            showing.side_line(card, draft=card.profile.key in self.opened.drafts)
            for card in cards
            if showing.fits(card, self._filter)
        ]
        self._view.show_state(
            ProfilesState(
                lines=tuple(lines),
                open_id=self.opened.key,
                filter=self._filter,
                shown=self._shown(found) if found else None,
                look=self._look,
                empty=("Geen profiel onder dit filter", "Kies een ander filter boven de lijst."),
            )
        )

    def choose_filter(self, key: str) -> None:
        """Another part of the list."""
        self._filter = key
        cards = self._profiles.cards()
        there = [card.profile.key for card in cards if showing.fits(card, key)]
        if self.opened.key not in there:
            self._choose(there[0] if there else "")
        self.refresh()

    def select(self, key: str) -> None:
        """Open another profile."""
        if key != self.opened.key:
            self._choose(key)
            self.refresh()

    def choose_look(self, look: str) -> None:
        """Read one edition, or lay all of them side by side."""
        self._look = look
        self.refresh()

    def choose_edition(self, index: str) -> None:
        """Read another edition."""
        self.opened.edition = int(index)
        self.drafting.close()
        self.refresh()

    def open_group(self, group_id: str) -> None:
        """Go to a group that uses this profile."""
        self._desk.go(Destination(Place.GROUPS, group_id, part="overview"))

    # The one main thing, and what else can be done

    def main(self) -> None:
        """What the filled button says."""
        card = self.opened.card()
        key = self._shown(card).main[0] if card else ""
        acts: dict[str, Callable[[], None]] = {
            "save": self.save,
            "edition": self.drafting.new_edition,
            "use": self.use,
            "adapt": self.adapt,
            "remove": self.remove,
        }
        if key in acts:
            acts[key]()

    def is_own(self) -> bool:
        """Whether the open profile is one of the practice."""
        card = self.opened.card()
        return card is not None and card.kind is not None and card.readable

    def is_shipped(self) -> bool:
        """Whether the open profile is as the program brought it."""
        card = self.opened.card()
        return card is not None and card.kind is None

    def is_offered(self) -> bool:
        """Whether the open profile is offered for groups."""
        card = self.opened.card()
        return card is not None and card.profile.enabled

    def has_profile(self) -> bool:
        """Whether a profile is open that can be read."""
        card = self.opened.card()
        return card is not None and card.readable

    def is_practice_s(self) -> bool:
        """Whether the open profile can be removed, readable or not."""
        card = self.opened.card()
        return card is not None and card.kind is not None

    def has_draft(self) -> bool:
        """Whether something was changed and not kept."""
        return self.opened.key in self.opened.drafts

    def remove_words(self) -> str:
        """What removing comes down to."""
        card = self.opened.card()
        back = card is not None and card.kind is OwnProfileKind.ADAPTED
        return "Terug naar het oorspronkelijke profiel" if back else "Profiel verwijderen"

    def has_editions(self) -> bool:
        """Whether the newest edition can be taken away."""
        return self.is_own() and len(self.opened.profile().editions) > 1

    def use(self) -> None:
        """Offer the open profile for groups, or no longer."""
        key, on = self.opened.key, not self.is_offered()
        self._desk.perform(lambda: self._profiles.put_to_use(key, on=on))

    def adapt(self) -> None:
        """A copy in the place of the shipped one, to change."""
        key = self.opened.key
        self._desk.perform(lambda: self._profiles.copy_and_adapt(key))

    def remove(self) -> None:
        """Remove the open profile; an adapted one becomes what it was."""
        key = self.opened.key
        self.drafting.close()
        if self._desk.perform(lambda: self._removed(key)) is not None:
            self.opened.drafts.pop(key, None)
            self.refresh()

    def share(self) -> None:
        """The open profile as a file."""
        found = self._profiles.share(self.opened.key)
        question = FileQuestion("Regelprofiel delen", KINDS, f"{safe_name(found.name)}.toml")

        def chosen(path: Path) -> None:
            def write(_progress: Progress) -> Path:
                return write_file(path, found.data)

            self._desk.run(write, self._written, "Regelprofiel bewaren")

        self._desk.choose_target(question, chosen)

    def bring_in(self) -> None:
        """A profile out of a file; what differs and what it means comes first."""
        question = FileQuestion("Regelprofiel importeren", KINDS)

        def chosen(path: Path) -> None:
            def read(_progress: Progress) -> tuple[ProfilePreview, ProfileEffect]:
                preview = self._profiles.read_shared(path.read_bytes())
                return preview, self._compliance.effect_of(preview.profile)

            self._desk.run(read, self._preview, "Regelprofiel lezen")

        self._desk.choose_file(question, chosen)

    # Changing

    def new_profile(self) -> None:
        """The form of a new profile."""
        cards = self._profiles.cards()
        known = tuple((c.profile.key, c.profile.name) for c in cards if c.readable)
        self.drafting.show(editing.new_editor(known))

    def save(self) -> None:
        """What the draft would change comes first; what is wrong with it before that."""
        draft, card = self.opened.drafts.get(self.opened.key), self.opened.card()
        if draft is None or card is None:
            return
        self.drafting.close()
        if problems_of(draft):
            self._desk.refuse(refusals.sentence("profile_wrong"))
            return
        kept = card.profile

        def work_out(_progress: Progress) -> ProfileEffect:
            return self._compliance.effect_of(draft)

        def worked_out(found: ProfileEffect) -> None:
            self._act = lambda: self._profiles.save(draft)
            title = f"{draft.name} bewaren"
            self._show_sheet(title, "Bewaren", difference(kept, draft), found)

        self._desk.run(work_out, worked_out, "Gevolgen uitrekenen")

    def discard(self) -> None:
        """Drop the draft, after a question."""
        question = Question(
            "Wijzigingen weggooien",
            "Wat u aan dit profiel heeft gewijzigd en nog niet bewaard, gaat verloren.",
            "Weggooien",
            danger=True,
        )
        self._desk.confirm(question, self._discarded)

    def confirm_sheet(self) -> None:
        """Take the step that was shown."""
        act, self._act = self._act, None
        self._view.show_sheet(None)
        if act is None:
            return
        kept = self._desk.perform(act)
        if kept is not None:
            self.opened.drafts.pop(kept.key, None)
            if kept.key != self.opened.key:
                self._choose(kept.key)
            self.refresh()

    def cancel_sheet(self) -> None:
        """Leave the step; the draft stays."""
        self._act = None
        self._view.show_sheet(None)

    # Private

    def _removed(self, key: str) -> Outcome[bool]:
        outcome = self._profiles.remove(key)
        return Outcome(True, outcome.changes, outcome.act, outcome.facts)

    def _make(self, name: str, based_on: str) -> None:
        made = self._desk.perform(lambda: self._profiles.make_own(name, based_on))
        if made is not None:
            self.drafting.close()
            self._filter = "own"
            self._choose(made.key)
            self.refresh()

    def _preview(self, found: tuple[ProfilePreview, ProfileEffect]) -> None:
        preview, effect = found
        self.drafting.close()
        self._act = lambda: self._profiles.take_over(preview)
        here = (
            "Dit profiel is er al." if preview.present else "Dit profiel is nieuw in uw praktijk."
        )
        title = f"{preview.profile.name} overnemen"
        self._show_sheet(title, "Overnemen", preview.difference, effect, here)

    def _show_sheet(
        self, title: str, yes: str, rules: ProfileDifference, found: ProfileEffect, text: str = ""
    ) -> None:
        lines = (*difference_lines(rules), *effect_lines(found, self._compliance.names()))
        kept = "Afgegeven bewijzen blijven zoals ze zijn."
        self._view.show_sheet(SheetState(title, f"{text} {kept}".strip(), lines, yes))

    def _discarded(self) -> None:
        self.opened.drafts.pop(self.opened.key, None)
        self.drafting.close()
        self.opened.edition = -1
        self.refresh()

    def _written(self, path: Path) -> None:
        self._desk.tell(f"Bewaard als {path.name}.")

    def _choose(self, key: str) -> None:
        self.opened.key = key
        self.opened.edition = -1
        self.drafting.close()
        self.cancel_sheet()

    def _shown(self, card: ProfileCard) -> Shown:
        profile = self.opened.drafts.get(card.profile.key, card.profile)
        wrong = problems_of(profile) if card.profile.key in self.opened.drafts else ()
        look = showing.Look(profile, self.opened.index(), wrong, self._desk.today())
        return showing.shown(card, look)
