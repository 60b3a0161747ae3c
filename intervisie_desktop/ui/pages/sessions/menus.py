"""What can be done with a session and with a row of its list, as actions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from intervisie_desktop.ui.pages.sessions.presenter import SessionsPresenter
from intervisie_desktop.ui.pages.sessions.state import RosterRow, SessionState
from intervisie_desktop.ui.shell.actions import Action

_MENU = "Bijeenkomst"
_PLANNED = frozenset({"ahead", "today", "past"})
_OPEN = frozenset({*_PLANNED, "held"})


def session_actions(
    presenter: SessionsPresenter, state: Callable[[], SessionState | None]
) -> tuple[Action, ...]:
    """The actions of an open session; each is only there where it makes sense."""

    def when(*kinds: str) -> Callable[[], bool]:
        def enabled() -> bool:
            shown = state()
            return shown is not None and shown.kind in kinds

        return enabled

    steps, everywhere = presenter.steps, (*_OPEN, "closed", "cancelled")
    return (
        Action("session_start", "Bijeenkomst starten", presenter.start, "play", "Ctrl+B", _MENU,
               when("today", "past"), "gehouden vastleggen beginnen"),
        Action("session_close", "Afronden…", partial(steps.open, "close"), "flag", "", _MENU,
               when("held"), "sluiten gereed"),
        Action("session_everyone", "Iedereen aanwezig", presenter.marking.everyone, "user-check",
               "", _MENU, when("held")),
        Action("session_guest", "Gast toevoegen…", partial(steps.open, "guest"), "user-plus", "",
               _MENU, when(*_OPEN), "inhalen"),
        Action("session_move", "Verplaatsen…", partial(steps.open, "move"), "calendar-range", "",
               _MENU, when(*_OPEN), "datum tijd verzetten", bar=True),
        Action("session_what_if", "Wat als u deze verplaatst…", presenter.try_out, "sparkles", "",
               _MENU, when("ahead", "today"), "proberen vooruitzien"),
        Action("session_duplicate", "Dupliceren…", partial(steps.open, "duplicate"), "copy", "",
               _MENU, when(*everywhere)),
        Action("session_cancel", "Afzeggen…", partial(steps.open, "cancel"), "calendar-x", "",
               _MENU, when(*_PLANNED), "annuleren vervallen"),
        Action("session_print_blank", "Presentielijst vooraf afdrukken",
               partial(presenter.print_list, filled=False), "printer", "", _MENU,
               when(*_OPEN), "tekenen handtekening", bar=True),
        Action("session_print_filled", "Presentielijst achteraf afdrukken",
               partial(presenter.print_list, filled=True), "printer", "", _MENU,
               when("held", "closed"), "tekenen handtekening"),
        Action("session_paperwork", "Uitnodiging en andere papieren", presenter.to_papers,
               "file-text", "", _MENU, when(*everywhere),
               "evaluatie formulier geheimhouding verslag vraagkaarten werkwijze mail"),
        Action("session_calendar", "Agendabestand bewaren…", presenter.export_calendar,
               "calendar-plus", "", _MENU, when(*everywhere), "ics outlook agenda"),
        Action("session_papers", "Bewijzen van deze bijeenkomst", presenter.to_certificates,
               "scroll-text", "", _MENU, when("held", "closed"), "certificaat"),
        Action("session_reopen", "Heropenen…", presenter.reopen, "lock-open", "", _MENU,
               when("closed"), bar=True),
        Action("session_plan_again", "Toch niet gehouden", presenter.plan_again, "rotate-ccw", "",
               _MENU, when("held"), bar=True),
        Action("session_revive", "Weer plannen", presenter.revive, "rotate-ccw", "", _MENU,
               when("cancelled"), bar=True),
        Action("session_remove", "Verwijderen", presenter.remove, "trash-2", "", _MENU,
               when(*_PLANNED)),
    )  # fmt: skip


def row_actions(
    presenter: SessionsPresenter,
    state: SessionState,
    row: RosterRow,
    edit_times: Callable[[], None],
) -> tuple[Action, ...]:
    """The context menu of someone on the list; its keys are told, the list itself holds them."""
    actions: list[Action] = []

    def add(key: str, text: str, run: Callable[[], None], icon: str, *, bar: bool = False) -> None:
        actions.append(Action(key, text, run, icon, bar=bar))

    def mark(key: str) -> Callable[[], None]:
        return partial(presenter.marking.press, key, row.id)

    if state.markable:
        add("a", "Aanwezig\tA", mark("A"), "circle-check")
        add("l", "Later\tL", mark("L"), "clock")
        add("f", "Afwezig\tF", mark("F"), "circle-x")
    if state.editable:
        add("m", "Afgemeld\tM", mark("M"), "user-x")
        add("e", "Weer verwacht", partial(presenter.marking.forget, row.id), "circle-dashed")
    if row.excused:
        add("n", "Moment van afmelden…", partial(presenter.marking.notice, row.id), "clock")
    if state.markable and row.there:
        add("i", "Inbreng\tI", mark("I"), "message-square-text", bar=True)
        if state.online:
            add("r", "Afgesloten ruimte\tR", mark("R"), "door-closed")
        add("t", "Tijden wijzigen\tEnter", edit_times, "clock-alert")
    if state.kind in {"held", "closed"} and row.there:
        papers = partial(presenter.to_certificate, row.id)
        add("paper", "Bewijs van deze bijeenkomst", papers, "scroll-text", bar=True)
    add("person", "Naar deelnemer", partial(presenter.to_person, row.id), "user")
    if state.editable and row.guest:
        remove = partial(presenter.remove_guest, row.id)
        add("guest", "Gast weghalen", remove, "trash-2", bar=True)
    return tuple(actions)
