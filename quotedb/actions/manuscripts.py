"""A manuscript held against the store: every quotation in it, and what is wrong with each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotedb.actions.checking import check_language
from quotedb.actions.faults import NOTES, Code, Printed, Stored, attribution, said, status
from quotedb.actions.lookalikes import LookAlikes
from quotedb.errors import EmptyInput
from quotedb.extraction.extract import extract
from quotedb.extraction.language import detect
from quotedb.facts import Quotation, Quote, Wording
from quotedb.matching.marked import Difference, Held, hold, hold_as_marked
from quotedb.readers import _manuscript
from quotedb.readers._manuscript import Manuscript
from quotedb.store import naming, queries
from quotedb.store.database import Connection, Database
from quotedb.text.dates import read_date
from quotedb.text.folding import fold

HANGING = ("excerpt_of", "variant_of")
FEWEST = 4
"""Words from which a quotation that nothing is known of is called unknown."""

NEAREST = 40.0
"""How alike (0..100) a stored wording must be to be named as the nearest known."""

COMPARED = 6
"""Look-alikes laid beside a quotation word by word, where none has its very words."""

Match = tuple[Stored, Held]
"""A stored quote beside a quotation, and how the words stand to each other."""

_ORDER = ("verbatim", "marked", "changed", "altered", "different")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was found of one quotation.

    `code` is stable; `wrong` says whether it makes the check fail; `line` and `column` count
    from 1 and are None in formats without lines; `quote` is the stored quote it is about, the
    nearest known for an unknown one, and `stored` its words; `difference` is what the stored
    wording has and what the manuscript has for it.
    """

    file: str | None
    line: int | None
    column: int | None
    paragraph: int
    code: str
    name: str
    wrong: bool
    message: str
    text: str
    speaker: str | None
    said: str | None
    quote: int | None = None
    stored: str | None = None
    difference: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """One manuscript: how many quotations it has, what was found, what its reader remarks."""

    path: str | None
    quotations: int
    findings: tuple[Finding, ...]
    remarks: tuple[str, ...] = ()


def check(
    database: Database, path: str, told: str | None = None, language: str | None = None
) -> Checked:
    """Hold every quotation of a manuscript against the store.

    Args:
        database: open for reading.
        path: the manuscript; `-` is standard input.
        told: its format; by the ending of the path when None.
        language: BCP 47 tag; found by itself when None.

    Raises:
        DataError: it cannot be read.
        UnknownName: no such format or language.
    """
    check_language(language)
    manuscript = _manuscript.read(path, told)
    if not manuscript.article.text.strip():
        raise EmptyInput("there is no text in it", where=path)
    tag = language or detect(manuscript.article.text)
    quotations = [_credited(manuscript, one) for one in extract(manuscript.article, tag)]
    findings = _findings(database.connection(), manuscript, quotations)
    remarks = manuscript.article.notes
    if not quotations:
        remarks = (*remarks, "no quotation found")
    return Checked(manuscript.article.path, len(quotations), tuple(findings), remarks)


def _credited(manuscript: Manuscript, quotation: Quotation) -> Quotation:
    """The quotation with what its block quotation's last line says of it."""
    for block in manuscript.blocks:
        if block.credit and block.start <= (quotation.start or 0) < block.end:
            name = re.split(r"[,(;]", block.credit)[0].strip()
            date = read_date(block.credit, quotation.language)
            return replace(
                quotation, speaker=name, speaker_as_written=name, cue="—", speaker_kind="person",
                said=date, said_inferred=False, confidence=1.0,
            )  # fmt: skip
    return quotation


def _findings(
    conn: Connection, manuscript: Manuscript, quotations: Sequence[Quotation]
) -> list[Finding]:
    alike = look_alikes(conn, quotations)
    stored = _stored(conn, {w.quote_id for some in alike for w in some})
    found = []
    for quotation, wordings in zip(quotations, alike, strict=True):
        printed = _printed(manuscript, quotation)
        match = _best(printed, [stored[w.quote_id] for w in wordings if w.quote_id in stored])
        for code, message in _judged(printed, match):
            found.append(_finding(manuscript, quotation, match, code, message))
    return found


def look_alikes(conn: Connection, quotations: Sequence[Quotation]) -> list[list[Wording]]:
    """For each quotation the stored wordings that are equal to it or look like it."""
    asked = [
        Wording(-1 - place, one.text, fold(one.text), one.language, None)
        for place, one in enumerate(quotations)
    ]
    equal = queries.wordings_by_key(conn, {one.key for one in asked})
    near = LookAlikes().of(conn, asked)
    both = [(*equal.get(one.key, ()), *some) for one, some in zip(asked, near, strict=True)]
    return [list({w.quote_id: w for w in some if w.quote_id > 0}.values()) for some in both]


