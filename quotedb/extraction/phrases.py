"""Noun phrases for people: `the minister`, `a senior official of the port`, `la consejera de
Puertos, Ana Roe` – who is not named, or named straight after.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from quotedb.extraction.cues import Cue, cues
from quotedb.extraction.names import Names

_MODIFIERS = 4  # words between an article and its noun: "a senior Trump campaign official"
_COMPLEMENTS = 8  # words after the noun: "de la autoridad portuaria"
_APPOSITION = 9  # words between commas that say what a person is
_NEXT = 4  # characters between quoted words and the cue that follows them
_PHRASE = 5  # words of a noun phrase beside a cue whose noun is not known


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase by the numbers of its words: from `first` (its article) to `last`, with its
    noun; `name` is where a person's name begins that belongs to it.
    """

    first: int
    noun: int
    last: int
    name: int | None = None
    article: bool = False
    definite: bool = False


class Phrases:
    """Finds the noun phrases of a text that mean people."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.words = names.words
        self.language = names.language
        language = self.language
        self._bounds = language.prepositions | language.speech_verbs | language.pronouns
        self._nouns = language.titles | language.person_nouns
        self._cues = cues(self.words, language)
        self._cue_starts = {cue.first for cue in self._cues}

    def all(self) -> list[Phrase]:
        """The phrases round each known noun in small letters, in order."""
        found = []
        inside = {
            i + n for i, length in self.names.runs.items() if length > 1 for n in range(length)
        }
        for index, word in enumerate(self.words):
            small = not word.capital or (self.language.capital_nouns and index not in inside)
            if word.key in self._nouns and (small or self._is_head(index)):
                found.append(self._round(index))
        return found

    def beside_cues(self) -> list[tuple[int, int]]:
        """First and last words of what is said to speak by a noun that is not known: `the ad
        says`, `asked a boy in tears`.
        """
        found = []
        for cue in self._cues:
            before = self._before(cue.first) if cue.sort == "speech" else None
            if before is not None:
                found.append((before, cue.first - 1))
            after = self._after(cue)
            if after is not None:
                found.append((cue.last + 1, after))
        return found

    def apposition(self, last: int) -> tuple[int, int] | None:
        """The role after a name that ends with word `last`: `Jane Roe, the foreign minister,`."""
        text = self.names.reading.text
        end = self.words[last].end
        if text[end : end + 2] not in (", ", " ("):
            return None
        inside: list[int] = []
        for index in range(last + 1, min(last + 1 + _APPOSITION, len(self.words))):
            inside.append(index)
            if text[self.words[index].end : self.words[index].end + 1] in (",", ".", ")"):
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

    def is_plural(self, index: int) -> bool:
        """Whether a noun is another that is known, with an ending of the plural."""
        key = self.words[index].key
        return any(
            key.endswith(ending) and key[: -len(ending)] in self._nouns
            for ending in ("s", "es", "n", "en", "lar", "ler", "ы", "и")
        )

    def _is_head(self, index: int) -> bool:
        """Whether a noun has its capital only from the head of its sentence, after an article or
        not, and stands in no name.
        """
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
        return Phrase(first, noun, last, name, article, definite)

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
            if not self.words[first - 1].key.endswith(endings):
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
        index += 1
        if self.words[index].key in self.language.articles and self.names.touches(index):
            index += 1
        if index in self.names.runs:
            return index + self.names.runs[index] - 1 - last
        return index - last if self._may_belong(index) else 0

    def of_body(self, index: int) -> int:
        """How many words of what a body is for stand behind its name's one word."""
        step = self._complement(index)
        if not step and self.language.bare_genitive and self.names.touches(index):
            following = index + 1
            step = int(self._may_belong(following) and following not in self.names.runs)
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
            if end + 1 in self.names.runs or not self._may_belong(end + 1):
                break
            end += 1
        return end - last

    def _adjectives(self, last: int) -> int:
        """How many small words follow that lead to a name, a complement, a cue or a comma."""
        count = 0
        while count < 3 and self.names.touches(last + count):
            following = last + count + 1
            if following in self.names.runs:
                return count
            if following in self._cue_starts or not self._may_belong(following):
                return count if following in self._cue_starts else self._link(last, count)
            count += 1
        return count if count and not self.names.touches(last + count) and count < 2 else 0

    def _link(self, last: int, count: int) -> int:
        linked = self.words[last + count + 1].key in self.language.office_links
        return count if linked else 0

    def _name_after(self, last: int) -> int | None:
        """Where the name of a phrase begins: straight after it, or after a comma."""
        following = last + 1
        if following not in self.names.runs:
            return None
        if self.names.touches(last):
            return following
        text, words = self.names.reading.text, self.words
        if text[words[last].end : words[following].start] != ", ":
            return None
        end = words[following + self.names.runs[following] - 1].end
        closed = text[end : end + 1] in (",", ".", ":", ";", "", "\n")
        return following if closed and self.names.runs[following] > 1 else None

    def _before(self, cue: int) -> int | None:
        """Where the noun phrase straight before a cue begins: at an article near by."""
        for index in range(cue - 1, max(cue - 1 - _PHRASE, -1), -1):
            if not self.names.touches(index):
                return None
            if self.words[index].key in self.language.articles:
                hangs = index and self.words[index - 1].key in self.language.prepositions
                return index if index < cue - 1 and not hangs else None
            if not self._may_belong(index):
                return None
        return None

    def _after(self, cue: Cue) -> int | None:
        """Where the noun phrase straight after a cue ends, itself straight after quoted words: an
        article, then words of small letters up to a comma or a stop.
        """
        first = cue.last + 1
        if first >= len(self.words) or self.words[first].key not in self.language.articles:
            return None
        behind = cue.sort != "speech" or self._follows_words(cue)
        if not behind or not self.names.touches(cue.last):
            return None
        index = first
        while index + 1 < len(self.words) and index - first < _PHRASE and self.names.touches(index):
            if not self._may_belong(index + 1):
                return None
            index += 1
        return index if index > first else None

    def _follows_words(self, cue: Cue) -> bool:
        spans = self.names.reading.spans
        at = bisect_right(spans, cue.start, key=lambda span: span.outer_end)
        return at > 0 and cue.start - spans[at - 1].outer_end <= _NEXT

    def _may_belong(self, index: int) -> bool:
        word = self.words[index]
        return word.key not in self.language.function_words and word.key not in self._bounds
