"""Noun phrases for people: `the minister`, `a senior official of the port`, `la consejera de
Puertos, Ana Roe` – who is not named, or named straight after.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from quotedb.extraction.names import Names
from quotedb.languages import Language

_MODIFIERS = 4  # words between an article and its noun: "a senior Trump campaign official"
_COMPLEMENTS = 8  # words after the noun: "de la autoridad portuaria"
_APPOSITION = 9  # words between commas that say what a person is
_SMALL = 3  # small words behind a noun that lead to a name
_GENITIVES = 6  # the same where they may be in the genitive: "городского транспортного управления"
_CALLED = 4  # words of a body's name in marks
_GAP = 3  # characters between two words of one phrase


class Phrase(NamedTuple):
    """A noun phrase by the numbers of its words: from `first` (its article) to `last`, with its
    noun; `name` is where a person's name begins that belongs to it.
    """

    first: int
    noun: int
    last: int
    name: int | None = None
    article: bool = False
    definite: bool = False


@lru_cache
def _nouns(language: Language) -> frozenset[str]:
    """The nouns that mean people."""
    return language.titles | language.person_nouns


@lru_cache
def _bounds(language: Language) -> frozenset[str]:
    """The words that such a noun's phrase ends before, besides function words."""
    bounds = language.prepositions | language.speech_verbs | language.pronouns
    if language.verb_final:
        bounds |= language.function_words - {language.conjunction or ""}
    return bounds


