"""The templates of Wikiquote's pages, in the languages of the larger ones: those that describe a
document, and those that a quotation stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from quotedb.facts import Author, Source
from quotedb.readers._clippings import day
from quotedb.text.authors import read_author
from quotedb.text.folding import fold

# What parameters are called, folded and without their numbers.
_NAMES = {
    "title": "title titel titre baslik titulo titolo заглавие название",
    "container": "work newspaper journal magazine website periodical calisma gazete dergi site"
    " werk sammelwerk periodique издание obra publicacion opera",
    "url": "url lien ссылка",
    "date": "date tarih datum fecha data дата",
    "year": "year yil jahr annee ano anno год",
    "last": "last surname soyadi soyad nom apellidos cognome",
    "first": "first given adi ad prenom nombre nome",
    "author": "author autor auteur yazar autore автор",
    "publisher": "publisher yayinci verlag editeur editorial editore издательство",
    "page": "page pages p sayfa sayfalar s seite seiten pagina paginas pagine страницы страница",
    "accessed": "accessdate erisimtarihi abruf zugriff",
}
_MEANING = {name: option for option, names in _NAMES.items() for name in names.split()} | {
    "access date": "accessed", "erisim tarihi": "accessed", "consulte le": "accessed",
}  # fmt: skip
# What a template is of, by words in its name.
_TYPES = (
    (r"news|haber|gazete|presse|articolo", "article-newspaper"),
    (r"magazine|dergi", "article-magazine"), (r"journal|article|aufsatz", "article-journal"),
    (r"book|kitap|literatur|ouvrage|livre|книга|libro", "book"), (r"speech", "speech"),
    (r"interview", "interview"), (r"av media|film|video", "motion_picture"),
    (r"episode|serial", "broadcast"), (r"tweet|post", "post"),
    (r"web|internet|lien", "webpage"), (r"thesis|tez", "thesis"), (r"report", "report"),
)  # fmt: skip
_CITES = re.compile(
    r"cite |citation$|literatur$|internetquelle|lien web|ouvrage|article$|ref |"
    r"книга|статья|cita |.* kaynagi$"
)
# Templates that hold a quotation: the parameters with the words, by name of the template.
_QUOTING = {
    "citation": ("citation", "1"), "citation bloc": ("citation", "1"), "q": ("цитата", "1"),
    "quote": ("text", "quote", "1"), "zitat": ("text", "1"), "cita": ("1",), "alinti": ("1",),
}  # fmt: skip
_UNDER = ("оригинал", "комментарий", "original", "precisions", "sens")
_QUOTES = re.compile(r"\{\{\s*(citation( bloc)?|q|цитата|quote|zitat|alıntı)\s*\|", re.I)
_REFERS = re.compile(r"^[ \t]*(\{\{\s*(réf |ref )[^\n]*)", re.I | re.M)


def described(template: Any) -> tuple[Source, str | None] | None:  # noqa: ANN401
    """The document that a template of mwparserfromhell's describes, and where in it; None if the
    template is of another kind.
    """
    name = fold(str(template.name).strip())
    if not _CITES.match(name):
        return None
    told = dict(_parameters(template))
    title, container = told.get("title"), told.get("container")
    if not (title or container or told.get("url")):
        return None
    source = Source(
        csl_type=_type(name, told),
        title=title,
        container_title=container,
        authors=tuple(_authors(template)),
        issued=day(told.get("date")) or day(told.get("year")),
        accessed=day(told.get("accessed")),
        url=told.get("url"),
        publisher=told.get("publisher"),
    )
    return source, told.get("page")


def as_list(text: str) -> str:
    """A page's text with the templates that hold quotations written as starred lines."""
    if not _QUOTES.search(text):
        return text
    import mwparserfromhell

    code = mwparserfromhell.parse(text)
    for template in code.filter_templates(recursive=False):
        words = _quoted(template)
        if words:
            below = [f"*: {one}" for one in _values(template, _UNDER)]
            code.replace(template, "\n".join(["", f"* {words}", *below, ""]))
    return _REFERS.sub(r"** \1", str(code))


def _quoted(template: Any) -> str | None:  # noqa: ANN401
    options = _QUOTING.get(fold(str(template.name).strip()), ())
    return next(iter(_values(template, options)), None)


def _values(template: Any, names: Iterable[str]) -> Iterator[str]:  # noqa: ANN401
    """What stands under some of a template's names, each on one line."""
    by_name = {fold(str(one.name)): one for one in template.params}
    for name in names:
        if name in by_name and (text := " ".join(str(by_name[name].value).split())):
            yield text


def _parameters(template: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    """The meaning of each parameter that has one, with its text; the first of each counts."""
    seen: set[str] = set()
    for one in template.params:
        meaning = _MEANING.get(_bare(one.name))
        text = " ".join(one.value.strip_code().split())
        if meaning == "url":
            text = str(one.value).strip()
        if meaning and text and meaning not in seen:
            seen.add(meaning)
            yield meaning, text


def _authors(template: Any) -> Iterator[Author]:  # noqa: ANN401
    """The authors in the order of their numbers: `last2` and `first2` are one."""
    parts: dict[str, dict[str, str]] = {}
    for one in template.params:
        meaning, text = _MEANING.get(_bare(one.name)), " ".join(one.value.strip_code().split())
        if meaning in ("last", "first", "author") and text:
            number = "".join(filter(str.isdigit, str(one.name))) or "1"
            parts.setdefault(number, {}).setdefault(meaning, text)
    for told in parts.values():
        if "last" in told and "first" in told:
            yield Author(family=told["last"], given=told["first"])
        elif name := told.get("author") or told.get("last"):
            yield read_author(name)


def _bare(name: Any) -> str:  # noqa: ANN401
    return fold(re.sub(r"\d+$", "", str(name).strip()))


def _type(name: str, told: Mapping[str, str]) -> str:
    for words, csl_type in _TYPES:
        if re.search(words, name):
            return csl_type
    return "article-newspaper" if "container" in told else "webpage" if "url" in told else "book"
