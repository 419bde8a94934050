"""Names in another case than the nominative: `по словам Лаврова` means the Лавров of the article,
`Merkels` the Merkel.

An ending is undone only where the article has the name without it, so that Петрова stays a woman
where no Петров is mentioned.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from quotedb.extraction.mention import Mention
from quotedb.extraction.words import folded_word
from quotedb.languages import Language

_GIVEN = 2  # letters that must be left of a given name
_STEM = 3  # letters that must be left of a name


def in_nominative(
    mentions: Sequence[Mention], language: Language, genitives: frozenset[int] = frozenset()
) -> list[Mention]:
    """The mentions, those of names with their endings undone.

    Args:
        mentions: in order.
        language: folded.
        genitives: offsets at which a name stands, its role included, that is in the genitive.
    """
    if not language.name_endings:
        return list(mentions)
    written: dict[str, str] = {}
    for mention in mentions:
        if mention.kind in ("person", "organization"):
            for key, word in zip(mention.keys, mention.name.split(), strict=False):
                written.setdefault(key, word)
    kept = _nominatives(mentions, written, language)
    undone = [_undone(mention, written, kept, language) for mention in mentions]
    untouched = [one for one, old in zip(undone, mentions, strict=True) if one.keys == old.keys]
    return _by_endings(undone, untouched, language, genitives)


def _by_endings(
    mentions: Sequence[Mention],
    untouched: Sequence[Mention],
    language: Language,
    genitives: frozenset[int],
) -> list[Mention]:
    """Full names that the article has in no nominative, with the endings of their case undone
    where those of both names agree.
    """
    found: dict[tuple[str, ...], str] = {}
    plain = {m.keys[-1] for m in mentions if m.kind == "person" and len(m.keys) == 1}
    for mention in untouched:
        if mention.kind == "person" and len(mention.keys) > 1 and mention.keys not in found:
            name = _nominative(mention, plain, language, genitive=mention.outer in genitives)
            if name != mention.name:
                found[mention.keys] = name
    return [
        _named(m, found[m.keys], language) if m.keys in found and m.kind == "person" else m
        for m in mentions
    ]


def _named(mention: Mention, name: str, language: Language) -> Mention:
    """A mention by another form of its name, with the gender that this shows."""
    keys = tuple(folded_word(word) for word in name.split())
    gender = mention.gender
    for ending, shown in language.family_name_genders:
        if keys[-1].endswith(ending):
            gender = "feminine" if shown == "feminine" else "masculine"
            break
    return mention._replace(name=name, keys=keys, gender=gender)


def _nominative(mention: Mention, plain: set[str], language: Language, *, genitive: bool) -> str:
    """A full name with the endings undone; where the same could be a nominative, only if the
    article has the family name without them, or a role in the genitive stands before it.
    """
    names = mention.name.split()
    first, last = folded_word(names[0]), folded_word(names[-1])
    for sure in (True, False):
        if not sure and first in language.womens_names:
            continue
        for (given, given_own), (family, own) in _fitting(first, last, language, sure=sure):
            base = last.removesuffix(family) + folded_word(own)
            his = _bare(first, given, given_own) in language.mens_names
            known = sure or genitive or his or base in plain or _is_genitive(mention.role, language)
            if (first != given and len(first) - len(given) < _GIVEN) or not known:
                continue
            names[0] = names[0][: len(names[0]) - len(given)] + given_own
            names[-1] = names[-1][: len(names[-1]) - len(family)] + own
            return " ".join(names)
    return mention.name


@lru_cache(maxsize=1 << 12)
def _fitting(
    first: str, last: str, language: Language, *, sure: bool
) -> tuple[tuple[tuple[str, str], tuple[str, str]], ...]:
    """The endings that both names have, of the hundreds that show a case by themselves, or that
    may be of a nominative too.
    """
    cases = language.oblique_names if sure else language.genitive_names
    return tuple(case for case in cases if first.endswith(case[0][0]) and last.endswith(case[1][0]))


def _bare(given: str, ending: str, own: str) -> str:
    """A given name with the ending of its case undone, folded."""
    return given.removesuffix(ending) + folded_word(own)


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
        and (mention.keys[0] in language.womens_names or not _is_oblique(mention.keys[0], language))
    }


def _is_genitive(role: str | None, language: Language) -> bool:
    """Whether the word for an office before a name is in the genitive, as far as the titles that
    are known without its ending show.
    """
    word = folded_word((role or "").split(" ")[0])
    return word.endswith("а") and word[:-1] in language.titles


def _is_oblique(key: str, language: Language) -> bool:
    return len(key) > _STEM and key.endswith(_endings(language))


@lru_cache
def _endings(language: Language) -> tuple[str, ...]:
    """The endings that cases put to names."""
    return tuple(ending for ending, _ in language.name_endings)


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
        names[0] = _given(names[0], keys[-1], language)
        keys = (folded_word(names[0]), *keys[1:])
    return _named(mention, " ".join(names), language)


def _given(name: str, family: str, language: Language) -> str:
    """A given name without the ending of its case, of the gender that the family name shows."""
    genders = language.family_name_genders
    gender = next((shown for ending, shown in genders if family.endswith(ending)), "")
    for ending, nominative in language.given_name_endings:
        if folded_word(name).endswith(ending) and len(name) - len(ending) >= _STEM:
            found = name[: len(name) - len(ending)] + nominative
            womans = folded_word(found).endswith(tuple(e for e, _ in language.given_name_genders))
            if gender != "feminine" or womans:
                return found
    return name


def _base(key: str, written: dict[str, str], kept: set[str], language: Language) -> str:
    """A word of a name without its ending, where the article has it so."""
    if key in kept:
        return key
    return next((one for one in _possible(key, language) if one in written), key)


@lru_cache(maxsize=1 << 14)
def _possible(key: str, language: Language) -> tuple[str, ...]:
    """What a word of a name may be without the ending of a case, the likeliest first."""
    return tuple(
        key.removesuffix(ending) + nominative
        for ending, nominative in language.name_endings
        if key.endswith(ending) and len(key) - len(ending) >= _STEM
    )
