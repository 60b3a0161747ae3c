"""What can be done about a finding: the verb on its button, its icon, and which fix fits."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to mend something; `code` is what the Controle panel carries out."""

    code: str
    label: str
    icon: str


FIXES: dict[str, Fix] = {
    fix.code: fix
    for fix in (
        Fix("plan_catch_up", "Plan inhaaldatum", "calendar-plus"),
        Fix("plan_session", "Plan bijeenkomst", "calendar-plus"),
        Fix("record_confidentiality", "Nu vastleggen", "pencil"),
        Fix("confirm_rooms", "Bevestigen", "door-closed"),
        Fix("check_times", "Tijden nakijken", "clock"),
        Fix("check_attendance", "Aanwezigheid nakijken", "user-check"),
        Fix("record_contribution", "Inbreng vastleggen", "message-square-text"),
        Fix("write_description", "Omschrijving aanpassen", "pencil"),
        Fix("issue_certificates", "Bewijzen maken", "scroll-text"),
        Fix("withdraw_certificate", "Bewijs nakijken", "file-search"),
        Fix("sign_list", "Lijst is getekend", "clipboard-check"),
        Fix("record_evaluation", "Evaluatie vastleggen", "clipboard-check"),
        Fix("send_link", "Link is verzonden", "send"),
        Fix("ask_preparation", "Voorbereiding nagaan", "inbox"),
        Fix("choose_facilitator", "Gespreksleider kiezen", "user-plus"),
        Fix("open_facilitator", "Aanwijzing nakijken", "id-card"),
        Fix("open_session", "Naar bijeenkomst", "calendar-days"),
        Fix("open_group", "Naar groep", "users"),
        Fix("open_person", "Naar deelnemer", "user"),
        Fix("open_agreement", "Naar contract", "file-text"),
        Fix("open_retention", "Bewaartermijn bekijken", "archive"),
    )
}

FOR_CODE: dict[str, tuple[str, ...]] = {
    "G01": ("check_attendance",),
    "G02": ("check_attendance",),
    "G03": ("open_session",),
    "G04": ("open_session",),
    "G05": ("check_attendance",),
    "G06": ("open_group",),
    "G07": ("open_group",),
    "G08": ("open_group",),
    "G09": ("open_group",),
    "G10": ("open_group",),
    "G11": ("open_session",),
    "U01": ("check_times",),
    "U02": ("check_times",),
    "U03": ("check_times",),
    "U04": ("plan_catch_up", "open_person"),
    "U05": ("open_person",),
    "U06": ("open_person",),
    "U07": ("open_person",),
    "U08": ("open_person",),
    "U09": ("open_person",),
    "L01": ("choose_facilitator",),
    "L02": ("open_facilitator",),
    "L03": ("open_facilitator",),
    "L04": ("choose_facilitator",),
    "L05": ("open_facilitator",),
    "H01": ("record_confidentiality",),
    "H02": ("open_agreement",),
    "H03": ("write_description",),
    "H04": ("open_session",),
    "I01": ("record_contribution", "open_person"),
    "I02": ("open_session",),
    "I03": ("ask_preparation", "open_session"),
    "O01": ("confirm_rooms",),
    "O02": ("open_session",),
    "O03": ("send_link",),
    "D01": ("issue_certificates",),
    "D02": ("sign_list",),
    "D03": ("record_evaluation",),
    "D04": ("issue_certificates",),
    "D05": ("open_retention",),
}


def fixes_for(code: str, *, gathered: bool = False, unfounded: bool = False) -> tuple[Fix, ...]:
    """The fixes for a finding, the best first; for a group of people those of the group."""
    if gathered and code == "U04":
        return (FIXES["plan_session"], FIXES["open_group"])
    if unfounded:
        return (FIXES["withdraw_certificate"],)
    return tuple(FIXES[name] for name in FOR_CODE[code])
