"""Names in another case than the nominative: `по словам Лаврова` means the Лавров of the article,
`Merkels` the Merkel.

An ending is undone only where the article has the name without it, so that Петрова stays a woman
where no Петров is mentioned.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotedb.extraction.mentions import Mention
from quotedb.extraction.words import folded_word
from quotedb.languages import Language

_STEM = 3  # letters that must be left of a name


def in_nominative(mentions: Sequence[Mention], language: Language) -> list[Mention]:
    """The mentions, those of names with their endings undone."""
    if not language.name_endings:
        return list(mentions)
    written: dict[str, str] = {}
    for mention in mentions:
        if mention.kind in ("person", "organization"):
            for key, word in zip(mention.keys, mention.name.split(), strict=False):
                written.setdefault(key, word)
    kept = _nominatives(mentions, written, language)
    return [_undone(mention, written, kept, language) for mention in mentions]


def _nominatives(
    mentions: Sequence[Mention], written: dict[str, str], language: Language
) -> set[str]:
    """Last words of full names whose first word is in no other case: they are as they are."""
    return {
        mention.keys[-1]
        for mention in mentions
        if mention.kind == "person"
        and len(mention.keys) > 1
        and _base(mention.keys[0], written, set(), language) == mention.keys[0]
        and not _is_oblique(mention.keys[0], language)
    }


def _is_oblique(key: str, language: Language) -> bool:
    return any(key.endswith(ending) and len(key) > _STEM for ending, _ in language.name_endings)


def _undone(
    mention: Mention, written: dict[str, str], kept: set[str], language: Language
) -> Mention:
    if mention.kind not in ("person", "organization"):
        return mention
    keys = tuple(_base(key, written, kept, language) for key in mention.keys)
    if keys == mention.keys:
        return mention
    names = [
        written[key] if key != old else word
        for key, old, word in zip(keys, mention.keys, mention.name.split(), strict=False)
    ]
    if len(keys) > 1 and keys[-1] != mention.keys[-1] and keys[0] == mention.keys[0]:
        names[0] = _given(names[0], language)
        keys = (folded_word(names[0]), *keys[1:])
    return replace(mention, keys=keys, name=" ".join(names))


def _given(name: str, language: Language) -> str:
    """A given name without the ending of its case."""
    for ending, nominative in language.given_name_endings:
        if name.lower().endswith(ending) and len(name) - len(ending) >= _STEM:
            return name[: len(name) - len(ending)] + nominative
    return name


def _base(key: str, written: dict[str, str], kept: set[str], language: Language) -> str:
    """A word of a name without its ending, where the article has it so."""
    if key in kept:
        return key
    for ending, nominative in language.name_endings:
        stem = key.removesuffix(ending)
        if key.endswith(ending) and len(stem) >= _STEM and stem + nominative in written:
            return stem + nominative
    return key
