"""The papers and mails around a meeting, made from what is known of group, session and profiles.

`occasion.py` gathers that, `composing.py` turns it into the facts of a paper with the texts of the
practice, `papers.py` and `drafts.py` are what pages ask.
"""
