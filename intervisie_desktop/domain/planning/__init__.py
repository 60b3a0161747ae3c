"""Finding days: series of dates, what is in the way of them, and special days of the calendar.

Pure functions over values; holidays and busy times come in as data. Start at `series.py`.
"""
