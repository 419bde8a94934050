"""The command line: one file a command or a family; `app.py` gathers them.

A command's body opens, does one action and renders its result. It imports what it needs inside
itself, so that no command pays for another's libraries.
"""
