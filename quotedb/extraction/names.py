"""Names: runs of words that begin with a capital letter."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from quotedb.extraction.headlines import headline_words
from quotedb.extraction.lone_names import LoneNames
from quotedb.extraction.reading import Reading
from quotedb.extraction.words import Word, is_initial

_BODY = 5  # letters of a word for a body that a compound may end in
_ABBREVIATION = 6  # letters of no title that is cut short
_SPACES = (" ", "\u00a0", "")


class Names:
    """Where the names of a text are: `runs` maps the number of a first word to how many."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        self.language = reading.language
        self._initial = {self._first_word_from(start) for start, _ in reading.sentences} | {
            self._first_word_from(span.outer_end) for span in reading.spans
        }
        self._capital = [index for index, word in enumerate(self.words) if word.capital]
        self._headline = headline_words(reading, self._capital)
        self._capitals = {
            self.words[index].key
            for index in self._capital
            if index not in self._initial and index not in self._headline
        }
        self.runs = self._all_runs()
        if self.language.capital_nouns:
            lone = LoneNames(self.words, self.language, self.runs, self.touches, self._is_doubtful)
            self.runs = lone.told()

    def _all_runs(self) -> dict[int, int]:
        runs: dict[int, int] = {}
        free = 0
        for index in self._capital:
            length = self._run(index) if index >= free else 0
            if length:
                runs[index] = length
                free = index + length
        return runs

    @cached_property
    def _small(self) -> set[str]:
        """The words that the text writes small somewhere."""
        return {word.key for word in self.words if not word.capital}

    @cached_property
    def last(self) -> set[str]:
        """The last words of the longer names."""
        return {self.words[i + n - 1].key for i, n in self.runs.items() if n > 1}

    def is_initial(self, index: int) -> bool:
        """Whether a word begins a sentence."""
        return index in self._initial

    def _is_doubtful(self, index: int) -> bool:
        """Whether a word has its capital only from the head of its sentence, for all the text
        shows.
        """
        return index in self._initial and self.words[index].key not in self._capitals

    def touches(self, index: int) -> bool:
        """Whether only space, or the stop of an abbreviation, parts a word from the next."""
        words = self.words
        if index + 1 >= len(words) or words[index].suffix:
            return False
        gap = self.reading.text[words[index].end : words[index + 1].start]
        return gap in _SPACES or (gap.rstrip(" \u00a0") == "." and self.is_short(index))

    def is_name_word(self, index: int) -> bool:
        """Whether a word may be a part of a name."""
        if index >= len(self.words):
            return False
        word = self.words[index]
        if not word.capital or not word.key[:1].isalpha() or self._is_bracketed(word):
            return False
        if self._is_initial(index):
            return True
        if word.key in self.language.name_starts:
            return index + 1 < len(self.words) and self.words[index + 1].capital
        if index in self._headline and (
            word.key in self._small or word.key in self.language.speech_verbs
        ):
            return False
        # A compound that is known by its last part is another word than that part.
        compound = self.language.compound_heads and len(word.stem) > len(word.key)
        return word.key not in self.language.not_names or bool(compound)

    def _is_initial(self, index: int) -> bool:
        """Whether a word is the first letter of a given name, before another or the family name:
        `П. С. Жильцов`.
        """
        word, text = self.words[index], self.reading.text
        if not is_initial(word.text) or text[word.end : word.end + 1] != ".":
            return False
        following = self.words[index + 1 : index + 2]
        return any(w.capital and w.start - word.end <= 2 for w in following)

    def _first_word_from(self, offset: int) -> int:
        return bisect_left(self.reading.word_starts, offset)

    def _run(self, index: int) -> int:
        """How many words from `index` on make a name or an office; 0 for none."""
        if not self._may_begin(index):
            return 0
        if self._is_small_title(index):
            return 1
        if self._is_told(index):
            return 1
        length = 1
        while self.touches(index + length - 1):
            following = index + length
            particles = self._particles(following)
            if self.is_name_word(following):
                length += 1
            elif particles and self._joins(index, length, following + particles):
                length += particles + 1
            else:
                break
        return length

    def _is_told(self, index: int) -> bool:
        """Whether a shorthand behind an article, a preposition or an office ends its name, and
        another begins: `a déclaré à l’APJ Anne Roe`, `представитель МИД Анна Роева`.
        """
        language, word = self.language, self.words[index]
        short = len(word.stem) > 1 and word.stem.isupper()
        if not (language.inverts and short and index):
            return False
        following = self.words[index + 1 : index + 2]
        before = self.words[index - 1].key
        hangs = before in language.articles or before in language.prepositions
        bodies = language.titles | language.organization_words
        hangs = hangs or (language.bare_genitive and before in bodies)
        return hangs and any(not other.stem.isupper() for other in following)

    def _joins(self, index: int, length: int, after: int) -> bool:
        """Whether the particles before a word belong to a name. Where every noun has a capital
        they may as well stand between a thing and whose it is (`der Küche von Thea Wollenweber`),
        or between somebody and a body (`Hinrich Claasen von der Rettungsgesellschaft`).
        """
        if not self.touches(after - 1):
            return False
        if self.language.verb_final and length > 1:
            # `da` and `de` behind a full name are no particles but mean "too".
            return self.words[index + length].key not in self.language.function_words
        if not self.language.capital_nouns:
            return True
        before = self.words[index - 1].key if index else ""
        if self._is_told_of(index, length):
            return False
        title = self.words[index].key in self.language.titles
        whose = title and self.words[index + length].key in self.language.articles
        if length == 1 and (whose or before in self.language.articles):
            return False
        particle = self.words[index + length].key
        told = title and self.words[index].key not in self.language.family_titles
        if (length > 1 or told) and particle in self.language.place_links:
            return False
        source = f"{before} {self.words[index].key} {self.words[index + 1].key}"
        if source in self.language.sources_before:
            return False
        word = self.words[after].key
        return not any(word.endswith(body) for body in self._bodies)

    def _is_told_of(self, index: int, length: int) -> bool:
        """Whether `von der` behind a given and a family name says whose somebody is (`Ida Roth von
        der Privatbank`), as nobody of such a family has two names before it.
        """
        run = self.words[index : index + length]
        names = sum(word.key not in self.language.titles for word in run)
        following = self.words[index + length + 1 : index + length + 2]
        return names > 1 and any(word.key in self.language.articles for word in following)

    def is_body(self, name: Sequence[Word]) -> bool:
        """Whether the first word of a name is a compound for a body: `Amtsgericht Kiel`."""
        return self.language.capital_nouns and name[0].key.endswith(self._bodies)

    @cached_property
    def _bodies(self) -> tuple[str, ...]:
        """Words for bodies that longer ones end in."""
        return tuple(w for w in self.language.organization_words if len(w) >= _BODY)

    def _is_small_title(self, index: int) -> bool:
        """Whether a word has its capital only from the head of the sentence, being a title that
        the language writes small: it begins no name.
        """
        language = self.language
        return (
            language.small_titles
            and index in self._initial
            and self.words[index].key in language.titles
        )

    def _particles(self, index: int) -> int:
        """How many particles stand here before a word of a name: `de la` in Juan de la Torre."""
        count = 0
        while (
            index + count < len(self.words)
            and self.words[index + count].key in self.language.particles
            and not self.words[index + count].capital
            and self.touches(index + count)
        ):
            count += 1
        if count and self.language.capital_nouns:
            # "der" and "den" are a part of a name behind "von" only.
            count = 0 if self.words[index].key in self.language.articles else count
        return count if count and self.is_name_word(index + count) else 0

    def _may_begin(self, index: int) -> bool:
        word = self.words[index]
        if not self.is_name_word(index):
            return False
        if not self._is_doubtful(index):
            return True
        if word.key in self.language.titles or (word.suffix and self.language.suffix_apostrophe):
            return True
        # A capital at the head of a sentence says nothing, unless more of a name follows.
        return (
            (self.touches(index) and self.is_name_word(index + 1))
            or self._goes_on(index)
            or self._is_acted(index)
        )

    def _goes_on(self, index: int) -> bool:
        """Whether particles of a family name follow: `Ana de la Torre`. Where every noun has a
        capital they may be prepositions as well, unless there are two or a verb of saying follows.
        """
        if not self.touches(index) or index + 1 >= len(self.words):
            return False
        particles = self._particles(index + 1)
        last = index + 1 + particles
        if not particles or not self._joins(index, 1, last):
            return False
        if not self.language.capital_nouns:
            return True
        if self.words[index + 1].key in self.language.articles:
            return False
        following = self.words[last + 1 : last + 2]
        return particles > 1 or any(w.key in self.language.speech_verbs for w in following)

    def _is_acted(self, index: int) -> bool:
        """Whether a speech verb or a comma follows, as after a subject."""
        word = self.words[index]
        following = self.words[index + 1].key if index + 1 < len(self.words) else ""
        comma = self.reading.text[word.end : word.end + 1] == ","
        return following in self.language.speech_verbs or (comma and self.language.verb_final)

    def _is_bracketed(self, word: Word) -> bool:
        """A party or a shorthand in brackets: `(D-MA)`, `(UN)`."""
        text = self.reading.text
        return text[word.start - 1 : word.start] == "(" and text[word.end : word.end + 1] == ")"

    def is_short(self, index: int) -> bool:
        """Whether a word is an initial, or a title cut short (`Dr.`)."""
        word = self.words[index]
        return is_initial(word.text) or (
            word.key in self.language.titles and len(word.text) < _ABBREVIATION
        )
