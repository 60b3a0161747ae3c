"""The commands of the command line, one file each; `COMMANDS` in `registry.py` lists them."""
