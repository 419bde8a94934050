"""What is said to speak beside a cue by a noun that is not known: `the ad says`, `asked a boy in
tears`, `uno de los viajeros`.
"""

from __future__ import annotations

from bisect import bisect_right

from quotedb.extraction.cues import Cue
from quotedb.extraction.phrases import Phrases

_NEXT = 4  # characters between quoted words and the cue that follows them
_SOURCE = 12  # the same with the word for a source before it: `“…”, según informó el hospital`
_PHRASE = 5  # words of a noun phrase beside a cue whose noun is not known


class BesideCues:
    """Finds the noun phrases straight before and behind the cues of a text."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.names = phrases.names
        self.words = phrases.words
        self.language = phrases.language
        self.behind: set[int] = set()  # first words of those straight behind a cue

    def all(self) -> list[tuple[int, int]]:
        """First and last words of what is said to speak by a noun that is not known: `the ad
        says`, `asked a boy in tears`.
        """
        found = []
        for cue in self.phrases.cues:
            before = self._before(cue.first) if cue.sort == "speech" else None
            if before is not None:
                found.append((before, cue.first - 1))
            after = self._after(cue)
            if after is not None:
                found.append(after)
                self.behind.add(after[0])
        return found

    def _before(self, cue: int) -> int | None:
        """Where the noun phrase straight before a cue begins: at an article near by."""
        for index in range(cue - 1, max(cue - 1 - _PHRASE, -1), -1):
            if not self.names.touches(index):
                return None
            if self.words[index].key in self.language.articles:
                hangs = index and self.words[index - 1].key in self.language.prepositions
                return index if index < cue - 1 and not hangs else None
            if not self.phrases.may_belong(index):
                return None
        return None

    def _after(self, cue: Cue) -> tuple[int, int] | None:
        """The first and the last word of the noun phrase straight after a cue, itself straight
        after quoted words: an article, then words of small letters up to a comma or a stop.
        """
        first = cue.last + 1
        one = self._one_of(first) if cue.sort == "speech" and self._follows_words(cue) else None
        if one is not None:
            return first, one
        if first >= len(self.words) or not self.names.touches(cue.last):
            return None
        if cue.sort == "before":
            return self._of_source(cue)
        if self.language.bare_genitive and self._follows_words(cue) and self._is_somebody(first):
            return first, first
        if self.words[first].key not in self.language.articles or not (
            cue.sort != "speech" or self._follows_words(cue)
        ):
            return None
        last = self._end_of(first)
        return (first, last) if last is not None else None

    def _is_somebody(self, index: int) -> bool:
        """Whether a noun without an article ends like one for a person, and no name follows it:
        `вздыхает пассажирка`.
        """
        word = self.words[index]
        small = not word.capital and self.phrases.may_belong(index)
        leads = self.phrases.leads_to_name(index)
        return (
            small
            and not leads
            and word.key.endswith(self.language.person_endings)
            and index + 1 not in self.names.runs
        )

    def _of_source(self, cue: Cue) -> tuple[int, int] | None:
        """The noun phrase behind a cue of a source, whose article may be a part of the cue (`nach
        Angaben der Bahn`), or which has none where nouns have capitals (`laut Bahn`).
        """
        first, articles = cue.last + 1, self.language.articles
        if cue.first < cue.last and self.words[cue.last].key in articles:
            first = cue.last
        elif self.words[first].key not in articles:
            bare = self.language.capital_nouns and self.words[first].capital
            return (first, self._capitals(first)) if bare and not self._is_named(first) else None
        last = self._end_of(first)
        return (first, last) if last is not None else None

    def _capitals(self, first: int) -> int:
        """The last of the words with a capital from `first` on: `laut Deutscher Post`."""
        last = first
        while self.names.touches(last) and self.words[last + 1].capital:
            last += 1
        return last

    def _end_of(self, first: int) -> int | None:
        """Where a noun phrase ends that begins here with its article."""
        index = first
        while index + 1 < len(self.words) and index - first < _PHRASE and self.names.touches(index):
            if not self.phrases.may_belong(index + 1):
                return None
            index += 1
            if self.language.capital_nouns and self.words[index].capital:
                return None if self._is_named(index) else self.phrases.complemented(index)
        return index if index > first else None

    def _one_of(self, first: int) -> int | None:
        """Where `uno de los viajeros` ends, which begins here."""
        words, language = self.words, self.language
        index = first
        if words[index : index + 1] and words[index].text[-1:] in ("'", "’"):
            index += 1
        if [word.key for word in words[index : index + 1]] == [] or index + 2 >= len(words):
            return None
        one, link = words[index], words[index + 1]
        if one.key not in language.partitives or link.key not in language.office_links:
            return None
        last = index + 2
        if words[last].key in language.articles and self.names.touches(last):
            last += 1
        return last

    def _is_named(self, index: int) -> bool:
        """Whether a name begins with a noun or follows it."""
        runs = self.names.runs
        return runs.get(index, 1) > 1 or (index + 1 in runs and self.names.touches(index))

    def _follows_words(self, cue: Cue) -> bool:
        spans = self.names.reading.spans
        at = bisect_right(spans, cue.start, key=lambda span: span.outer_end)
        if at == 0:
            return False
        end = spans[at - 1].outer_end
        between = self.names.reading.text[end : min(cue.start, end + _SOURCE)].split(",")[-1]
        source = " ".join(between.split()) in self.language.sources_before
        return cue.start - end <= _NEXT or (source and cue.start - end <= _SOURCE)
