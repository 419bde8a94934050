"""The order on the page: headings, quotes with their speakers, references, words of warning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from quotedb.exporters import CiteOptions
from quotedb.exporters._csl import Reference, clean, described, shortened
from quotedb.exporters._document import (
    SPACE,
    Node,
    block_quote,
    cite,
    div,
    header,
    note,
    para,
    paragraphs,
    strong,
    word,
    words,
)
from quotedb.exporters._secondhand import status_word
from quotedb.exporters._styles import Style
from quotedb.facts import Citation

Entries = dict[str, list[Node]]
_FOOTNOTED = "markdown"  # the writers with footnotes of their own for references
_OFFICE = frozenset(("docx", "odt"))


@dataclass(frozen=True, slots=True)
class Written:
    """A citation with the key of its source and what the processor wrote for it in the text."""

    key: str
    citation: Citation
    inlines: list[Node]


@dataclass(frozen=True, slots=True)
class _Page:
    """What every part of the page needs."""

    entries: Entries
    frame: list[Any]
    locale: str
    footnotes: bool
    notes: bool
    order: dict[str, int]


def laid_out(
    found: list[Reference],
    written: list[Written],
    entries: Entries,
    frame: list[Any],
    style: Style,
    locale: str,
    options: CiteOptions,
    output: str,
) -> list[Node]:
    """The blocks of a list with headings, quotes or warnings.

    Args:
        found: the sources.
        written: their citations, in the same order.
        entries: the blocks of each entry of the list, by key, in the style's order.
        frame: the attributes of the list.
        style: whether it makes notes.
        locale: the language of words of warning.
        options: what is to be on the page.
        output: pandoc's name of the format.
    """
    classes, pairs = frame[1], frame[2]
    if output in _OFFICE:  # their list of references is a style of paragraphs
        pairs = [*pairs, ["custom-style", "Bibliography"]]
    order = {key: number for number, key in enumerate(entries)}
    footnotes = output.startswith(_FOOTNOTED)
    page = _Page(entries, ["", classes, pairs], locale, footnotes, style.notes, order)
    blocks: list[Node] = []
    for heading, group in _groups(found, written, options, locale):
        blocks += [header(heading)] if heading else []
        blocks += _quoted(group, page) if options.with_quotes else _listed(group, page)
    return blocks


def bare_list(found: list[Reference], locale: str) -> list[Node]:
    """Where a processor is to put its list, and under it what is doubtful in which source."""
    doubtful = [
        para([cite(r.item["id"]), *_warning(citation, locale, words_of=True)])
        for r in found
        for citation in r.citations
        if _warning(citation, locale)
    ]
    return [div([], ["refs", [], []]), *doubtful]


def _groups(
    found: list[Reference], written: list[Written], options: CiteOptions, locale: str
) -> Iterator[tuple[str, list[Written]]]:
    """The headings with what stands under each; an empty one for a list without."""
    if options.group_by == "none":
        yield "", written
        return
    titles = {r.item["id"]: r.item.get("title") or described(r.item, locale) for r in found}
    groups: dict[str, list[Written]] = {}
    for one in written:
        by_source = options.group_by == "source"
        groups.setdefault(one.key if by_source else _speaker(one.citation), []).append(one)
    for key, group in groups.items():
        yield (titles[key] if options.group_by == "source" else key or "—"), group


def _listed(group: Iterable[Written], page: _Page) -> list[Node]:
    """The entries of a group, each once, in the style's order."""
    marks: dict[str, list[Node]] = {}
    for one in group:
        told, mark = (
            marks.setdefault(one.key, []),
            _warning(one.citation, page.locale, words_of=True),
        )
        told += [] if mark and mark[-1] in told else mark
    listed = [
        div(_with_marks(page.entries[key], marks[key]), ["", ["csl-entry"], []])
        for key in sorted(marks.keys() & page.order.keys(), key=page.order.__getitem__)
    ]
    return [div(listed, page.frame)]


def _quoted(group: Iterable[Written], page: _Page) -> list[Node]:
    """Every quote of a group: the words, who said them, where they stand."""
    return list(chain.from_iterable(_quote(one, page) for one in group))


def _quote(one: Written, page: _Page) -> list[Node]:
    quote, printed = one.citation.quote, one.citation.attestation
    line = [word("—"), SPACE, *words(_speaker(one.citation))]
    entry = page.entries.get(one.key, [])
    line += one.inlines if page.notes or not line[2:] else [SPACE, *one.inlines]
    line += _warning(one.citation, page.locale)
    if page.footnotes and entry and not page.notes:
        line.append(note(entry))
    said = block_quote(paragraphs(printed.exact or quote.text))
    if page.footnotes or not entry:
        return [said, para(line)]
    return [said, para(line), div([div(entry, ["", ["csl-entry"], []])], page.frame)]


def _speaker(citation: Citation) -> str:
    return clean(citation.quote.speaker or citation.attestation.speaker_as_written or "")


def _warning(citation: Citation, locale: str, *, words_of: bool = False) -> list[Node]:
    """That a quote is disputed or misattributed, in brackets; which quote, where that is open."""
    marked = status_word(citation.quote.status, locale)
    if not marked:
        return []
    which = f": “{shortened(citation.quote.text)}”" if words_of else ""
    return [SPACE, strong(f"[{marked}{which}]")]


def _with_marks(blocks: list[Node], marks: list[Node]) -> list[Node]:
    """The blocks of an entry, the marks at the end of the last."""
    if not marks or not blocks or blocks[-1]["t"] not in ("Para", "Plain"):
        return blocks
    last = blocks[-1]
    return [*blocks[:-1], {"t": last["t"], "c": [*last["c"], *marks]}]
