"""The words of CSL-JSON: the types of documents, and the variables that describe them.

As in the input schema of CSL 1.0.2, <https://docs.citationstyles.org/en/stable/specification.html>.
"""

from __future__ import annotations

_TYPES = """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic
    hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet
    paper-conference patent performance periodical personal_communication post post-weblog
    regulation report review review-book software song speech standard thesis treaty webpage
    """
TYPES = frozenset(_TYPES.split())
_NAMES = """
    author chair collection-editor compiler composer container-author contributor curator director
    editor editorial-director executive-producer guest host illustrator interviewer narrator
    organizer original-author performer producer recipient reviewed-author script-writer
    series-creator translator
    """
NAMES = frozenset(_NAMES.split())
_DATES = "accessed available-date event-date issued original-date submitted"
DATES = frozenset(_DATES.split())
_TEXTS = """
    abstract annote archive archive_collection archive_location archive-place authority call-number
    chapter-number collection-number collection-title container-title container-title-short
    dimensions division DOI edition event event-place event-title genre ISBN ISSN issue
    jurisdiction keyword language medium note number number-of-pages number-of-volumes
    original-publisher original-publisher-place original-title page page-first part part-title
    PMCID PMID printing publisher publisher-place references reviewed-genre reviewed-title scale
    section source status supplement title title-short URL version volume volume-title
    """
TEXTS = frozenset(_TEXTS.split())
# What has a field of its own in a source.
OWN = frozenset(
    ("author", "issued", "accessed", "title", "container-title", "publisher", "URL", "language")
)
DETAILS = (NAMES | DATES | TEXTS) - OWN
"""The variables that a `Detail` may be of."""
