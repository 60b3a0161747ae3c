"""The practice file: tables, records, reads, undo and migrations; the only floor with SQL.

`store.py` is the door: `Store.work()` to change, `Store.reading()` to look. Rows never leave
this floor: what comes out are frozen domain values and read models. Start reading at `store.py`,
then `records/`, then `undo_log.py`.
"""
