"""What is mended in a CSL style before pandoc gets it.

The order of day and month where a style written in English has it fixed, what CSL's own locale
files print otherwise than the language is written, a space lost with a title, a word left without
its date or lost with it, and the names by which a locator's label is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree

from quotedb.exporters._locators import PRINTED

CSL = "http://purl.org/net/xbiblio/csl"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

# Languages whose dates do not begin with the day: the styles' order of month and day stays.
# English is here because the styles fix its order themselves, whatever the country.
_MONTH_BEFORE_DAY = frozenset(("en", "eu", "fa", "hu", "ja", "ko", "lt", "lv", "mn", "zh"))

# What stands behind the number of a day in languages that put something there, as their own
# locale files have it: 5. März, 5 de marzo.
_AFTER_DAY = dict.fromkeys(
    ("cs", "da", "de", "et", "fi", "hr", "is", "nb", "nn", "sk", "sl", "sr"), "."
) | dict.fromkeys(("es", "gl", "pt"), " de")

# What the locale files of CSL have otherwise than it is written: Turkish puts no zero before a
# day (Türk Dil Kurumu, Yazım Kılavuzu, Sayıların Yazılışı), and a space after a year BC.
_MENDED = {
    "tr": (
        '<date form="text"><date-part name="day" suffix=" "/>'
        '<date-part name="month" suffix=" "/><date-part name="year"/></date>',
        {"bc": "\u00a0MÖ", "ad": "\u00a0MS"},
    ),
}


def mend(root: ElementTree.Element, locale: str) -> None:
    """Mend a style in place, for a list in a CSL locale."""
    _day_first(root, locale)
    _on_a_network(root)
    _mend_locale(root, locale)
    _name_locators(root, locale)
    _free_title_space(root)
    _date_retrieved(root, locale)
    _online_without_access(root)


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
        _mark_day(month, locale.split("-")[0])


def _mark_day(day: ElementTree.Element, language: str) -> None:
    """Write a day as its language does where it stands before the month."""
    if language in _AFTER_DAY:
        day.set("suffix", _AFTER_DAY[language] + day.get("suffix", ""))
    elif language == "fr":
        day.set("form", "ordinal")  # of which CSL's French has the first alone: 1er


def _on_a_network(root: ElementTree.Element) -> None:
    """Print *on* before a broadcast's network only when there is one (Chicago)."""
    for parent in list(root.iter()):
        for place, group in enumerate(list(parent)):
            inside = list(group) if group.tag == f"{{{CSL}}}group" else []
            macro = inside[1].get("macro", "") if len(inside) == 2 else ""
            if macro.startswith("source-publication-history") and inside[0].get("term") == "on":
                choose = ElementTree.Element(f"{{{CSL}}}choose")
                known = {"match": "any", "variable": "publisher publisher-place"}
                ElementTree.SubElement(choose, f"{{{CSL}}}if", known).append(group)
                parent[place] = choose


def _month_and_day(
    root: ElementTree.Element,
) -> Iterator[tuple[ElementTree.Element, ElementTree.Element]]:
    """Date parts of a month in words with the day right behind it, outside of locales."""
    own = {date for place in root.iter(f"{{{CSL}}}locale") for date in place.iter()}
    for date in root.iter(f"{{{CSL}}}date"):
        if date.get("form") or date in own:
            continue
        for first, second in pairwise(date.findall(f"{{{CSL}}}date-part")):
            in_words = not first.get("form", "long").startswith("numeric")
            if (first.get("name"), second.get("name")) == ("month", "day") and in_words:
                yield first, second


def _free_title_space(root: ElementTree.Element) -> None:
    """Give the space before a title to the group it opens.

    A title that already stands in an author's place is not printed again, and would take the
    space before the outlet with it (apa-tr).
    """
    for group in root.iter(f"{{{CSL}}}group"):
        first = next(iter(group), None)
        if first is None or group.get("prefix") or first.get("macro") != "title":
            continue
        if first.get("prefix") == " ":
            group.set("prefix", first.attrib.pop("prefix"))


