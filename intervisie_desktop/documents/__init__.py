"""Documents: facts in, bytes out; nothing is looked up here."""
