"""Styled citation lists by pandoc's own citeproc.

A bare list is one run. With headings, quotes or words of warning, citeproc writes out every
citation and entry in a first run, these are put together here, and a second run writes them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import Any

from quotedb.errors import DataError
from quotedb.exporters import CiteOptions
from quotedb.exporters._csl import Item, Reference, printable, references
from quotedb.exporters._document import Node, cite, document, para
from quotedb.exporters._layout import Written, bare_list, laid_out
from quotedb.exporters._locators import for_processor, in_language
from quotedb.exporters._pandoc import convert
from quotedb.exporters._secondhand import phrase
from quotedb.exporters._styles import HINT, Style, chosen_locale, fitted
from quotedb.facts import Citation

# American usage puts a full stop inside both of two closing marks; pandoc, inside the outer one.
# Between them may stand the end of a span, in HTML or in pandoc's JSON.
_AMERICAN = re.compile(
    r"""(‘[^‘’“”]*)’(</span>|"\}\]\]\},\{"t":"Str","c":")?([.,])("\},\{"t":"Str","c":")?”"""
)
_DOTLESS = re.compile(r"\bIçinde\b")
# CSL takes <i>, <b>, <sup>, <sub>, <sc> and <span> in a title for type; a character for private
# use keeps them from being read, and is taken out again.
_MARKUP = re.compile(r"<(?=/?[A-Za-z])")
_WEB = re.compile(r"(?i)(https?|ftp|doi):|[^:]*$")
_GUARD = "\uf8f0"
_EVERY_SOURCE: Node = {"t": "MetaInlines", "c": [cite("*")]}
_EVERYTHING = "---\nnocite: '@*'\nlang: {}\n---\n"


def styled(citations: Iterable[Citation], options: CiteOptions, output: str) -> str:
    """The citation list in a style, as text that pandoc writes (plain, html, …); "" for none.

    Raises:
        UnknownName: no such style or locale.
        DataError: the style file is broken.
        MissingExtra: there is no pandoc 3.
    """
    locale = chosen_locale(options.locale, options.style, options.csl)
    found = list(references(citations))
    style = fitted(options.style, options.csl, locale, len(found), apart=_apart(options))
    if not found:
        return ""
    # In the run that writes out citations, pandoc's Markdown does not escape what looks like one.
    twice = _apart(options) or output.startswith("markdown")
    if twice or any(r.warnings for r in found):
        made = put_together(found, style, locale, options, output)
        return convert(json.dumps(made), "--from=json", f"--to={output}")[0].decode("utf-8")
    everything = _EVERYTHING.format(locale)
    printed = _processed(everything, found, style, locale, "--from=markdown", f"--to={output}")
    return _finished(printed, locale)


def styled_document(
    citations: Iterable[Citation], options: CiteOptions, output: str
) -> Node | None:
    """The same list as a document of pandoc's; None for no citations."""
    locale = chosen_locale(options.locale, options.style, options.csl)
    found = list(references(citations))
    style = fitted(options.style, options.csl, locale, len(found), apart=_apart(options))
    if not found:
        return None
    return put_together(found, style, locale, options, output)


def _apart(options: CiteOptions) -> bool:
    """Whether entries stand apart from the others."""
    return options.with_quotes or options.group_by != "none"


def put_together(
    found: list[Reference], style: Style, locale: str, options: CiteOptions, output: str
) -> Node:
    """The document that a list with headings, quotes or warnings makes."""
    pairs = [(reference.item, c) for reference in found for c in reference.citations]
    asked = [para([_citation(item, c, style, locale)]) for item, c in pairs]
    shown = asked if options.with_quotes else []
    source = json.dumps(document(shown, locale, nocite=_EVERY_SOURCE))
    text = _processed(source, found, style, locale, "--from=json", "--to=json")
    blocks = json.loads(_finished(text, locale))["blocks"]
    # Without the mark that it is a citation: writers that know citations would make it anew.
    in_text = [_inside(block["c"]) for block in blocks if block["t"] == "Para"]
    frame, entries = _entries(blocks)
    written = [
        Written(item["id"], citation, inlines)
        for (item, citation), inlines in zip(pairs, in_text or [[]] * len(pairs), strict=True)
    ]
    blocks = laid_out(found, written, entries, frame, style, locale, options, output)
    return document(blocks, locale)


def _inside(inlines: list[Node]) -> list[Node]:
    """What a processor put in the place of citations."""
    return [part for one in inlines for part in (one["c"][1] if one["t"] == "Cite" else [one])]


