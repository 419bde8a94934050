"""Who is mentioned outside of the quotations: names with their roles, offices, pronouns, people
without a name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from quotedb.extraction.beside import BesideCues
from quotedb.extraction.genders import Gender, of_article, shown_by
from quotedb.extraction.mention import Mention, mention_of
from quotedb.extraction.named import NamedMentions
from quotedb.extraction.names import Names
from quotedb.extraction.phrases import Phrase, Phrases
from quotedb.extraction.reading import Reading
from quotedb.extraction.words import words_in
from quotedb.languages import Language

_WEAK = ("relative", "pronoun")  # kinds that give way where two mentions overlap


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

    def names(self) -> Iterator[Mention]:
        """Names and offices: runs of capitalised words."""
        inside = {
            index for phrase in self.people for index in range(phrase.noun + 1, phrase.last + 1)
        }
        heads = {phrase.noun for phrase in self.people}
        named = NamedMentions(self.found, self.phrases, self.people)
        for index, length in self.found.runs.items():
            if index not in inside and not (length == 1 and index in heads):
                yield named.mention(index, length)

    def nouns(self) -> Iterator[Mention]:
        """People without a name, by what they are."""
        for phrase in self.people:
            if phrase.name is None and not self._owns(phrase):
                yield self._noun(phrase)

    def _owns(self, phrase: Phrase) -> bool:
        """Whether a noun only says whose somebody is: `güreşçinin annesi`."""
        following = self.words[phrase.last + 1 : phrase.last + 2]
        return bool(self.words[phrase.last].suffix) and any(
            word.capital or word.key in self.language.person_nouns for word in following
        )

    def pronouns(self) -> Iterator[Mention]:
        """Pronouns that can stand for a person."""
        language = self.language
        able = pronoun_keys(language)
        for index in [i for i, word in enumerate(self.words) if word.key in able]:
            word = self.words[index]
            if word.text.lower() in language.pronouns:
                yield mention_of(self.reading, index, index, "pronoun")
            elif word.key in language.relatives:
                yield mention_of(self.reading, index, index, "relative")
            elif word.key in language.demonstratives and self._speaks(index):
                gender = of_article(word, self.language)
                yield mention_of(self.reading, index, index, "pronoun")._replace(gender=gender)

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
            beside = BesideCues(self.phrases)
            for first, last in beside.all():
                found = self._described(first, last)
                article = self.words[first]
                if not found.head and first in beside.behind and self.phrases.is_definite(first):
                    shown = of_article(article, self.language)
                    found = found._replace(definite=shown is not None, gender=shown)
                yield found

    def _noun(self, phrase: Phrase) -> Mention:
        plural = self.phrases.is_plural(phrase.noun) or self._disagrees(phrase)
        definite = phrase.definite and not plural
        found = mention_of(self.reading, phrase.first, phrase.last, "unnamed", definite=definite)
        gender = self._gender_of_noun(phrase.first, phrase.noun)
        return found._replace(head=self.words[phrase.noun].key, gender=gender, plural=plural)

    def _disagrees(self, phrase: Phrase) -> bool:
        """Whether the article of one gender before a noun of the other shows the plural: `die
        Prüfer`.
        """
        article = self.words[phrase.first : phrase.first + 1]
        noun = shown_by(self.words[phrase.noun : phrase.noun + 1], self.language)
        return (
            self.language.capital_nouns
            and noun == "masculine"
            and any(of_article(word, self.language) == "feminine" for word in article)
        )

    def _described(self, first: int, last: int) -> Mention:
        """What stands beside a cue; it can mean somebody named if it is a word for a person."""
        noun = self.phrases.person_noun(first, last)
        if noun is None:
            return mention_of(self.reading, first, last, "unnamed")
        return self._noun(Phrase(first, noun, last, None, True, self.phrases.is_definite(first)))

    def _gender_of_noun(self, first: int, noun: int) -> Gender | None:
        """The gender of a noun, or of the article before it."""
        shown = shown_by(self.words[noun : noun + 1], self.language)
        if shown or first == noun:
            return shown or shown_by(self.words[first : noun + 1], self.language)
        article = of_article(self.words[first], self.language)
        return article or shown_by(self.words[first:noun], self.language)
