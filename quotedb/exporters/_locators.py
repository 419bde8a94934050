"""Where in a source, as people write it, taken apart for citation processors.

A processor prints the label in the list's own language, so that `s. 7` comes out as `p. 7` in an
English list: labels are read here in any of the languages below, and handed on by their CSL name.
"""

from __future__ import annotations

import re

# How each of CSL's locator types is written, by itself or in short, in lower case.
_WRITTEN = {
    "page": "p pp pg page pages s ss sayfa sf seite seiten page pág págs pag página páginas с стр"
    " страница sayfalar",
    "chapter": "ch chap chapter chapters bölüm böl kap kapitel chapitre capítulo cap гл глава",
    "volume": "vol vols volume volumes cilt c bd band tome t tomo том т",
    "paragraph": "para paras par paragraph paragraphs ¶ ¶¶ absatz abs paragraf parágrafo абз",
    "section": "sec sect section sections § §§ kısım abschnitt sección секция",
    "line": "l ll line lines satır zeile ligne línea строка",
    "verse": "v vv verse verses ayet beyit vers verso стих",
    "folio": "fol fols folio folios vr varak blatt bl f ff л лист",
    "act": "act perde akt acte acto акт",
    "scene": "sc scene sahne szene scène escena сцена",
    "column": "col cols column columns sütun spalte sp colonne columna стб столбец",
    "figure": "fig figs figure figures şekil abb abbildung figura рис",
    "table": "tbl table tables tablo tabelle tableau tabla табл",
    "note": "n nn note notes not dipnot anm anmerkung nota прим",
    "timestamp": "at time timestamp min dakika minute tc",
}  # fmt: skip
# Those that pandoc prints in the list's language; others stay as they were written.
PRINTED = (
    "page", "chapter", "volume", "paragraph", "section", "line", "verse", "folio", "column",
    "figure", "note",
)  # fmt: skip
LABELS = {word: label for label, words in _WRITTEN.items() for word in words.split()}

# Short terms for a page where a document is not made by us but by the reader's own pandoc.
_PAGE = {"tr": "s.", "de": "S.", "fr": "p.", "es": "p.", "ru": "с.", "it": "p.", "pt": "p."}

_LABELLED = re.compile(r"\s*([^\W\d_]+|§§?|¶¶?)\s*\.?:?\s*(.+)", re.DOTALL)
_VALUE = re.compile(r"(\d|[IVXLCDM]+\b|[ivxlcdm]+\b)[\w\s.:,\-–/]*")
_TIME = re.compile(r"\d{1,2}:\d\d(:\d\d)?([-–]\d{1,2}:\d\d(:\d\d)?)?")


def read_locator(written: str) -> tuple[str, str]:
    """The CSL name of a locator's label, and its value; "" for a label nobody knows.

    A bare number is a page, a time of day a timestamp; anything else is all value.
    """
    text = " ".join(written.split())
    if _TIME.fullmatch(text):
        return "timestamp", text
    found = _LABELLED.fullmatch(text)
    label = LABELS.get(found[1].lower(), "") if found else ""
    if found and label and _VALUE.fullmatch(found[2]):
        return label, found[2]
    return ("page" if _VALUE.fullmatch(text) else ""), text


def for_processor(written: str, locale: str = "") -> str:  # noqa: ARG001 - it needs none
    """A locator as pandoc is to get it, its label by its CSL name; what it knows not, whole."""
    label, value = read_locator(written)
    if label in PRINTED:
        return f"{label} {value}"
    return "{" + re.sub(r"[{}]", "", value if label == "timestamp" else written) + "}"


def in_language(written: str, locale: str) -> str:
    """A locator as a document in the locale's language has it, as far as pages go."""
    label, value = read_locator(written)
    if label != "page":
        return " ".join(written.split())
    several = bool(re.search(r"[-–,]", value))
    term = _PAGE.get(locale.split("-")[0], "pp." if several else "p.")
    return f"{term} {value}"
