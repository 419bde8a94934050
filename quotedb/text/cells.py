"""Cells of a CSV file that a spreadsheet would take for a formula, made harmless and back.

An apostrophe before them, as OWASP's note on CSV injection advises. A cell that already looks
like an escaped one gets another, so that taking one away always gives back what was there.
"""

from __future__ import annotations

import re

_RISKY = re.compile(r"'*[=+\-@\t\r]")


def escape_cell(text: str) -> str:
    """The text as a spreadsheet may have it."""
    return f"'{text}" if _RISKY.match(text) else text


def restore_cell(text: str) -> str:
    """The text that `escape_cell` was given."""
    return text[1:] if text.startswith("'") and _RISKY.match(text) else text
