"""What lists and pages show: functions that take a reading and select columns into read models.

Nothing here changes anything, and nothing here gives a row away. One file per area.
"""