def for_readers(found: list[Reference], style: Style, locale: str, options: CiteOptions) -> Node:
    """The document with its citations as pandoc's Markdown has them, for a run of the reader's."""
    written = [
        Written(r.item["id"], c, [_citation(r.item, c, style, locale, in_language)])
        for r in found
        for c in r.citations
    ]
    if options.with_quotes:
        frame = ["", [], []]
        return document(
            laid_out(found, written, {}, frame, style, locale, options, "markdown"), locale
        )
    return document(bare_list(found, locale), locale, nocite=_EVERY_SOURCE)


def sources_as_metadata(found: list[Reference]) -> dict[str, Node]:
    """The sources as a document's `references`."""
    items = [_literal(_own(reference.item)) for reference in found]
    text, _ = convert(json.dumps(items), "--from=csljson", "--to=json")
    told = text.decode("utf-8").replace(_GUARD, "")
    return {"references": json.loads(told)["meta"]["references"]}


def _citation(
    item: Item,
    citation: Citation,
    style: Style,
    locale: str,
    located: Callable[[str, str], str] = for_processor,
) -> Node:
    """What is to stand behind a quote: who is cited, how, and where in it."""
    key, locator = item["id"], citation.attestation.locator
    suffix = located(locator, locale) if locator else ""
    if citation.indirect:
        return cite(key, phrase(style.family, locale, in_note=style.notes), suffix)
    # The speaker is named beside it; MLA has nothing but the name, or the page.
    named = bool(citation.quote.speaker and "author" in item)
    without = named and not style.notes and style.family != "mla"
    return cite(key, "", suffix, without_author=without)


def _processed(
    source: str, found: list[Reference], style: Style, locale: str, *arguments: str
) -> str:
    """What citeproc makes of a document, no source left out of its list."""
    listed = [_own(printable(reference.item, locale, style.family)) for reference in found]
    printed, left_out = _run(source, listed, style, arguments)
    if left_out:
        pages = [_as_page(item, left_out) for item in listed]
        printed, left_out = _run(source, pages, style, arguments)
    if len(left_out) == len(listed):
        raise DataError("the style prints nothing for a source", where=style.where, hint=HINT)
    return printed.decode("utf-8").replace(_GUARD, "")


def _run(
    source: str, listed: list[Item], style: Style, arguments: tuple[str, ...]
) -> tuple[bytes, frozenset[str]]:
    data = json.dumps([_literal(item) for item in listed], ensure_ascii=False)
    files = {"style": ("csl", style.xml), "items": ("json", data)}
    places = ("--csl={style}", "--bibliography={items}")
    try:
        return convert(source, "--citeproc", *places, *arguments, files=files)
    except DataError as error:
        _, broken, why = error.what.rstrip(")").partition("CiteprocParseError: ")
        if not broken:
            raise
        raise DataError(f"it is a broken style ({why})", where=style.where, hint=HINT) from error


def _own(item: Item) -> Item:
    """The item without what is only for other programs."""
    return {variable: value for variable, value in item.items() if variable != "custom"}


def _literal(value: Any) -> Any:  # noqa: ANN401 - any value of an item
    """An item in whose texts nothing is markup."""
    if isinstance(value, str):
        return _MARKUP.sub(f"<{_GUARD}", value.replace(_GUARD, ""))
    if isinstance(value, dict):
        made = {name: _literal(inside) for name, inside in value.items()}
        return made | ({"URL": _unlinked(made["URL"])} if "URL" in made else {})
    return [_literal(inside) for inside in value] if isinstance(value, list) else value


def _unlinked(url: str) -> str:
    """A URL that no reader runs: what is not of the web gets a word joiner before its colon."""
    return url if _WEB.match(url) else url.replace(":", "\u2060:")


def _as_page(item: Item, left_out: frozenset[str]) -> Item:
    """An item that the style keeps out of lists (Chicago: speeches, papers) as a kind it takes."""
    return dict(item, type="webpage") if item["id"] in left_out else item


def _entries(blocks: list[Node]) -> tuple[list[Any], dict[str, list[Node]]]:
    """The attributes of the list that citeproc made, and each entry's blocks by its key."""
    for block in blocks:
        if block["t"] == "Div" and block["c"][0][0] == "refs":
            attributes, inside = block["c"]
            return attributes, {one["c"][0][0].removeprefix("ref-"): one["c"][1] for one in inside}
    return ["", [], []], {}


def _finished(text: str, locale: str) -> str:
    """What a processor made, where it cannot know the usage of the locale.

    Turkish has a capital with a dot; pandoc writes it only where the source itself is in Turkish.
    """
    if locale == "en-US":
        return _AMERICAN.sub(r"\1\3’\2\4”", text)
    return _DOTLESS.sub("İçinde", text) if locale == "tr-TR" else text
