"""Wikitext: a `{{cite news}}` or `{{cite web}}` template a source, for Wikiquote and Wikipedia.

Parameters as in Wikipedia's Citation Style 1, written by mwparserfromhell. Characters that
wikitext acts on are written as character references, so that a title can neither end the template
nor call another. With the quotes, the layout is Wikiquote's: a bullet a quote, its source under
it, and what is disputed or misattributed in sections of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotedb.errors import MissingExtra
from quotedb.exporters import CiteOptions
from quotedb.exporters._csl import Item, Reference, clean, described, references
from quotedb.exporters._dates import iso_date
from quotedb.exporters._locators import read_locator
from quotedb.facts import Citation

SUFFIX = ".wiki"

_TEMPLATES = {
    "article-newspaper": "cite news", "article-magazine": "cite magazine", "book": "cite book",
    "speech": "cite speech", "interview": "cite interview", "article-journal": "cite journal",
    "report": "cite report", "thesis": "cite thesis", "motion_picture": "cite AV media",
    "broadcast": "cite episode", "chapter": "cite book",
}  # fmt: skip
_SECTIONS = {"disputed": "Disputed", "misattributed": "Misattributed"}
_REFERENCES = str.maketrans({char: f"&#{ord(char)};" for char in "|{}[]<>="})
_UNSAFE = str.maketrans({char: f"%{ord(char):02X}" for char in "|{}[]<> "})
# At the beginning of a line these are lists, headings and rules.
_OPENING = tuple("*#:;-")


def cite(citations: Iterable[Citation], options: CiteOptions) -> Iterator[str]:
    """A line for each source, in the order in which the sources first come up; or the quotes.

    Raises:
        MissingExtra: mwparserfromhell is not installed.
    """
    found = references(citations, streamed=options.streamed)
    if options.with_quotes or options.group_by != "none":
        yield from _sections(list(found), options)
        return
    for reference in found:
        told = "".join(f" ''({_escaped(warning)})''" for warning in reference.warnings)
        yield f"* {_template(reference.item)}{told}\n"


def _sections(found: list[Reference], options: CiteOptions) -> Iterator[str]:
    """Wikiquote's page: a heading a group, in it the sound quotes, then the doubtful ones."""
    groups: dict[str, list[tuple[Item, Citation]]] = {}
    for reference in found:
        for citation in reference.citations:
            heading = _heading(reference.item, citation, options)
            groups.setdefault(heading, []).append((reference.item, citation))
    for heading, group in groups.items():
        yield f"== {heading} ==\n" if heading else ""
        for status in ("", *_SECTIONS):
            some = [pair for pair in group if _section(pair[1]) == status]
            yield f"=== {_SECTIONS[status]} ===\n" if some and status else ""
            yield from (_lines(item, citation, options) for item, citation in some)


def _heading(item: Item, citation: Citation, options: CiteOptions) -> str:
    if options.group_by == "speaker":
        return _escaped(clean(citation.quote.speaker or "")) or "Unknown"
    return _title(item) if options.group_by == "source" else ""


def _section(citation: Citation) -> str:
    return citation.quote.status if citation.quote.status in _SECTIONS else ""


def _lines(item: Item, citation: Citation, options: CiteOptions) -> str:
    template = _template(item, citation.attestation.locator)
    if not options.with_quotes:
        return f"* {template}\n"
    words = _escaped(clean(citation.attestation.exact))
    words = f"&#{ord(words[0])};{words[1:]}" if words.startswith(_OPENING) else words
    return f"* {words}\n** {template}\n"


def _template(item: Item, locator: str | None = None) -> str:
    try:
        from mwparserfromhell.nodes import Template
    except ImportError as error:
        raise MissingExtra(
            "wikitext needs mwparserfromhell", hint="pip install mwparserfromhell"
        ) from error
    made = Template(_TEMPLATES.get(item["type"], "cite web" if "URL" in item else "citation") + " ")
    filled = {name: value for name, value in _parameters(item, locator).items() if value}
    last = next(reversed(filled), "")
    for name, value in filled.items():
        made.add(name, value if name == last else f"{value} ", preserve_spacing=False)
    return str(made)


def _parameters(item: Item, locator: str | None) -> dict[str, str]:
    made: dict[str, str] = {}
    for number, name in enumerate(item.get("author", ()), start=1):
        if "literal" in name:
            made[f"author{number}"] = _escaped(name["literal"])
        else:
            made[f"last{number}"] = _escaped(name.get("family", ""))
            made[f"first{number}"] = _escaped(name.get("given", ""))
    label, page = read_locator(locator) if locator else ("", "")
    at = {} if not page else {"page" if label == "page" else "at": _escaped(clean(page))}
    return made | {
        "title": _title(item),
        "work": _escaped(item.get("container-title", "")),
        "publisher": _escaped(item.get("publisher", "")),
        "date": _date(item.get("issued")),
        "orig-date": _date(item.get("original-date")),
        "access-date": _date(item.get("accessed")),
        "language": item.get("language", ""),
        **at,
        "url": item.get("URL", "").translate(_UNSAFE),
    }


def _title(item: Item) -> str:
    return _escaped(item.get("title") or f"[{described(item, 'en')}]")


def _date(date: Item | None) -> str:
    """ISO 8601 where Citation Style 1 takes it; a range with a dash, years BC in words."""
    years = [part[0] for part in (date or {}).get("date-parts", ())]
    if any(year < 0 for year in years):
        return "–".join(f"{-year} BC" if year < 0 else f"{year} AD" for year in years)
    return iso_date(date).replace("/", "–")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").translate(_REFERENCES).replace("''", "&#39;&#39;")
