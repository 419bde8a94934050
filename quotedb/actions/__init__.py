"""What a user can do: the only floor on which the rooms meet.

Each file is one action or a family; `recording.py` is what `add`, `ingest` and `import` share.
"""
