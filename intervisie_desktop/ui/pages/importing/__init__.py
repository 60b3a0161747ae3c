"""Importeren: a foreign file is read, mapped, looked through, and taken over in one act."""
