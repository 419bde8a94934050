"""What is said where a speaker is quoted from somebody else's work, and of doubtful quotes.

APA 7, 8.6 (`as cited in`); MLA 9, 6.77 (`qtd. in`); Chicago 18, 14.160 (`quoted in`); İSNAD 2,
3.4 (`akt.`), whose notes write the word out.
"""

from __future__ import annotations

from typing import Literal

Family = Literal["apa", "mla", "isnad", "other"]

# Of a language: in APA, in MLA, in any other style.
_PHRASES = {
    "en": ("as cited in", "qtd. in", "quoted in"),
    "tr": ("akt.", "akt.", "aktaran"),
    "de": ("zitiert nach", "zit. nach", "zitiert nach"),
    "fr": ("cité dans", "cité dans", "cité dans"),
    "es": ("como se citó en", "citado en", "citado en"),
    "it": ("come citato in", "cit. in", "citato in"),
    "pt": ("citado em", "citado em", "citado em"),
    "ru": ("цит. по:", "цит. по:", "цит. по:"),
    "nl": ("geciteerd in", "geciteerd in", "geciteerd in"),
    "pl": ("za:", "cyt. za:", "cyt. za:"),
    "sv": ("citerad i", "cit. i", "citerad i"),
}
_STATUS = {
    "en": ("disputed", "misattributed"),
    "tr": ("tartışmalı", "yanlış atfedilmiş"),
    "de": ("umstritten", "fälschlich zugeschrieben"),
    "fr": ("contesté", "attribué à tort"),
    "es": ("dudosa", "atribuida erróneamente"),
    "ru": ("спорно", "приписывается ошибочно"),
}


def family_of(style_id: str) -> Family:
    """Which of the manuals a CSL style follows, by the last part of its id."""
    name = style_id.rstrip("/").rpartition("/")[2].lower()
    if name.startswith("apa") or "-apa" in name:
        return "apa"
    if name.startswith(("modern-language-association", "mla")):
        return "mla"
    return "isnad" if name.startswith("isnad") else "other"


def phrase(family: Family, locale: str, *, in_note: bool = False) -> str:
    """The words before the work that quotes the speaker, in the list's language."""
    language = locale.split("-")[0]
    if family == "isnad":
        return ("aktaran" if in_note else "akt.") if language == "tr" else phrase("apa", locale)
    in_apa, in_mla, otherwise = _PHRASES.get(language, _PHRASES["en"])
    return {"apa": in_apa, "mla": in_mla}.get(family, otherwise)


def status_word(status: str, locale: str) -> str:
    """What to mark a quote with that is disputed or misattributed; "" for any other."""
    words = _STATUS.get(locale.split("-")[0], _STATUS["en"])
    return dict(zip(("disputed", "misattributed"), words, strict=True)).get(status, "")
