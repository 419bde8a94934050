"""The store: facts kept in SQLite or PostgreSQL, and found again.

`database.py` opens it, `writing.py` takes facts in, `queries.py` and `searching.py` give facts
out, `maintenance.py` looks after it. `tables.py` alone knows columns by name as classes;
`backends/` holds all that differs between the two databases.
"""