class Phrases:
    """Finds the noun phrases of a text that mean people."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.words = names.words
        self.language = names.language
        self._bounds = _bounds(self.language)
        self._nouns = _nouns(self.language)
        self._ends = {first + length - 1 for first, length in names.runs.items()}
        self.cues = names.reading.cues
        self._cue_starts = {cue.first for cue in self.cues}

    def all(self) -> list[Phrase]:
        """The phrases round each known noun in small letters, in order."""
        found = []
        inside = {
            i + n for i, length in self.names.runs.items() if length > 1 for n in range(length)
        }
        for index in [i for i, word in enumerate(self.words) if word.key in self._nouns]:
            word = self.words[index]
            small = not word.capital
            if self.language.capital_nouns:
                small = index not in inside and (word.capital or not word.text[0].isalpha())
            if small or self._is_head(index):
                if word.key in self.language.speech_verbs and not self._has_article(index):
                    continue
                found.append(self._round(index))
        return found

    def _has_article(self, index: int) -> bool:
        """Whether an article stands straight before a word, which a verb has not."""
        return index > 0 and self.words[index - 1].key in self.language.articles

    def apposition(self, last: int) -> tuple[int, int] | None:
        """The role after a name that ends with word `last`: `Jane Roe, the foreign minister,`."""
        text = self.names.reading.text
        end = self.words[last].end
        if text[end : end + 2] not in (", ", " ("):
            return None
        inside: list[int] = []
        for index in range(last + 1, min(last + 1 + _APPOSITION, len(self.words))):
            if index > last + 1 and not self._follows(index):
                return None
            inside.append(index)
            after = text[self.words[index].end : self.words[index].end + 1]
            if after in (",", ")") or (after == "." and not self.names.is_short(index)):
                break
        else:
            return None
        keys = [self.words[index].key for index in inside]
        if not any(key in self._nouns for key in keys):
            return None
        if any(key in self.language.speech_verbs for key in keys):
            return None
        skip = keys[0] in self.language.articles and len(inside) > 1
        return inside[skip], inside[-1]

    def _follows(self, index: int) -> bool:
        """Whether no quotation and no end of a sentence parts a word from the one before."""
        gap = self.names.reading.text[self.words[index - 1].end : self.words[index].start]
        return len(gap) <= _GAP and "\n" not in gap

    def is_plural(self, index: int) -> bool:
        """Whether a noun is another that is known, with an ending of the plural."""
        key = self.words[index].key
        return any(
            key.endswith(ending) and key[: -len(ending)] in self._nouns
            for ending in ("s", "es", "n", "en", "lar", "ler", "ы", "и")
        )

    def person_noun(self, first: int, last: int) -> int | None:
        """Which word of a noun phrase is for a person: a known noun, or one that ends like a
        trade or an origin; none in a language of which such endings are not known.
        """
        endings = self.language.person_endings
        article = self.words[first]
        elided = article.text[-1:] in ("'", "’")
        gendered = elided or article.key in self.language.article_genders
        for index in range(first + 1, last + 1) if endings else ():
            key = self.words[index].key
            if key in self._nouns or (gendered and key.endswith(endings)):
                return index
        return None

    def is_definite(self, first: int) -> bool:
        """Whether a phrase that begins here has an article that means somebody mentioned."""
        return self.words[first].key in self.language.definite_articles

    def _is_head(self, index: int) -> bool:
        """Whether a noun has its capital only from the head of its sentence, after an article or
        not, and stands in no name.
        """
        if self.words[index].capital and self.words[index].key in self.names.last:
            return False
        return self.names.runs.get(index, 1) == 1 and self._opens(index)

    def _opens(self, index: int) -> bool:
        reading = self.names.reading
        start = self.words[index].start
        sentence, _ = reading.sentences[reading.sentence_at(start)]
        return not reading.text[sentence:start].strip()

    def _round(self, noun: int) -> Phrase:
        first, article = self._left(noun)
        last, name = self._right(noun)
        definite = self.words[first].key in self.language.definite_articles or (
            self.language.no_articles
            and not article
            and (first == noun or self.language.verb_final)
        )
        one = self._one_before(first)
        if one is not None:
            return Phrase(one, noun, last, None, True, False)
        return Phrase(first, noun, last, name, article, definite)

    def _one_before(self, first: int) -> int | None:
        """Where `l’un des marins` begins, which ends with the phrase that begins at `first`."""
        words, language = self.words, self.language
        link = first if words[first].key in language.office_links else first - 1
        if not language.partitives or link < 1 or words[link].key not in language.office_links:
            return None
        if words[link - 1].key not in language.partitives or not self.names.touches(link - 1):
            return None
        elided = link > 1 and words[link - 2].text[-1:] in ("'", "’")
        return link - 2 if elided else link - 1

    def _left(self, noun: int) -> tuple[int, bool]:
        """Where a phrase begins, and whether with an article; without one, capitalised words
        straight before the noun belong to it: `Clinton aides`.
        """
        first = noun
        while first > 0 and noun - first <= _MODIFIERS and self.names.touches(first - 1):
            word = self.words[first - 1]
            if word.key in self.language.articles:
                return first - 1, True
            if word.key in self._bounds:
                break
            first -= 1
        if self.language.verb_final:
            return first, False
        if self.language.no_articles:
            return self._adjectives_before(noun), False
        first = noun
        while first > 0 and self.names.touches(first - 1) and self.names.is_name_word(first - 1):
            first -= 1
        return first, False

    def _adjectives_before(self, noun: int) -> int:
        first = noun
        endings = self.language.adjective_endings
        while first > 0 and self.names.touches(first - 1):
            before = self.words[first - 1].key
            if not before.endswith(endings) or before in self.language.function_words:
                break
            first -= 1
        return first

    def _right(self, noun: int) -> tuple[int, int | None]:
        """Where a phrase ends, and where a name begins that belongs to it."""
        last = noun
        while last - noun < _COMPLEMENTS:
            step = self._complement(last) or self._genitive(last) or self._adjectives(last)
            if not step:
                break
            last += step
        return last, self._name_after(last)

    def _complement(self, last: int) -> int:
        """How many words of `de la autoridad`, `of the Harbour Board` follow."""
        index = last + 1
        if not self.names.touches(last) or self.words[index].key not in self.language.office_links:
            return 0
        if not self.names.touches(index):
            return 0
        link = self.words[index].key
        index += 1
        if self.words[index].key in self.language.articles and self.names.touches(index):
            index += 1
        if self.language.capital_nouns and link in self.language.place_links:
            bodies = self.language.organization_words
            if index not in self.names.runs and self.words[index].key not in bodies:
                return 0
        elif link in self.language.place_links and not self.words[index].capital:
            return 0
        if self.words[index].key in self.language.weekdays:
            return 0
        if index in self.names.runs:
            return index + self.names.runs[index] - 1 - last
        return index - last if self.may_belong(index) else 0

    def of_body(self, index: int) -> int:
        """How many words of what a body is for stand behind its name's one word."""
        step = self._complement(index)
        if step and not self.language.capital_nouns:
            more = self._complement(index + step)
            step += more if index + step + more in self._ends else 0
        if not step and self.language.bare_genitive and self.names.touches(index):
            following = index + 1
            key, language = self.words[following].key, self.language
            genitive = key.endswith(language.genitive_endings) and key not in language.titles
            step = int(genitive and self.may_belong(following) and following not in self.names.runs)
        return step

    def _genitive(self, last: int) -> int:
        """How many words of a body's name stand straight after an office: `глава Министерства
        портов`.
        """
        following = last + 1
        length = self.names.runs.get(following, 0)
        if not (self.language.bare_genitive and length and self.names.touches(last)):
            return 0
        if self.words[following].key not in self.language.organization_words:
            return 0
        end = following + length - 1
        while end - following < _COMPLEMENTS and self.names.touches(end):
            if end + 1 in self.names.runs or not self.may_belong(end + 1):
                break
            end += 1
        return end - last

    def _adjectives(self, last: int) -> int:
        """How many small words follow that lead to a name, a complement, a cue or a comma; none
        where every noun has a capital, as adjectives then stand before it.
        """
        if self.language.capital_nouns:
            return 0
        count, most = 0, _GENITIVES if self.language.bare_genitive else _SMALL
        while count < most and self.names.touches(last + count):
            following = last + count + 1
            if following in self.names.runs:
                return count
            if following in self._cue_starts or not self.may_belong(following):
                return count if following in self._cue_starts else self._link(last, count)
            count += 1
        return count if count and not self.names.touches(last + count) and count < 2 else 0

    def complemented(self, noun: int) -> int:
        """The last word of what a noun is of: `Obermeister der Innung`."""
        return self._right(noun)[0]

    def leads_to_name(self, noun: int) -> bool:
        """Whether small words behind a noun lead to a name."""
        last = noun + self._adjectives(noun)
        return last > noun and last + 1 in self.names.runs

    def _link(self, last: int, count: int) -> int:
        linked = self.words[last + count + 1].key in self.language.office_links
        return count if linked else 0

    def _name_after(self, last: int) -> int | None:
        """Where the name of a phrase begins: straight after it, or after a comma."""
        following = last + 1
        if following not in self.names.runs:
            return None
        if self.names.touches(last) or self._is_called(last):
            return following
        text, words = self.names.reading.text, self.words
        if text[words[last].end : words[following].start] != ", ":
            return None
        end = words[following + self.names.runs[following] - 1].end
        closed = text[end : end + 1] in (",", ".", ":", ";", "", "\n")
        return following if closed and self.names.runs[following] > 1 else None

    def _is_called(self, last: int) -> bool:
        """Whether nothing but the name of a body in marks stands between a noun and what follows:
        `директор компании «Север» Иван Роев`.
        """
        reading = self.names.reading
        start, end = self.words[last].end, self.words[last + 1].start
        at = bisect_left(reading.spans, start, key=lambda span: span.outer_start)
        if at == len(reading.spans):
            return False
        span, text = reading.spans[at], reading.text
        inside = text[span.start : span.end]
        return (
            span.outer_end <= end
            and text[start : span.outer_start] == text[span.outer_end : end] == " "
            and inside[:1].isupper()
            and len(inside.split()) <= _CALLED
        )

    def may_belong(self, index: int) -> bool:
        """Whether a word may be a part of a noun phrase: none that bounds one."""
        word = self.words[index]
        return word.key not in self.language.function_words and word.key not in self._bounds
