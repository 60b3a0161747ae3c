"""Why the core use cases say no, each in one sentence that says what can be done."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "absence_overlaps": "Deze periode overlapt een andere afwezigheid; pas een van de twee aan.",
    "agreement_signed": "Dit contract is al ondertekend; maak een nieuw contract voor {group}.",
    "already_member": "{name} hoort in deze periode al bij {group}.",
    "arrival_outside_session": "De aankomst ligt buiten de bijeenkomst; kies een tijd daarbinnen.",
    "attendance_open": "Van niet iedereen is bekend of die er was; vul eerst de aanwezigheid in.",
    "break_outside_session": "Een pauze ligt buiten de bijeenkomst; pas de pauze of de tijden aan.",
    "client_in_use": "{name} hoort nog bij groepen of deelnemers; archiveren kan wel.",
    "colour_form": "De kleur {colour} is niet te lezen; schrijf die als #1E4A78.",
    "day_in_future": "Deze dag moet nog komen; kies vandaag of een eerdere dag.",
    "employment_before_previous": "Het werk bij {employer} begon later; kies een dag daarna.",
    "employment_since_missing": "Er is al eerder werk bekend; vul in vanaf welke dag dit geldt.",
    "facilitator_in_use": "{name} leidt groepen of bijeenkomsten en kan niet worden verwijderd.",
    "first_number": "Het eerste nummer is 1 of hoger.",
    "first_number_begun": "Er zijn al nummers uitgegeven; de startwaarde staat nu vast.",
    "free_period_backwards": "De laatste dag ligt voor de eerste; draai ze om.",
    "gone": "Dit is intussen verwijderd; kies opnieuw.",
    "group_code_form": "De code van een groep bestaat uit twee letters of cijfers.",
    "group_code_taken": "De code {tag} is al van {group}; kies een andere.",
    "group_has_history": "{group} is al bijeengekomen en blijft bewaard; archiveren kan wel.",
    "group_has_plans": "{group} heeft nog geplande bijeenkomsten; zeg die eerst af.",
    "group_without_profile": "Kies minstens één regelprofiel voor de groep.",
    "interval_outside_session": "Deze tijden liggen te ver buiten de bijeenkomst; kijk ze na.",
    "leave_before_join": "{name} werd pas later lid; kies een dag daarna.",
    "merge_attendance_clash": (
        "{name} en {other} staan bij dezelfde bijeenkomst met verschillende gegevens; "
        "maak die eerst gelijk."
    ),
    "merge_other_way": "{other} heeft al bewijzen; behoud {other} en voeg {name} daarin samen.",
    "merge_with_self": "Kies twee verschillende deelnemers om samen te voegen.",
    "name_missing": "Vul een naam in.",
    "nobody_present": "Er is nog niemand aanwezig gemeld.",
    "nothing_to_redo": "Er is niets om opnieuw te doen.",
    "nothing_to_undo": "Er is niets om ongedaan te maken.",
    "number_pattern": (
        "Dit nummer kan niet; gebruik {{nr}} en, bij een nieuw begin per jaar, {{jaar}}."
    ),
    "participant_has_history": "{name} was al bij een bijeenkomst; archiveren kan wel.",
    "payment_term": "De betaaltermijn is 0 tot {most} dagen.",
    "picture_form": "Dit is geen PNG of JPEG; kies een andere afbeelding.",
    "picture_too_large": "Deze afbeelding is groter dan 2 MB; kies een kleinere.",
    "reason_missing": "Vul een reden in.",
    "region_unknown": "Kies een schoolregio: noord, midden of zuid.",
    "relation_to_self": "Kies twee verschillende deelnemers voor een relatie.",
    "role_outside_membership": "{name} hoort op die dag niet bij de groep; kies een andere dag.",
    "secrecy_time": "Vul een tijd tussen 00:00 en 23:59 in.",
    "series_empty": "Deze reeks levert geen datum op; kijk de einddatum na.",
    "series_not_understood": (
        "Deze reeks is niet te lezen; schrijf bijvoorbeeld: elke 2e dinsdag, 4 keer."
    ),
    "series_ordinal_in_week": "Een week heeft elke dag één keer; kies weken of maanden.",
    "series_too_long": "Een reeks heeft hoogstens {most} datums; kies een eerder einde.",
    "series_without_end": "Zeg hoe vaak of tot wanneer, bijvoorbeeld: 4 keer of t/m 18 december.",
    "session_cancelled": "Deze bijeenkomst is afgezegd; plan die eerst weer.",
    "session_closed": "Deze bijeenkomst is afgerond; heropen die eerst, met een reden.",
    "session_day": "Deze dag ligt te ver weg; kijk het jaar na.",
    "session_held": "Deze bijeenkomst is al gehouden en kan niet naar een latere dag.",
    "session_not_cancelled": "Deze bijeenkomst is niet afgezegd.",
    "session_not_closed": "Deze bijeenkomst is niet afgerond.",
    "session_not_held": "Deze bijeenkomst is nog niet begonnen; start die eerst.",
    "session_not_planned": "Dit kan alleen zolang de bijeenkomst gepland is.",
    "session_not_yet": "Deze bijeenkomst is op een latere dag; verplaats die of wacht tot dan.",
    "session_times": "Het einde ligt niet na het begin, binnen dezelfde dag; kijk de tijden na.",
    "signed_before_agreed": "Het contract is van een latere dag; kies een dag vanaf toen.",
    "source_missing": "Geef aan uit welke agenda deze tijden komen.",
    "tick_without_presence": "Dit kan alleen van wie aanwezig was; meld die eerst aanwezig.",
    "times_missing": "Vul minstens één aankomst en vertrek in.",
}

ADVICE: dict[str, str] = {
    "iban_wrong": "Dit IBAN klopt niet; kijk de cijfers na.",
    "kvk_not_eight_digits": "Een KvK-nummer heeft acht cijfers.",
    "postcode_wrong": "Een postcode is vier cijfers en twee letters, zoals 1234 AB.",
    "vat_without_country": "Een btw-id begint met een land, zoals NL.",
    "vat_wrong": "Dit btw-id klopt niet; het ziet eruit als NL123456789B01.",
}
"""Advice under a field, by the codes of `services/checks.py`; what is typed is saved anyway."""
