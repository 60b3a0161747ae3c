"""The ground floor: the trade in plain Python, without files, clock, database or window.

Every value here is frozen and compares by value. Days are `datetime.date`, times within a day are
minutes since local midnight (`Europe/Amsterdam` understood), money is integer cents.
Start reading at `sessions.py` and `attendance.py`.
"""
