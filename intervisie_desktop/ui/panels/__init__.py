"""The tabs of the dock: Controle and Logboek; each does without the others."""
