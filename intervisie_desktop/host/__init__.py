"""The computer it runs on, without Qt: paths, clock, ids, files, lock, keys, settings.

Nothing here knows the database or a window. Start reading at `keys.py` and `key_file.py`.
"""
