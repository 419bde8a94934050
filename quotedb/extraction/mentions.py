"""Who is mentioned outside of the quotations: names with their roles, offices, pronouns, people
without a name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from quotedb.extraction.beside import BesideCues
from quotedb.extraction.genders import Gender, of_article, of_name, shown_by
from quotedb.extraction.names import Names
from quotedb.extraction.phrases import Phrase, Phrases
from quotedb.extraction.reading import Reading
from quotedb.extraction.words import Word, words_in
from quotedb.languages import Language

MentionKind = Literal["person", "organization", "office", "unnamed", "pronoun", "relative"]

_FULL = 2  # words of a full name
_COMPOUND = 12  # letters that no given name has
_ROLE = 7  # words of a role before a name
_WEAK = ("relative", "pronoun")  # kinds that give way where two mentions overlap


class Mention(NamedTuple):
    """A mention of somebody.

    `start` and `end` are the offsets of the words as written, `name` those words without the
    ending, `keys` them folded; `outer` is where the role before them begins; `suffix` is the
    ending that was put on by an apostrophe; `gender` that of the pronoun, or of the title beside
    a name; `head` is the noun of a phrase, folded,
    and `plural` whether it is one of more than one.
    """

    start: int
    end: int
    kind: MentionKind
    name: str
    keys: tuple[str, ...]
    outer: int
    role: str | None = None
    suffix: str = ""
    definite: bool = False
    plural: bool = False
    gender: Gender | None = None
    head: str = ""


@lru_cache
def pronoun_keys(language: Language) -> frozenset[str]:
    """The keys of all words that may be pronouns, which are told by how they are written."""
    written = words_in(" ".join(language.pronouns), language)
    return language.relatives | language.demonstratives | {word.key for word in written}


def mentions(reading: Reading) -> list[Mention]:
    """All mentions in a text, in order."""
    finder = _Finder(reading)
    nouns = list(finder.nouns())
    sure = sorted([*finder.names(), *nouns], key=lambda m: (m.start, -m.end))
    return _apart([*sure, *finder.pronouns(), *finder.subjects()])


def _apart(ordered: Sequence[Mention]) -> list[Mention]:
    """Those mentions that do not overlap with one that comes before in the order given, sorted."""
    starts: list[int] = []
    kept: list[Mention] = []
    for mention in ordered:
        at = bisect_left(starts, mention.start)
        free = at == len(kept) or kept[at].start >= mention.end
        if free and (at == 0 or kept[at - 1].end <= mention.start):
            starts.insert(at, mention.start)
            kept.insert(at, mention)
    return kept


class _Finder:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        self.language = reading.language
        self.found = Names(reading)
        self.phrases = Phrases(self.found)
        self.people = self.phrases.all()
        self.bodies = self.language.organization_words - self.language.titles
        # The outermost phrase: in `the head of the students, Ann Roe`, not `the students`.
        self.roles = {p.name: p for p in reversed(self.people) if p.name is not None}

    def names(self) -> Iterator[Mention]:
        """Names and offices: runs of capitalised words."""
        inside = {
            index for phrase in self.people for index in range(phrase.noun + 1, phrase.last + 1)
        }
        heads = {phrase.noun for phrase in self.people}
        for index, length in self.found.runs.items():
            if index not in inside and not (length == 1 and index in heads):
                yield self._named(index, length)

    def nouns(self) -> Iterator[Mention]:
        """People without a name, by what they are."""
        for phrase in self.people:
            if phrase.name is None:
                yield self._noun(phrase)

    def pronouns(self) -> Iterator[Mention]:
        """Pronouns that can stand for a person."""
        language = self.language
        able = pronoun_keys(language)
        for index in [i for i, word in enumerate(self.words) if word.key in able]:
            word = self.words[index]
            if word.text.lower() in language.pronouns:
                yield self._mention(index, index, "pronoun")
            elif word.key in language.relatives:
                yield self._mention(index, index, "relative")
            elif word.key in language.demonstratives and self._speaks(index):
                gender = of_article(word, self.language)
                yield self._mention(index, index, "pronoun")._replace(gender=gender)

    def _speaks(self, index: int) -> bool:
        """Whether a verb of saying stands straight behind a word, or before one that ends a
        clause.
        """
        verbs, end = self.language.speech_verbs, self.words[index].end
        if self.reading.text[end : end + 1] in (",", ".", ":", ";"):
            return index > 0 and self.words[index - 1].key in verbs
        return any(word.key in verbs for word in self.words[index + 1 : index + 2])

    def subjects(self) -> Iterator[Mention]:
        """What is said to speak and is no name."""
        if not self.language.verb_final:
            for first, last in BesideCues(self.phrases).all():
                yield self._described(first, last)

    def _named(self, index: int, length: int) -> Mention:
        run = self.words[index : index + length]
        titles = [i for i, word in enumerate(run) if self._is_title(word)]
        after = titles[-1] + 1 if titles else 0
        if self._is_body(run):
            after = 0
        elif after == length and self._is_family_title(run, titles):
            after = titles[-2] + 1 if len(titles) > 1 else 0
        elif after == length:
            return self._mention(index, index + length - 1, "office", definite=True)
        skip = self._of_office(index, run) if not titles else 0
        if not titles and (self._is_compound(index, run) or self._is_headed(index, run)):
            skip = 1
        if not titles and index in self.roles and self.language.bare_genitive:
            skip = max(length - self._of_person(run), 0)
        first = index + max(after, skip)
        name = self.words[first : index + length + self._body_complement(run, index)]
        begun, role = self._role_before(first, index)
        if role is None:
            role = self._role_after(index + length - 1)
        return Mention(
            start=name[0].start,
            end=name[-1].end,
            kind=self._kind(name) if not self._is_of_body(first, index) else "organization",
            name=self.reading.text[name[0].start : name[-1].start + len(name[-1].stem)],
            keys=tuple(word.key for word in name),
            outer=self.words[begun].start,
            role=role,
            suffix=name[-1].suffix,
            gender=self._gender_of(name, begun, first),
        )

    def _is_title(self, word: Word) -> bool:
        """Whether a word is one for an office or a trade, or for those one is of: `Esnaftan`."""
        titles, endings = self.language.titles, self.language.source_endings
        if word.key in titles or not (endings and word.key.endswith(endings)):
            return word.key in titles
        return any(word.key.removesuffix(ending) in titles for ending in endings)

    def _is_body(self, run: Sequence[Word]) -> bool:
        """Whether a name with a title in it is a body's: `Secretaría de Salud`."""
        if self.language.verb_final:
            return run[-1].key in self.bodies
        return run[0].key in self.bodies and run[-1].key not in self.language.titles

    def _body_complement(self, run: Sequence[Word], index: int) -> int:
        """How many words behind a body's one word belong to its name: `Ligue des maraîchers`."""
        if len(run) != 1 or run[0].key not in self.bodies:
            return 0
        return self.phrases.of_body(index)

    def _of_office(self, index: int, run: Sequence[Word]) -> int:
        """In `Secretary of State Jane Roe`, how many words of the run belong to the office."""
        if index < 2 or len(run) < 3 or self.words[index - 1].key not in self.language.office_links:
            return 0
        return len(run) - 2 if self.words[index - 2].key in self.language.titles else 0

    def _is_family_title(self, run: Sequence[Word], titles: list[int]) -> bool:
        """Whether the title at the end of a run is a family name behind a given one."""
        last = run[-1]
        if len(titles) > 1:  # behind another title, a word that only ends like one: `Wolgast`
            return len(last.stem) > len(last.key)
        return len(run) > 1 and last.key in self.language.family_titles

    def _is_compound(self, index: int, run: Sequence[Word]) -> bool:
        """Whether a run begins with a word too long for a given name, or one behind an article,
        where nouns have capitals: what somebody is, before two names.
        """
        if not self.language.capital_nouns or len(run) <= _FULL:
            return False
        before = self.words[index - 1].key if index and self.found.touches(index - 1) else ""
        bodies = self.language.organization_words
        noun = before in self.language.articles and not any(word.key in bodies for word in run)
        return noun or (len(run[0].stem) >= _COMPOUND and "-" not in run[0].stem)

    def _is_headed(self, index: int, run: Sequence[Word]) -> bool:
        """Whether the first of three words has its capital from the head of the sentence, where a
        third would be the father's name: `Проводник Максим Тропинин водит`.
        """
        three = bool(self.language.patronymics) and len(run) == _FULL + 1
        return three and self._of_person(run) == _FULL and self.found.is_initial(index)

    def _of_person(self, run: Sequence[Word]) -> int:
        """How many words at the end of a run behind an office are the name of a person: two, or
        three with the father's name or with initials.
        """
        middle = run[-2:-1]
        three = any(w.key.endswith(self.language.patronymics) or len(w.text) == 1 for w in middle)
        return 3 if self.language.patronymics and three else 2

    def _kind(self, name: Sequence[Word]) -> MentionKind:
        bodies = self.language.organization_words
        if not bodies.isdisjoint([word.key for word in name]) or self.found.is_body(name):
            return "organization"
        only = name[0].stem
        return "organization" if len(name) == 1 and only.isupper() and len(only) > 1 else "person"

    def _is_of_body(self, first: int, run: int) -> bool:
        """Whether the noun before a name is a body's: `la naviera Boreal`."""
        phrase = self.roles.get(first) or self.roles.get(run)
        return phrase is not None and self._is_body_noun(phrase.noun) and phrase.last == phrase.noun

    def _is_body_noun(self, noun: int) -> bool:
        return self.words[noun].key in self.bodies

    def _role_before(self, first: int, run: int) -> tuple[int, str | None]:
        """The role before a name, and the word that it begins with, the article included: `Rusya
        Dışişleri Bakanı`, `Rep`, `la consejera de Puertos`.
        """
        phrase = self.roles.get(first) or self.roles.get(run)
        if phrase:
            start = phrase.noun if phrase.article else phrase.first
            start = phrase.first + 1 if phrase.article else start
            return phrase.first, self._text(start, first - 1 if first > run else phrase.last)
        index, titled = first, False
        if first and self.words[first - 1].key in self.language.office_links:
            return first, None
        while index > 0 and first - index < _ROLE and self.found.touches(index - 1):
            word = self.words[index - 1]
            title = word.key in self.language.titles
            linked = word.key in self.language.office_links
            if not (title or linked or self.found.is_name_word(index - 1)):
                break
            titled = titled or title
            index -= 1
        if not titled:
            return first, None
        while self.words[index].key in self.language.office_links:
            index += 1
        return index, self._text(index, first - 1)

    def _role_after(self, last: int) -> str | None:
        found = self.phrases.apposition(last)
        return self._text(*found) if found else None

    def _text(self, first: int, last: int) -> str:
        return self.reading.text[self.words[first].start : self.words[last].end]

    def _noun(self, phrase: Phrase) -> Mention:
        plural = self.phrases.is_plural(phrase.noun)
        definite = phrase.definite and not plural
        found = self._mention(phrase.first, phrase.last, "unnamed", definite=definite)
        gender = self._gender_of_noun(phrase.first, phrase.noun)
        return found._replace(head=self.words[phrase.noun].key, gender=gender, plural=plural)

    def _described(self, first: int, last: int) -> Mention:
        """What stands beside a cue; it can mean somebody named if it is a word for a person."""
        noun = self.phrases.person_noun(first, last)
        if noun is None:
            return self._mention(first, last, "unnamed")
        return self._noun(Phrase(first, noun, last, None, True, self.phrases.is_definite(first)))

    def _gender_of_noun(self, first: int, noun: int) -> Gender | None:
        """The gender of a noun, or of the article before it."""
        shown = shown_by(self.words[noun : noun + 1], self.language)
        if shown or first == noun:
            return shown or shown_by(self.words[first : noun + 1], self.language)
        article = of_article(self.words[first], self.language)
        return article or shown_by(self.words[first:noun], self.language)

    def _mention(
        self, first: int, last: int, kind: MentionKind, *, definite: bool = False
    ) -> Mention:
        run = self.words[first : last + 1]
        return Mention(
            start=run[0].start,
            end=run[-1].end,
            kind=kind,
            name=self.reading.text[run[0].start : run[-1].start + len(run[-1].stem)],
            keys=tuple(word.key for word in run),
            outer=run[0].start,
            suffix=run[-1].suffix,
            definite=definite,
            gender=shown_by(run, self.language),
        )

    def _gender_of(self, name: Sequence[Word], begun: int, first: int) -> Gender | None:
        """The gender that the title before a name, the role after it, or the name itself shows."""
        gap = (
            self.reading.text[self.words[begun - 1].end : self.words[begun].start] if begun else "."
        )
        beside = gap.strip(" \u00a0") in ("", ",")
        before = self.words[max(first - 2, begun - 1 if beside else begun) : first]
        after = self.phrases.apposition(first + len(name) - 1)
        behind = self.words[after[0] : after[1] + 1] if after else []
        told = shown_by(before, self.language) or shown_by(behind, self.language)
        return told or of_name(name, self.language)
