"""SQL for the first and last day of a quote or a source, so that indexes and queries agree.

Of a date with one open end the other day stands for both.
"""

UNDATED = 9999999999
"""The day number of what has no date: after every other."""

FIRST_DAY = f"COALESCE(said_earliest, said_latest, {UNDATED})"
LAST_DAY = f"COALESCE(said_latest, said_earliest, {UNDATED})"
"""When a quote was said."""

FIRST_ISSUED = f"COALESCE(issued_earliest, issued_latest, {UNDATED})"
LAST_ISSUED = f"COALESCE(issued_latest, issued_earliest, {UNDATED})"
"""When a source was issued."""

LONG = 366
"""A date of more days than these is long: few are, so they are looked for apart."""

SAID_LONG = f"{LAST_DAY} - {FIRST_DAY} > {LONG}"
ISSUED_LONG = f"{LAST_ISSUED} - {FIRST_ISSUED} > {LONG}"
