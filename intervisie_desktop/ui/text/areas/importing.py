"""Sentences of the import and of the exchange format."""

from __future__ import annotations

from intervisie_desktop.ui.text.filling import Sentence

_NOTHING = "Er is niets overgenomen."

REFUSALS: dict[str, Sentence] = {
    "import_empty": "Dit bestand is leeg. Kies een bestand met een lijst erin.",
    "import_too_large": "Dit bestand is groter dan {megabytes} MB. Splits het en neem de delen na "
    "elkaar over.",
    "import_too_many": "In dit bestand staan meer dan {limit} regels of items. Splits het en neem "
    "de delen na elkaar over.",
    "import_too_wide": "Regel {row} heeft meer dan {limit} kolommen. Controleer of dit een lijst "
    "is.",
    "import_bomb": "Dit bestand wordt bij het uitpakken onredelijk groot en is daarom niet "
    "geopend. "
    "Sla de lijst opnieuw op in Excel en probeer het nog eens.",
    "import_document_type": "Dit bestand bevat verwijzingen die in een lijst niet thuishoren en is "
    "daarom niet geopend. Sla de lijst opnieuw op in Excel.",
    "import_locked_or_old": "Dit bestand heeft een wachtwoord of is van een oud soort (xls). Sla "
    "het in Excel zonder wachtwoord op als xlsx.",
    "import_unreadable": "Dit bestand is beschadigd of van een ander soort dan de naam zegt. Sla "
    "het opnieuw op en probeer het nog eens.",
    "import_too_slow": "Het lezen van dit bestand duurde te lang. Haal lege rijen en opmaak weg, "
    "of "
    "sla de lijst op als csv.",
    "import_unknown_kind": "Van dit soort bestand kan geen lijst worden gelezen. Kies csv, xlsx, "
    "vcf, ics of json.",
    "import_encoding": "De letters in dit bestand zijn niet te lezen. Sla het op als csv UTF-8.",
    "import_nul": "In regel {row} staan tekens die geen tekst zijn. Sla de lijst opnieuw op als "
    "csv.",
    "import_csv_broken": "Bij regel {row} klopt een aanhalingsteken niet. Herstel die regel en "
    "probeer het nog eens.",
    "import_card_broken": "Bij regel {row} klopt dit adresboek niet. Bewaar het opnieuw als vCard.",
    "import_card_encoding": "De letters in regel {row} van dit adresboek zijn niet te lezen. "
    "Bewaar "
    "het opnieuw als vCard 3.0 of 4.0.",
    "import_calendar_broken": "Dit agendabestand is niet te lezen. Bewaar de agenda opnieuw als "
    "ics.",
    "import_too_many_repeats": "In deze agenda staan te veel herhalingen. Bewaar een kortere "
    "periode uit de agenda als ics.",
    "import_kind": "Dit bestand kan niet zo worden overgenomen. Kies een ander soort.",
    "import_problem_rows": f"Niet te lezen: {{count:rij|rijen}}, de eerste is rij {{row}}. "
    f"{_NOTHING}",
    "import_map_broken": "Het bestand met kolommen is geen geldig TOML. Herstel het en probeer het "
    "nog eens.",
    "import_map_value": "Bij {key} staat in het bestand met kolommen iets wat daar niet kan.",
    "import_map_heading": "Een kolom {heading} komt in de lijst niet voor.",
    "import_map_field": "De betekenis {field} van een kolom bestaat niet.",
    "exchange_not_json": "Dit is geen leesbaar JSON-bestand: bij regel {row}, teken {column} gaat "
    "het mis.",
    "exchange_not_ours": "Dit bestand is geen praktijk in het uitwisselformaat ({schema}).",
    "exchange_newer": "Dit bestand is van een nieuwere versie ({theirs}) van het uitwisselformaat. "
    "Werk het programma bij.",
    "exchange_not_empty": "In deze praktijk staan al andere gegevens. Neem het bestand over in een "
    "nieuwe, lege praktijk.",
    "exchange_missing": f"Bij {{path}} ontbreekt iets wat er moet staan. {_NOTHING}",
    "exchange_unknown_key": f"{{path}} is niet bekend. Controleer de naam, of begin die met x_. "
    f"{_NOTHING}",
    "exchange_twice": f"Bij {{path}} staat {{id}}, dat er al is. {_NOTHING}",
    "exchange_reference": f"Bij {{path}} wordt verwezen naar {{id}}, dat niet in het bestand "
    f"staat. "
    f"{_NOTHING}",
    "exchange_field_text": f"Bij {{path}} hoort een tekst. {_NOTHING}",
    "exchange_field_whole": f"Bij {{path}} hoort een heel getal. {_NOTHING}",
    "exchange_field_flag": f"Bij {{path}} hoort true of false. {_NOTHING}",
    "exchange_field_day": f"Bij {{path}} hoort een dag, zoals 2026-10-13. {_NOTHING}",
    "exchange_field_moment": f"Bij {{path}} hoort een tijdstip, zoals 2026-10-13T10:00. {_NOTHING}",
    "exchange_field_clock": f"Bij {{path}} hoort een tijd, zoals 10:05. {_NOTHING}",
    "exchange_field_interval": f"Bij {{path}} hoort een begin en een later einde, zoals "
    f'["10:00", "12:30"]. {_NOTHING}',
    "exchange_field_choice": f"Bij {{path}} hoort een van deze woorden: {{allowed}}. {_NOTHING}",
    "exchange_field_bytes": f"Bij {{path}} hoort een bestand in base64. {_NOTHING}",
    "exchange_field_list": f"Bij {{path}} hoort een lijst. {_NOTHING}",
    "exchange_field_record": f"Bij {{path}} hoort een object. {_NOTHING}",
    "exchange_field_period": f"{{path}} ligt voor het begin van de periode. {_NOTHING}",
    "exchange_field_span": f"{{path}} moet na het begin liggen, op dezelfde dag. {_NOTHING}",
}

