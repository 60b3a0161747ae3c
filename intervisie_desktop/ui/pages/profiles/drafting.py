"""What is open on the page and changed but not kept, and the form that changes it; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.profile_editing import with_norm, without_last_edition
from intervisie_desktop.domain.profiles import RuleProfile
from intervisie_desktop.services.own_profiles import OwnProfilesService, ProfileCard
from intervisie_desktop.ui.pages.profiles import editing
from intervisie_desktop.ui.pages.profiles.norm_fields import NotGoodError
from intervisie_desktop.ui.pages.profiles.state import EditorState
from intervisie_desktop.ui.shell.desk import Desk


class Opened:
    """The open profile: its key, the edition that is read (-1: that of today), and drafts."""

    def __init__(self, profiles: OwnProfilesService, desk: Desk) -> None:
        self._profiles = profiles
        self._desk = desk
        self.key = ""
        self.edition = -1
        self.drafts: dict[str, RuleProfile] = {}

    def card(self) -> ProfileCard | None:
        """The open profile as it is kept, or None when it is gone."""
        try:
            return self._profiles.card(self.key)
        except Refusal:
            return None

    def profile(self) -> RuleProfile:
        """The open profile with what was changed in it."""
        draft = self.drafts.get(self.key)
        return draft if draft is not None else self._profiles.card(self.key).profile

    def index(self) -> int:
        """The edition that is read: the chosen one, else the one of today or the last."""
        editions = self.profile().editions
        if 0 <= self.edition < len(editions):
            return self.edition
        today = self._desk.today()
        now = (n for n, one in enumerate(editions) if today in one.valid)
        return next(now, len(editions) - 1)


class EditorView(Protocol):
    """What the form asks of the page."""

    def show_editor(self, editor: EditorState | None) -> None:
        """Show a form below the profile, or none."""


class Drafting:
    """Changes the draft of the open profile; `changed` is called when it is another."""

    def __init__(
        self,
        opened: Opened,
        view: EditorView,
        desk: Desk,
        changed: Callable[[], None],
        make: Callable[[str, str], None],
    ) -> None:
        self._opened = opened
        self._view = view
        self._desk = desk
        self._changed = changed
        self._make = make
        self._editor: EditorState | None = None

    def edit_norm(self, name: str) -> None:
        """The form of a norm of the edition that is read."""
        profile, index = self._opened.profile(), self._opened.index()
        self.show(editing.norm_editor(profile, index, name))

    def add_norm(self, subject: str) -> None:
        """The form of a norm that this edition does not ask yet."""
        missing = editing.missing_norms(self._opened.profile(), self._opened.index(), subject)
        if missing:
            self._add(missing[0][0])

    def edit_about(self) -> None:
        """The form of what is said about the profile."""
        self.show(editing.about_editor(self._opened.profile()))

    def new_edition(self) -> None:
        """The form of a new edition."""
        self.show(editing.edition_editor())

    def drop_edition(self) -> None:
        """Take the newest edition out of the draft."""
        self._keep_draft(without_last_edition(self._opened.profile()))
        self._opened.edition = -1
        self.close()
        self._changed()

    def editor_changed(self, name: str, values: Mapping[str, Any]) -> None:
        """A choice in the form: another norm to add, or another source."""
        if self._editor is None:
            return
        if name == "norm":
            self._add(str(values["norm"]))
        elif name == "source":
            self.show(replace(self._editor, hidden=editing.hidden(values)))

    def submit(self, values: Mapping[str, Any]) -> None:
        """Take what was typed in the form."""
        editor = self._editor
        if editor is None:
            return
        if editor.key == "new":
            self._make(str(values["name"]), str(values["based_on"]))
            return
        try:
            changed = editing.applied(
                self._opened.profile(), self._opened.index(), editor.key, values, self._desk.today()
            )
        except NotGoodError as found:
            self.show(replace(editor, problem=(found.field, str(found))))
            return
        if editor.key == "edition":
            self._opened.edition = len(changed.editions) - 1
        self._keep_draft(changed)
        self.close()
        self._changed()

    def take_out(self) -> None:
        """Take the norm of the form out of the edition."""
        if self._editor is not None:
            name = self._editor.key.partition(":")[2]
            self._keep_draft(with_norm(self._opened.profile(), self._opened.index(), name, None))
            self.close()
            self._changed()

    # Private

    def _add(self, name: str) -> None:
        profile, index = self._opened.profile(), self._opened.index()
        self.show(editing.norm_editor(profile, index, name, choices=True))

    def _keep_draft(self, profile: RuleProfile) -> None:
        self._opened.drafts[self._opened.key] = profile

    def show(self, editor: EditorState) -> None:
        """Show a form."""
        self._editor = editor
        self._view.show_editor(editor)

    def close(self) -> None:
        """Put the form away."""
        if self._editor is not None:
            self._editor = None
            self._view.show_editor(None)
