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
        Fix("find_place", "Zoek inhaalplaats", "calendar-check"),
        Fix("plan_catch_up", "Plan inhaaldatum", "calendar-plus"),
        Fix("plan_session", "Plan bijeenkomst", "calendar-plus"),
        Fix("record_confidentiality", "Nu vastleggen", "pencil"),
        Fix("confirm_rooms", "Bevestigen", "door-closed"),
        Fix("check_times", "Tijden nakijken", "clock"),
        Fix("check_attendance", "Aanwezigheid", "user-check"),
        Fix("record_contribution", "Inbreng vastleggen", "message-square-text"),
        Fix("write_description", "Omschrijving", "pencil"),
        Fix("record_actions", "Actie vastleggen", "clipboard-check"),
        Fix("record_preparation", "Ontvangen", "inbox"),
        Fix("confirm_safety", "Veilig bevestigd", "shield-check"),
        Fix("choose_theme", "Ander thema", "tag"),
        Fix("lead_from_group", "Kies begeleider", "user-plus"),
        Fix("on_location", "Op locatie zetten", "map-pin"),
        Fix("change_length", "Eindtijd aanpassen", "clock"),
        Fix("invite_guest", "Nodig iemand uit", "user-plus"),
        Fix("register_person", "Inschrijving", "id-card"),
        Fix("extend_designation", "Termijn invullen", "id-card"),
        Fix("sign_agreement", "Is getekend", "signature"),
        Fix("note_seen", "Gezien", "eye"),
        Fix("ask_people", "Navragen", "mail"),
        Fix("own_hours", "Eigen uren", "clock"),
        Fix("choose_method", "Kies werkvorm", "list-checks"),
        Fix("set_cases", "Aantal casussen", "messages-square"),
        Fix("date_group", "Datum vastleggen", "calendar-check"),
        Fix("issue_certificates", "Bewijzen maken", "scroll-text"),
        Fix("withdraw_certificate", "Bewijs nakijken", "file-search"),
        Fix("sign_list", "Lijst is getekend", "clipboard-check"),
        Fix("record_evaluation", "Is geëvalueerd", "clipboard-check"),
        Fix("send_link", "Link is verzonden", "send"),
        Fix("choose_facilitator", "Kies wie leidt", "user-plus"),
        Fix("own_terms", "Naar aanwijzing", "id-card"),
        Fix("open_session", "Naar bijeenkomst", "calendar-days"),
        Fix("open_group", "Naar groep", "users"),
        Fix("open_person", "Naar deelnemer", "user"),
        Fix("open_agreement", "Naar contract", "file-text"),
        Fix("open_retention", "Bekijken", "archive"),
        Fix("fill_practice", "Naar praktijk", "building-2"),
        Fix("fill_invoicing", "Naar instellingen", "settings"),
        Fix("fill_client", "Naar opdrachtgever", "briefcase"),
        Fix("open_invoice", "Naar factuur", "receipt-text"),
        Fix("bill_client", "Factureren", "receipt-text"),
        Fix("open_invoices", "Naar facturen", "receipt-text"),
    )
}

FOR_CODE: dict[str, tuple[str, ...]] = {
    "G01": ("check_attendance", "open_session"),
    "G02": ("check_attendance", "open_session"),
    "G03": ("open_group", "open_session"),
    "G04": ("note_seen", "open_session"),
    "G05": ("register_person", "check_attendance"),
    "G06": ("open_person", "open_group"),
    "G07": ("open_group", "open_person"),
    "G08": ("confirm_safety", "ask_people", "open_group"),
    "G09": ("open_group", "open_person"),
    "G10": ("open_group",),
    "G11": ("invite_guest", "open_session"),
    "U01": ("check_times", "ask_people", "change_length", "open_session"),
    "U02": ("check_times", "change_length", "ask_people", "open_session"),
    "U03": ("change_length", "open_session"),
    "U04": ("find_place", "plan_catch_up", "ask_people", "open_person"),
    "U05": ("note_seen", "open_person"),
    "U06": ("ask_people", "open_person"),
    "U07": ("open_person", "note_seen"),
    "U08": ("note_seen", "open_person"),
    "U09": ("open_person", "ask_people"),
    "L01": ("choose_facilitator", "open_session"),
    "L02": ("extend_designation", "own_terms"),
    "L03": ("extend_designation", "own_terms"),
    "L04": ("lead_from_group", "open_session"),
    "L05": ("own_hours", "note_seen"),
    "H01": ("record_confidentiality", "open_session"),
    "H02": ("sign_agreement", "ask_people", "open_agreement"),
    "H03": ("write_description", "open_session"),
    "H04": ("choose_theme", "open_session"),
    "I01": ("record_contribution", "ask_people", "open_session", "open_person"),
    "I02": ("record_actions", "ask_people", "open_session"),
    "I03": ("record_preparation", "ask_people", "open_session"),
    "O01": ("confirm_rooms", "ask_people", "open_session"),
    "O02": ("on_location", "open_session"),
    "O03": ("send_link", "open_session"),
    "D01": ("issue_certificates", "open_session"),
    "D02": ("sign_list", "open_session"),
    "D03": ("record_evaluation", "open_session"),
    "D04": ("issue_certificates", "open_person"),
    "D05": ("open_retention",),
    "M01": ("choose_method", "open_session", "open_group"),
    "M02": ("set_cases", "change_length", "open_session"),
    "M03": ("open_session",),
    "M04": ("choose_method", "note_seen", "open_group"),
    "P01": ("note_seen", "open_person"),
    "A01": ("date_group", "open_group"),
    "X01": ("open_group",),
    **{f"F{number:02}": ("open_invoice",) for number in range(1, 17)},
    "F15": ("bill_client", "fill_client"),
    "F17": ("fill_invoicing", "open_invoices"),
}


_FOR_ASPECT: dict[tuple[str, str], tuple[str, ...]] = {
    ("U01", "session"): ("change_length", "open_session"),
    ("U02", "planned"): ("change_length", "open_session"),
    ("U04", "gathered"): ("plan_session", "ask_people", "open_group"),
    ("U04", "pro_rata"): ("open_person", "ask_people"),
    ("L04", "above"): ("open_group", "open_person"),
    ("M01", "series"): ("plan_session", "open_group"),
    ("D01", "unfounded"): ("withdraw_certificate", "check_attendance"),
    ("F01", "numbering"): ("open_invoices",),
}
"""Where one aspect of a rule asks something else than the rule usually does."""


_FOR_OWNER = {
    "practice": ("fill_practice", "open_invoice"),
    "settings": ("fill_invoicing", "open_invoice"),
    "client": ("fill_client", "open_invoice"),
}
"""What a flaw of a concept asks, by whose data are to be repaired."""


def fixes_for(code: str, aspect: str = "") -> tuple[Fix, ...]:
    """The fixes for a finding, the best first; some aspects have their own."""
    # What follows a plus tells one from another, not what kind it is.
    kind = aspect.partition("+")[0]
    owner = _FOR_OWNER.get(kind) if code.startswith("F") else None
    names = owner or _FOR_ASPECT.get((code, kind)) or FOR_CODE[code]
    return tuple(FIXES[name] for name in names)
