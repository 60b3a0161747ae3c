"""Reading what others made: foreign bytes in, plain values out, or a `Refusal` that says why not.

Every reader begins at `guard`: size, bombs and encryption are judged before anything is parsed.
`table` is what csv and xlsx become; `vcard`, `ics_busy` and `year_sheet` stand on their own.
"""
