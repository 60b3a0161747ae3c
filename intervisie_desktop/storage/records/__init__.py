"""Row ↔ domain: the only readers and writers of single records.

`codecs.py` knows how one field lies in columns, `mapper.py` puts a whole aggregate together,
`records.py` is the collection a service works with.
"""
