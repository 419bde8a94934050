"""Whether two wordings are one quote."""

from __future__ import annotations

from quotedb.actions.checking import check_language
from quotedb.facts import Verdict
from quotedb.matching import verdict


def compare(a: str, b: str, language: str | None = None) -> Verdict:
    """The verdict on two wordings, the same whichever comes first.

    Args:
        a: one wording.
        b: the other.
        language: BCP 47 tag of both; every known language's words count when left out.
    """
    check_language(language)
    return verdict.compare(a, b, language)
