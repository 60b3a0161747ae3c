"""Dutch words and sentences, without Qt: everything the screen says comes from here."""
