"""Tracing a pronoun or a description back to somebody who was mentioned before it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left
from collections.abc import Sequence, Set

from quotedb.extraction.mention import Mention
from quotedb.extraction.people import People, Person
from quotedb.extraction.reading import Reading
from quotedb.extraction.subjects import Subjects
from quotedb.extraction.words import folded_word

_PRONOUN_REACH = 6  # sentences that a pronoun is traced back over
_SURE_REACH = 12  # the same where the genders are known
_APPOSED = 60  # characters of a name and what follows it
_NAME_NEXT = 6  # characters to a name, with a comma and an abbreviated title


class Tracer(ABC):
    """Looks back over the sentences of one text for whom a mention may mean.

    Args:
        reading: the text.
        mentions: all of them, in order.
        people: who is who.
        subjects: which of them may be a subject.
        heard: where the named mentions begin that stand straight before or behind a cue.
    """

    def __init__(
        self,
        reading: Reading,
        mentions: Sequence[Mention],
        people: People,
        subjects: Subjects,
        heard: Set[int],
    ) -> None:
        self.reading = reading
        self.mentions = mentions
        self.people = people
        self.subjects = subjects
        self.heard = heard
        self._starts = [mention.start for mention in mentions]

    @abstractmethod
    def whom(self, mention: Mention) -> Person | None:
        """The person a mention means."""

    def within(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin between two offsets."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self.mentions[first:last]

    def _back(self, pronoun: Mention, *, sure: bool) -> Person | None:
        if sure and pronoun.gender is None:
            return None
        sentence = self.reading.sentence_at(pronoun.start)
        reach = _SURE_REACH if sure and self.reading.language.inverts else _PRONOUN_REACH
        for back in range(sentence, max(sentence - reach, -1), -1):
            start, end = self.reading.sentences[back]
            end = min(end, pronoun.start)
            persons = self._persons(start, end, pronoun, sure=sure)
            free = [m for m in persons if not self.subjects.is_governed(m)]
            if back == sentence and pronoun.kind == "unnamed":
                persons = free = [m for m in free if not self.subjects.is_reported(m)]
            if persons:
                return self._who((persons if back == sentence else free or persons)[0])
        return None

    def _persons(self, start: int, end: int, pronoun: Mention, *, sure: bool) -> list[Mention]:
        """The persons between two offsets that a pronoun's gender allows, by their names or, for
        a pronoun, by the offices that they are told to hold.
        """
        offices = self.reading.language.inverts and pronoun.kind == "pronoun"
        return [
            m
            for m in self.within(start, end)
            if (m.kind == "person" and self._fits(m, pronoun, sure=sure) and self._is_somebody(m))
            or (offices and self._may_mean(m, pronoun, sure=sure))
        ]

    def _is_somebody(self, mention: Mention) -> bool:
        """Whether a name is more than one word that hangs on another and never speaks, as that of
        a place does.
        """
        language = self.reading.language
        if not language.inverts or self.people.is_known(mention) or mention.start in self.heard:
            return True
        if language.no_articles and mention.keys[-1].endswith(language.adjective_endings):
            return False
        return not self.subjects.is_governed(mention)

    def _fits(self, person: Mention, meant: Mention, *, sure: bool) -> bool:
        """Whether a pronoun or a description may mean somebody, by gender and by role: who is
        told to have one office is not meant by the word for another.
        """
        if not self.people.may_be(person, meant, sure=sure):
            return False
        language = self.reading.language
        if meant.kind != "unnamed" or not language.generic_offices:
            return True
        if meant.head not in language.titles - language.generic_offices:
            return True
        role = [folded_word(word) for word in (self.people.person(person).role or "").split()]
        offices = language.titles.intersection(role) - language.generic_offices
        return not offices or any(meant.head in word for word in role)

    def _named_before(self, mention: Mention) -> Mention | None:
        """The name that it stands in apposition to: `Nadia Ferro, chercheuse à Brest, …`."""
        text, found = self.reading.text, None
        for one in self.within(max(mention.outer - _APPOSED, 0), mention.outer):
            if one.kind == "person" and text[one.end : mention.outer] == ", ":
                found = one
        return found

    def _has_article(self, mention: Mention) -> bool:
        first = self.reading.words_between(mention.start, mention.end)[:1]
        return any(word.key in self.reading.language.articles for word in first)

    def _is_named_next(self, mention: Mention) -> bool:
        """Whether the name of somebody follows the word for them: `Sa femme, Ginette`."""
        following = self.within(mention.end, mention.end + _NAME_NEXT)
        return any(one.kind == "person" for one in following)

    def _may_mean(self, mention: Mention, pronoun: Mention, *, sure: bool) -> bool:
        """Whether a pronoun may stand for an office told of somebody, or for somebody who is not
        named: of its gender, as far as is known.
        """
        if mention.kind == "office" or mention.definite:
            holder = self.people.holder(mention)
            if holder is not None:
                return self.people.suits(holder, pronoun, sure=sure)
        if mention.kind != "unnamed" or not mention.head or self._is_named_next(mention):
            return False
        if self._named_before(mention):
            return False
        if mention.head in self.reading.language.text_nouns:
            return False
        # Where only family names have a gender, the word for an office is a man's and for all.
        language = self.reading.language
        genderless = mention.gender is None and mention.head in language.titles
        genderless = genderless and bool(language.family_name_genders)
        return ("masculine" if genderless else mention.gender) == pronoun.gender is not None

    def _who(self, mention: Mention) -> Person | None:
        return self.people.person(mention) if mention.kind == "person" else self.whom(mention)