def _date_retrieved(root: ElementTree.Element, locale: str) -> None:
    """Print *Retrieved … from* only with the date between them (APA 7, 9.16).

    Turkish puts the date first, and says of the address only that it was reached then; what CSL's
    locale file has for the two words is the sender of a letter.
    """
    for parent in list(root.iter()):
        for place, (word, date) in enumerate(pairwise(list(parent))):
            dated = date.find(f"{{{CSL}}}date[@variable='accessed']")
            if word.get("term") == "retrieved" and dated is not None:
                choose = ElementTree.Element(f"{{{CSL}}}choose")
                known = ElementTree.SubElement(choose, f"{{{CSL}}}if", variable="accessed")
                turkish = locale.startswith("tr") and _reached(date)
                known.extend((date,) if turkish else (word, date))
                parent[place : place + 2] = [choose]


def _reached(date: ElementTree.Element) -> bool:
    """Put Turkish words for *from* into the group of a date; False where it has no such word."""
    for word in date.findall(f"{{{CSL}}}text[@term='from']"):
        word.attrib = {"value": "tarihinde erişildi:"}
        date.set("delimiter", " ")
        return True
    return False


def _online_without_access(root: ElementTree.Element) -> None:
    """Keep *[Online]* where no date of access stands before it (IEEE).

    Pandoc drops a group whose only variable is empty, with all the words in it.
    """
    accessed, online = (
        f".//{{{CSL}}}date[@variable='accessed']",
        f".//{{{CSL}}}text[@term='online']",
    )
    for parent in list(root.iter()):
        for place, group in enumerate(list(parent)):
            inside = list(group) if group.tag == f"{{{CSL}}}group" else []
            if (
                len(inside) != 2
                or inside[0].find(accessed) is None
                or inside[1].find(online) is None
            ):
                continue
            choose = ElementTree.Element(f"{{{CSL}}}choose")
            ElementTree.SubElement(choose, f"{{{CSL}}}if", variable="accessed").append(group)
            alone = ElementTree.SubElement(
                ElementTree.SubElement(choose, f"{{{CSL}}}else"), f"{{{CSL}}}group"
            )
            alone.attrib.update({n: v for n, v in group.attrib.items() if n != "delimiter"})
            alone.append(inside[1])
            parent[place] = choose


def _mend_locale(root: ElementTree.Element, locale: str) -> None:
    language = locale.split("-")[0]
    if language not in _MENDED:
        return
    date, terms = _MENDED[language]
    place = _own_locale(root, language, locale)
    if place.find(f"{{{CSL}}}date[@form='text']") is None:
        place.append(ElementTree.fromstring(date.replace("<date ", f'<date xmlns="{CSL}" ', 1)))
    holder = place.find(f"{{{CSL}}}terms")
    if holder is None:
        holder = ElementTree.SubElement(place, f"{{{CSL}}}terms")
    for name, text in terms.items():
        if holder.find(f"{{{CSL}}}term[@name='{name}']") is None:
            ElementTree.SubElement(holder, f"{{{CSL}}}term", name=name).text = text


def _name_locators(root: ElementTree.Element, locale: str) -> None:
    """Let a locator's label be read by its CSL name, whatever the language of the list.

    Pandoc knows a label by any form of its term in the list's language, and no style prints the
    form used here.
    """
    place = _own_locale(root, locale.split("-")[0], locale)
    holder = place.find(f"{{{CSL}}}terms")
    if holder is None:
        holder = ElementTree.SubElement(place, f"{{{CSL}}}terms")
    for name in PRINTED:
        ElementTree.SubElement(holder, f"{{{CSL}}}term", name=name, form="verb-short").text = name


def _own_locale(root: ElementTree.Element, language: str, locale: str) -> ElementTree.Element:
    """The style's own words for a locale, a new place for them if it has none."""
    for place in root.findall(f"{{{CSL}}}locale"):
        if place.get(_LANG) in (language, locale):
            return place
    place = ElementTree.Element(f"{{{CSL}}}locale", {_LANG: language})
    info = root.find(f"{{{CSL}}}info")
    root.insert(0 if info is None else list(root).index(info) + 1, place)
    return place
