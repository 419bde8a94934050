"""Names of one word where every noun has a capital, which therefore tells nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from quotedb.extraction.words import Word
from quotedb.languages import Language


class LoneNames:
    """Tells names of one word from nouns.

    Args:
        words: those of a text.
        language: one that gives every noun a capital.
        runs: words with a capital in a row, by the number of the first to how many.
        touches: whether only space parts a word from the next.
        is_doubtful: whether a word may have its capital from the head of its sentence.
    """

    def __init__(
        self,
        words: Sequence[Word],
        language: Language,
        runs: Mapping[int, int],
        touches: Callable[[int], bool],
        is_doubtful: Callable[[int], bool],
    ) -> None:
        self.words = words
        self.language = language
        self._runs = runs
        self._touches = touches
        self._is_doubtful = is_doubtful

    def told(self) -> dict[int, int]:
        """The runs without the nouns, and without what follows the name of an owner."""
        owners = [i for i, n in self._runs.items() if n > 1 and self._is_owner(i)]
        owned = {i + 1: self._runs[i] - 1 for i in owners}
        self._runs = dict(sorted({**self._runs, **dict.fromkeys(owners, 1), **owned}.items()))
        return {i: n for i, n in self._runs.items() if n > 1 or self._is_lone_name(i)}

    def _is_owner(self, index: int) -> bool:
        """Whether a word is a name known from elsewhere in the genitive, and what follows a noun:
        `Vogls Kommentar`.
        """
        key = self.words[index].key
        return key.endswith("s") and key not in self._last and key[:-1] in self._last

    @cached_property
    def _last(self) -> set[str]:
        """The last words of the longer names."""
        return {self.words[i + n - 1].key for i, n in self._runs.items() if n > 1}

    def _is_lone_name(self, index: int) -> bool:
        """Whether one word is a name where every noun has a capital: a part of a longer name
        that the text has, a word beside a cue without an article, or in capitals throughout.
        """
        word, language = self.words[index], self.language
        if word.key in self._parts or word.text.isupper() or word.key in language.titles:
            return True
        before = self.words[index - 1].key if index and self._touches(index - 1) else ""
        after = self.words[index + 1].key if self._touches(index) else ""
        if before in language.titles or (index and self._is_aged(index)):
            return True
        if before in language.lay_nouns or before in language.kin:
            return self._is_no_noun(word)
        if self._is_doubtful(index):
            return False
        beside = before in language.speech_verbs or after in language.speech_verbs
        return beside and before not in language.articles and word.key not in self._governed

    def _is_aged(self, index: int) -> bool:
        """Whether a word is the given name of somebody told by their age: `der zwölfjährige Jonte`,
        and no noun for a person (`der zwölfjährige Schüler`).
        """
        language, age = self.language, self.words[index - 1]
        if age.capital or not age.key.endswith(language.ages) or not self._touches(index - 1):
            return False
        return self._is_no_noun(self.words[index])

    def _is_no_noun(self, word: Word) -> bool:
        """Whether a word is none for a person, as far as is known."""
        language = self.language
        nouns = word.key in language.titles or word.key in language.person_nouns
        return not nouns and not word.key.endswith(language.person_endings)

    @cached_property
    def _parts(self) -> set[str]:
        """First and last words of the longer names, with and without the ending of a case."""
        keys = {
            self.words[place].key
            for index, length in self._runs.items()
            if length > 1
            for place in (index, index + length - 1)
        }
        return keys | {key + ending for key in keys for ending, _ in self.language.name_endings}

    @cached_property
    def _governed(self) -> set[str]:
        """Words that have an article somewhere, as names have not."""
        articles = self.language.articles
        return {b.key for a, b in pairwise(self.words) if a.key in articles and b.capital}
