"""Whether a mention may be the subject of its sentence, by what stands before and after it."""

from __future__ import annotations

from bisect import bisect_left

from quotedb.extraction.mention import Mention
from quotedb.extraction.people import People
from quotedb.extraction.reading import Reading, last_before
from quotedb.extraction.words import Word

_CLAUSE_ENDS = ("", "\n", ".", ",", ";", ":", "!", "?", "…", "–", "—", "”", "»", "“", '"')
_DETERMINERS = 2  # words between a preposition and a name: an article, a title
_ADJECTIVES = 4  # the same with adjectives, which have one of these endings
_INFLECTED = ("e", "en", "er", "es", "em")


class Subjects:
    """Tells subjects from what hangs on a preposition or stands in another case."""

    def __init__(self, reading: Reading, people: People) -> None:
        self.reading = reading
        self.people = people
        self._prepositions: dict[int, Word | None] = {}

    def is_governed(self, mention: Mention) -> bool:
        """Whether a mention hangs on a preposition or is a possessor, and so is no subject."""
        return bool(mention.suffix) or self.follows_preposition(mention)

    def follows_preposition(self, mention: Mention) -> bool:
        """Whether a preposition stands straight before a mention, or before its article."""
        return self.preposition(mention) is not None

    def preposition(self, mention: Mention) -> Word | None:
        """The preposition that a mention hangs on."""
        if mention.start not in self._prepositions:
            self._prepositions[mention.start] = self._preposition(mention)
        return self._prepositions[mention.start]

    def _preposition(self, mention: Mention) -> Word | None:
        words, language = self.reading.words, self.reading.language
        index = bisect_left(self.reading.word_starts, mention.outer)
        reach = _ADJECTIVES if language.capital_nouns else _DETERMINERS
        for _ in range(reach):
            gap = self.reading.text[words[index - 1].end : words[index].start] if index else "."
            if gap not in (" ", ""):
                return None
            index -= 1
            word = words[index]
            if word.key in language.prepositions:
                return None if self._is_in_name(word, mention) else word
            determiner = word.key in language.articles or word.key in language.titles
            if not (determiner or (language.capital_nouns and self._is_adjective(word))):
                return None
        return None

    def _is_in_name(self, preposition: Word, mention: Mention) -> bool:
        """Whether what could be a preposition belongs to the name: `Von der Heide sagte`."""
        if preposition.key not in self.reading.language.particles or mention.kind != "person":
            return False
        return preposition.key in self.people.keys(mention)

    def _is_adjective(self, word: Word) -> bool:
        language, key = self.reading.language, word.key
        if word.capital or not key.endswith(_INFLECTED):
            return False
        return key not in language.function_words and key not in language.speech_verbs

    def is_oblique(self, mention: Mention) -> bool:
        """Whether a name is written in another case than the nominative, or a noun says only whose
        the noun before it is: `aus dem Umfeld der Ermittler`.
        """
        if mention.kind == "unnamed":
            return self._is_genitive(mention) or self._is_bent(mention)
        written = self.reading.text[mention.start : mention.end]
        return mention.kind == "person" and not mention.suffix and written != mention.name

    def _is_bent(self, mention: Mention) -> bool:
        """Whether a noun that is known in the nominative stands in another case."""
        language, key = self.reading.language, mention.head
        return any(
            key.endswith(ending) and key.removesuffix(ending) + own in language.titles
            for ending, own in language.oblique_nouns
        )

    def _is_genitive(self, mention: Mention) -> bool:
        language, words = self.reading.language, self.reading.words
        index = bisect_left(self.reading.word_starts, mention.outer)
        if not index or words[index].key not in language.genitive_articles:
            return False
        before = words[index - 1]
        beside = self.reading.text[before.end : words[index].start] == " "
        return beside and before.capital and before.key not in language.speech_verbs

    def _speaks_in_plural(self, mention: Mention) -> bool:
        """Whether a verb of saying in the plural follows, of which one person is no subject: `В
        Минприроды сообщили`.
        """
        index = bisect_left(self.reading.word_starts, mention.end)
        language = self.reading.language
        return any(
            word.key in language.speech_verbs and word.key.endswith(language.plural_endings)
            for word in self.reading.words[index : index + 1]
        )

    def is_seated(self, mention: Mention) -> bool:
        """Whether a body stands behind a preposition at the head of a clause: `В мэрии …`."""
        preposition = self.preposition(mention)
        language, text = self.reading.language, self.reading.text
        if preposition is None or preposition.key not in language.seat_prepositions:
            return False
        return mention.kind != "person" and last_before(text, preposition.start, " ") in (
            _CLAUSE_ENDS
        )

    def is_reported(self, mention: Mention) -> bool:
        """Whether a verb of reported speech follows somebody, of whom then somebody else tells."""
        index = bisect_left(self.reading.word_starts, mention.end)
        following = self.reading.words[index : index + 1]
        return any(word.key in self.reading.language.reported_verbs for word in following)

    def gives(self, mention: Mention) -> bool:
        """Whether something comes from somebody: by the preposition before the mention."""
        preposition = self.preposition(mention)
        language = self.reading.language
        return preposition is not None and (
            preposition.key in language.agents or preposition.key in language.seat_prepositions
        )

    def may_speak(self, mention: Mention) -> bool:
        """Whether somebody may be the subject of a sentence: who hangs on no preposition but such
        as make a body speak (`desde la empresa`) or give a view (`para el alcalde, …`), or is
        followed by a clause of its own (`…, que la calificó de …`).
        """
        preposition = self.preposition(mention)
        if preposition is None:
            return True
        language, text = self.reading.language, self.reading.text
        if last_before(text, preposition.start, " ") in _CLAUSE_ENDS:
            body = mention.kind != "person" or self._speaks_in_plural(mention)
            if body and preposition.key in language.seat_prepositions:
                return True
            if preposition.key in language.view_prepositions:
                return True
        if text[mention.end : mention.end + 2] != ", ":
            return False
        index = bisect_left(self.reading.word_starts, mention.end)
        following = self.reading.words[index : index + 1]
        return any(word.key in language.relative_words for word in following)
