"""Wikitext: a `{{cite news}}` or `{{cite web}}` template a source, for Wikiquote and Wikipedia.

Parameters as in Wikipedia's Citation Style 1. Characters that wikitext acts on are written as
character references, so that a title can neither end the template nor call another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotedb.exporters import CiteOptions
from quotedb.exporters._csl import Item, described, items
from quotedb.exporters._dates import iso_date
from quotedb.facts import Citation

SUFFIX = ".wiki"

_TEMPLATES = {
    "article-newspaper": "cite news", "article-magazine": "cite magazine", "book": "cite book",
    "speech": "cite speech", "interview": "cite interview",
}  # fmt: skip
_REFERENCES = str.maketrans({char: f"&#{ord(char)};" for char in "|{}[]<>="})
_UNSAFE = str.maketrans({char: f"%{ord(char):02X}" for char in "|{}[]<> "})


def cite(citations: Iterable[Citation], options: CiteOptions) -> Iterator[str]:  # noqa: ARG001
    """A line for each source, in the order in which the sources first come up."""
    for item in items(citations):
        template = _TEMPLATES.get(item["type"], "cite web" if "URL" in item else "citation")
        filled = "".join(f" |{name}={value}" for name, value in _parameters(item).items() if value)
        yield f"* {{{{{template}{filled}}}}}\n"


def _parameters(item: Item) -> dict[str, str]:
    made: dict[str, str] = {}
    for number, name in enumerate(item.get("author", ()), start=1):
        if "literal" in name:
            made[f"author{number}"] = _escaped(name["literal"])
        else:
            made[f"last{number}"] = _escaped(name.get("family", ""))
            made[f"first{number}"] = _escaped(name.get("given", ""))
    return made | {
        "title": _escaped(item.get("title") or f"[{described(item, 'en')}]"),
        "work": _escaped(item.get("container-title", "")),
        "publisher": _escaped(item.get("publisher", "")),
        "date": _date(item.get("issued")),
        "access-date": _date(item.get("accessed")),
        "language": item.get("language", ""),
        "url": item.get("URL", "").translate(_UNSAFE),
    }


def _date(date: Item | None) -> str:
    """ISO 8601 where Citation Style 1 takes it; a range with a dash, years BC in words."""
    years = [part[0] for part in (date or {}).get("date-parts", ())]
    if any(year < 0 for year in years):
        return "–".join(f"{-year} BC" if year < 0 else f"{year} AD" for year in years)
    return iso_date(date).replace("/", "–")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").translate(_REFERENCES).replace("''", "&#39;&#39;")
