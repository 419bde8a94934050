"""Which of a speaker's roles was held on a day."""

from __future__ import annotations

from collections.abc import Sequence

from quotedb.facts import Role
from quotedb.text.dates import parse_edtf


def held_on(roles: Sequence[Role], said: str | None) -> Role | None:
    """The role held when something was said.

    Args:
        roles: in the order in which they were recorded.
        said: EDTF; None when it is not known.

    Returns:
        Of the roles whose dates allow the day, the last that begins before it; one without dates
        only when none with dates fits. None when every role has dates that exclude the day.
    """
    day = parse_edtf(said) if said else None
    if day is None:
        return roles[-1] if roles else None
    fitting = [role for role in roles if _allows(role, day.earliest, day.latest)]
    dated = [role for role in fitting if role.start or role.end]
    return max(dated, key=_begin) if dated else (fitting[-1] if fitting else None)


def written(role: Role) -> str:
    """A role in words: its title, and of what."""
    return role.title + (f", {role.organization}" if role.organization else "")


def _allows(role: Role, first: int | None, last: int | None) -> bool:
    begin = parse_edtf(role.start).earliest if role.start else None
    end = parse_edtf(role.end).latest if role.end else None
    too_early = None not in (begin, last) and (last or 0) < (begin or 0)
    too_late = None not in (end, first) and (first or 0) > (end or 0)
    return not (too_early or too_late)


def _begin(role: Role) -> int:
    first = parse_edtf(role.start).earliest if role.start else None
    return -(10**12) if first is None else first