DONE: dict[str, Sentence] = {
    "imported": "{file} overgenomen",
    "practice_imported": "Praktijk overgenomen uit het uitwisselformaat",
}

PROBLEMS: dict[str, Sentence] = {
    "no_name": "geen naam",
    "bad_email": "dit is geen e-mailadres: {text}",
    "bad_day": "dit is geen datum: {text}",
    "period_reversed": "het einde ligt voor het begin: {text}",
    "too_long": "een cel is langer dan {limit} tekens",
    "no_organisation": "geen organisatie",
    "no_day": "geen datum",
    "day_past": "{day:datum} ligt in het verleden",
    "no_start": "geen begintijd",
    "bad_clock": "dit is geen tijd: {text}",
    "bad_duration": "dit is geen duur: {text}",
    "end_before_start": "het einde ligt niet na het begin op dezelfde dag: {start:tijd} tot "
    "{end:tijd}",
    "bad_mode": "dit is geen vorm: {text}; kies op locatie, online of hybride",
    "no_group": "geen groep",
    "too_many_hours": "meer uren dan er op een dag kunnen: {minutes:uren}",
}
"""Why a row cannot be taken over (`Remark` codes)."""

ATTENTIONS: dict[str, Sentence] = {
    "question_mark": "de naam bevat een vraagteken: {name}",
    "repaired": "letters hersteld",
    "session_there": "de groep heeft dan al een bijeenkomst, {start:tijd} tot {end:tijd}",
    "end_supposed": "geen einde: {minutes} minuten aangenomen",
    "cell_unclear": "{day:kort} is niet duidelijk: {text}",
}
"""What to look at in a row that can be taken over (`Remark` codes)."""

NOTES: dict[str, Sentence] = {
    "old_encoding": "Dit bestand komt uit een ouder Excel. Letters die daarin niet bestaan, zijn "
    "al "
    "verloren: let op vraagtekens in namen.",
    "repaired": "Regel {row}: {was} is gelezen als {now}.",
    "headings_unknown": "De kolomnamen zijn niet herkend. Kies zelf wat de kolommen betekenen.",
    "times_supposed": "De uren zijn met de hand getypt. Begin en einde zijn aangenomen en staan "
    "als "
    "overgenomen bij elke aanwezigheid.",
    "facilitator_unknown": "{name} is in deze praktijk geen gespreksleider en is niet ingevuld.",
    "day_taken": "Op {day:datum} heeft {group} al een bijeenkomst. Die dag is overgeslagen.",
    "titles_not_kept": "Alleen de bezette tijden worden bewaard, niet waarvoor.",
    "events_skipped": "Overgeslagen, want niet te begrijpen: {count:afspraak|afspraken}.",
    "busy_replaced": "Vervangen uit een eerder bestand met deze naam: {count:tijd|tijden}.",
}
"""What was noticed of the file as a whole (`Note` codes)."""

RESEMBLANCES: dict[str, Sentence] = {
    "same_number": "zelfde registernummer",
    "same_email": "zelfde e-mailadres",
    "same_name_and_employer": "zelfde naam en kantoor",
    "same_name": "zelfde naam",
    "same_initials_and_employer": "zelfde voorletters, achternaam en kantoor",
    "same_initials": "zelfde voorletters en achternaam",
    "similar_name": "naam lijkt erop",
}
"""Why somebody may be somebody who is there already."""

FIELDS: dict[str, str] = {
    "name": "naam",
    "surname": "achternaam",
    "given": "voornaam",
    "initials": "voorletters",
    "prefix": "tussenvoegsel",
    "title": "titel voor de naam",
    "title_after": "titel achter de naam",
    "email": "e-mail",
    "phone": "telefoon",
    "organisation": "kantoor of organisatie",
    "function": "functie",
    "profession": "beroep",
    "field_of_law": "rechtsgebied",
    "bar_number": "BAR-nummer",
    "register": "register",
    "register_number": "registernummer",
    "unconditional_since": "stageverklaring op",
    "group": "groep",
    "since": "lid sinds",
    "until": "lid tot en met",
    "street": "straat en nummer",
    "postcode": "postcode",
    "city": "plaats",
    "day": "datum",
    "start": "begin",
    "end": "einde",
    "duration": "duur",
    "place": "locatie",
    "link": "link",
    "mode": "vorm",
}
"""What a column can mean."""

KINDS: dict[str, str] = {
    "participants": "deelnemers",
    "contacts": "contactpersonen van opdrachtgevers",
    "sessions": "bijeenkomsten",
    "busy": "bezette tijden",
    "year_sheet": "urenstaat",
    "exchange": "hele praktijk",
}
"""What a file can be taken over as."""
