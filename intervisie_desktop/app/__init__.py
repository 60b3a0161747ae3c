"""The roof: the only place that knows every floor; wiring, start order and the command line.

Nothing here decides anything about the trade. Start reading at `main.py`; the window is wired in
`bootstrap.py`, the command line in `cli.py` with one file per command in `commands/`.
"""