def _stored(conn: Connection, ids: set[int]) -> dict[int, Stored]:
    """Quotes by id, each with what it hangs under and with the names of its speakers."""
    quotes: dict[int, Quote] = {}
    wanted = ids
    while wanted:
        quotes |= queries.get_quotes(conn, sorted(wanted))
        over = {to for number in wanted for to in _over(quotes.get(number))}
        wanted = over - quotes.keys()
    people = {a.speaker_id for quote in quotes.values() for a in quote.attestations}
    people |= {quote.speaker_id for quote in quotes.values()}
    numbers = sorted(one for one in people if one is not None)
    names = {
        person.id or 0: tuple(dict.fromkeys((person.name, *(n.text for n in person.names))))
        for person in naming.speakers_by_id(conn, numbers)
    }
    return {
        number: Stored(quote, tuple(_kin(quote, quotes)), names) for number, quote in quotes.items()
    }


def _over(quote: Quote | None) -> list[int]:
    relations = quote.relations if quote else ()
    return [r.to for r in relations if quote and r.quote_id == quote.id and r.kind in HANGING]


def _kin(quote: Quote, quotes: dict[int, Quote]) -> list[Quote]:
    """The quote and all that it hangs under."""
    kin = [quote]
    for one in kin:
        kin += [quotes[to] for to in _over(one) if to in quotes and quotes[to] not in kin]
    return kin


def _printed(manuscript: Manuscript, quotation: Quotation) -> Printed:
    """The quotation with the paragraph it stands in and the one above."""
    text, start, end = manuscript.article.text, quotation.start or 0, quotation.end or 0
    first = max(text.rfind("\n\n", 0, start), 0)
    above = max(text.rfind("\n\n", 0, first), 0)
    last = text.find("\n\n", end)
    paragraph = text[first : last if last >= 0 else len(text)]
    return Printed(quotation, paragraph, text[above:first].strip())


def _best(printed: Printed, candidates: Sequence[Stored]) -> Match | None:
    """The stored wording that a quotation is best held against: the nearest, and among equally
    near ones that of the speaker it names.
    """
    text, language = printed.quotation.text, printed.quotation.language
    quick = [(one, hold_as_marked(text, one.quote.text, language)) for one in candidates]
    held = [(one, found) for one, found in quick if found]
    if not any(found.kind in ("verbatim", "marked") for _, found in held):
        held += [(one, hold(text, one.quote.text, language)) for one in candidates[:COMPARED]]
    return min(held, key=lambda match: _distance(printed, match), default=None)


def _distance(printed: Printed, match: Match) -> tuple[int, float, bool, int]:
    stored, held = match
    differs = attribution(printed, stored) is not None
    return _ORDER.index(held.kind), -held.score, differs, stored.quote.id or 0


def _judged(printed: Printed, match: Match | None) -> list[tuple[Code, str]]:
    """What there is to say of a quotation; never nothing."""
    if match is None or match[1].kind == "different":
        return [_unknown(printed, match)]
    best, held = match
    found: list[tuple[Code, str]] = []
    if held.kind in ("altered", "changed"):
        found.append((Code[held.kind], held.reason))
    bad = status(best)
    if bad:
        found.append(bad)
    else:
        found += [one for one in (attribution(printed, best), said(printed, best)) if one]
    return found or [(Code[held.kind], held.reason)]


def _unknown(printed: Printed, match: Match | None) -> tuple[Code, str]:
    near = f"; the nearest known is quote {match[0].quote.id}" if match and _is_near(match) else ""
    if len(printed.quotation.text.split()) < FEWEST:
        return Code.short, f"too few words to be looked for{near}"
    return Code.unknown, f"no such words are stored{near}"


def _is_near(match: Match) -> bool:
    return match[1].score >= NEAREST


def _finding(
    manuscript: Manuscript,
    quotation: Quotation,
    match: Match | None,
    code: Code,
    message: str,
) -> Finding:
    line, column = manuscript.place(quotation.start or 0)
    near = match if match and (match[1].kind != "different" or _is_near(match)) else None
    return Finding(
        file=manuscript.article.path,
        line=line,
        column=column,
        paragraph=manuscript.paragraph(quotation.start or 0),
        code=code.value,
        name=code.name.replace("_", "-"),
        wrong=code not in NOTES,
        message=message,
        text=quotation.text,
        speaker=quotation.speaker or quotation.speaker_as_written,
        said=quotation.said,
        quote=near[0].quote.id if near else None,
        stored=near[0].quote.text if near else None,
        difference=near[1].difference if near else (),
    )
