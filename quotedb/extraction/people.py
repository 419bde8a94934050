"""Who is who in one article: a surname is the full name given elsewhere, an office its holder."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from quotedb.extraction.mention import Mention
from quotedb.extraction.words import folded_word
from quotedb.facts import SpeakerKind

_ENDING = 2  # letters of the ending of a case
_CUT = 4  # letters that are left of a word cut short
_STEM = 5  # letters that must agree before it


class Person(NamedTuple):
    """Somebody of the article: the full name, what they are called there, and the role."""

    name: str
    kind: SpeakerKind
    role: str | None = None


class People:
    """The persons and bodies of one article, and which mention means whom."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._sought: dict[tuple[object, ...], tuple[str, ...] | None] = {}
        self._keys: dict[int, tuple[str, ...]] = {}
        named = [m for m in mentions if m.kind in ("person", "organization")]
        self._full: dict[tuple[str, ...], list[Mention]] = {}
        for mention in named:
            if len(mention.keys) > 1:
                self._full.setdefault(mention.keys, []).append(mention)
        self._starts = {keys: [m.start for m in found] for keys, found in self._full.items()}
        self._by_end: dict[str, list[tuple[str, ...]]] = {}
        self._by_start: dict[str, list[tuple[str, ...]]] = {}
        for keys in self._full:
            self._by_end.setdefault(keys[-1], []).append(keys)
            self._by_start.setdefault(keys[0], []).append(keys)
        self._roles: dict[tuple[str, ...], str] = {}
        self._shown: dict[tuple[str, ...], str] = {}
        for mention in named:
            keys = self.keys(mention)
            if mention.role:
                self._roles.setdefault(keys, mention.role)
            if mention.keys == keys and (keys not in self._shown or self._shown[keys].isupper()):
                self._shown[keys] = mention.name
        self._genders = {self.keys(m): m.gender for m in reversed(named) if m.gender is not None}
        self._holders = [
            ([folded_word(w) for w in r.split()], keys) for keys, r in self._roles.items()
        ]

    def keys(self, mention: Mention) -> tuple[str, ...]:
        """The folded full name that a mention's shorter form belongs to.

        A part of a name means the full name that ends with it and was mentioned last before, or
        else first after; a first name alone likewise, when nothing ends with it.
        """
        known = self._keys.get(mention.start)
        if known is None:
            known = self._keys[mention.start] = self._longest(mention)
        return known

    def _longest(self, mention: Mention) -> tuple[str, ...]:
        keys = mention.keys
        ending = [k for k in self._by_end.get(keys[-1], ()) if _ends(k, keys)]
        if len(keys) > 1 and keys in self._full:
            return max(ending, key=len)
        beginning = self._by_start.get(keys[0], ()) if len(keys) == 1 else ()
        for full in (ending, beginning):
            persons = [k for k in full if self._full[k][0].kind == mention.kind]
            if persons:
                return self._nearest(persons, mention.start)
        return keys

    def person(self, mention: Mention) -> Person:
        """Whom a named mention means."""
        keys = self.keys(mention)
        kind: SpeakerKind = "organization" if mention.kind == "organization" else "person"
        return Person(self._shown.get(keys, mention.name), kind, self._roles.get(keys))

    def is_known(self, mention: Mention) -> bool:
        """Whether a mention belongs to a name of more than one word, or to one with a role."""
        keys = self.keys(mention)
        return len(keys) > 1 or self.has_role(keys)

    def has_role(self, keys: tuple[str, ...]) -> bool:
        """Whether the article tells a role of whoever has a name, folded."""
        return keys in self._roles

    def holder(self, office: Mention) -> Person | None:
        """Who holds the office that is mentioned, when the article says so of one only."""
        last = office.head or office.keys[-1]
        words = set(office.keys[-2:] if office.kind == "office" else (last,))
        written = folded_word(office.name.split()[-1])
        sought = (office.kind == "office", last, written, " ".join(sorted(words)), office.gender)
        if sought not in self._sought:
            self._sought[sought] = self._holding(office, words, last, written)
        keys = self._sought[sought]
        if keys is None:
            return None
        return Person(self._shown.get(keys, " ".join(keys)), "person", self._roles[keys])

    def _holding(
        self, office: Mention, words: set[str], last: str, written: str
    ) -> tuple[str, ...] | None:
        """The one name whose role is called by the very words; or begins with them, has them, or,
        of a noun, has one of them in a case.
        """
        able = [
            (role, keys)
            for role, keys in self._holders
            if office.gender is None or self._genders.get(keys, office.gender) == office.gender
        ]
        tiers = [
            {keys for role, keys in able if written in role},
            {keys for role, keys in able if role[0] in words or role[-1] in words},
            {keys for role, keys in able if words <= set(role)},
        ]
        tiers.append({keys for role, keys in able if any(_shortens(last, w) for w in role)})
        if office.kind != "office":
            tiers.append({keys for role, keys in able if _bent_in(last, role)})
        found = next((tier for tier in tiers if tier), set())
        return next(iter(found)) if len(found) == 1 else None

    def may_be(self, mention: Mention, pronoun: Mention, *, sure: bool = False) -> bool:
        """Whether a pronoun of one gender can mean somebody whom the article shows as one; when
        it is to be `sure`, not somebody of whom it shows nothing.
        """
        shown = self._genders.get(self.keys(mention))
        if sure:
            return shown is not None and shown == pronoun.gender
        return shown is None or pronoun.gender is None or shown == pronoun.gender

    def suits(self, person: Person, pronoun: Mention, *, sure: bool = False) -> bool:
        """Whether a pronoun can mean a person by the gender that the article shows."""
        shown = next(
            (self._genders.get(keys) for keys, name in self._shown.items() if name == person.name),
            None,
        )
        if sure:
            return shown is not None and shown == pronoun.gender
        return shown is None or pronoun.gender is None or shown == pronoun.gender

    def _nearest(self, full: list[tuple[str, ...]], at: int) -> tuple[str, ...]:
        """The one of several names that was mentioned most before an offset, of those that were as
        often the first; else first after.
        """
        before: list[tuple[int, int, tuple[str, ...]]] = []
        for keys in full:
            place = bisect_left(self._starts[keys], at)
            before += [(place, -self._starts[keys][0], keys)] if place else []
        return max(before)[2] if before else min((self._starts[k][0], k) for k in full)[1]


def _ends(keys: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return keys[-len(part) :] == part


def _bent(noun: str, other: str) -> bool:
    """Whether two nouns are one in different cases: all but a short ending agrees."""
    stem = noun[: max(len(noun) - _ENDING, _STEM)]
    return abs(len(noun) - len(other)) <= _ENDING and other.startswith(stem)


def _bent_in(noun: str, role: Sequence[str]) -> bool:
    """Whether a noun in another case is the first word of a role, or, with an ending put to it,
    any: `Bakan` in `Ulaştırma Bakanı`; `agricultor` is not in `consejero de Agricultura`.
    """
    if _bent(noun, role[0]):
        return True
    return any(_bent(noun, word) and word.startswith(noun) for word in role)


def _shortens(noun: str, word: str) -> bool:
    """Whether a noun is a word with one before it cut short: гендиректор, генеральный директор."""
    return len(word) >= _STEM and noun.endswith(word) and 0 < len(noun) - len(word) <= _CUT
