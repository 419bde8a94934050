"""Who said what, when, and how do we know: a quote-attribution fact database.

    import quotedb

    quotedb.extract(text)                     # -> list[Quotation]
    quotedb.compare(a, b)                     # -> Verdict
    with quotedb.connect("quotes.db") as store:
        store.add("I came, I saw, I conquered.", speaker="Julius Caesar", said="-0046")

Importing it loads nothing heavy: each function imports what it needs when it is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.errors import QuotedbError
from quotedb.facts import (
    Attestation,
    Entry,
    Outcome,
    Quotation,
    Quote,
    Relation,
    Source,
    Speaker,
    Verdict,
)

if TYPE_CHECKING:
    from quotedb.actions.library import Store

__version__ = "0.1.0"

__all__ = [
    "Attestation",
    "Entry",
    "Outcome",
    "Quotation",
    "Quote",
    "QuotedbError",
    "Relation",
    "Source",
    "Speaker",
    "Verdict",
    "__version__",
    "compare",
    "connect",
    "extract",
]


def extract(text: str, language: str | None = None) -> list[Quotation]:
    """The quotations in a text, in order, each with its speaker if one can be told.

    Args:
        text: an article. `start` and `end` of the result are character offsets in it, so that
            `text[q.start:q.end] == q.text` (with spaces for the line ends of a text that is
            broken into lines of a width).
        language: BCP 47 tag; found by itself when left out.
    """
    from quotedb.actions.extract import extract

    return extract(text, language)


def compare(a: str, b: str, language: str | None = None) -> Verdict:
    """Whether two wordings are one quote.

    Args:
        a: one wording.
        b: the other; the verdict is the same whichever comes first.
        language: BCP 47 tag of both, when known.

    Returns:
        A `Verdict`: kind "same", "excerpt" or "different", score 0..100, and the reason.
    """
    from quotedb.actions.compare import compare

    return compare(a, b, language)


def connect(url: str | None = None) -> Store:
    """Open a database for reading and writing; made when it is not there.

    Args:
        url: a path or a database URL; the user's own database when None.

    Returns:
        A `Store`, to be used in a `with` block or closed by hand.

    Raises:
        DatabaseError: it cannot be opened, and why.
    """
    from quotedb.actions.library import Store

    return Store(url)
