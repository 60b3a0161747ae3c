"""List and report queries: functions that take a `Reading` and give frozen read models.

They select columns, never whole records, and return no rows: what leaves here are dataclasses,
tuples of plain values or ids.
"""
