"""Whom a noun for an office or a body means that is named elsewhere: `the minister`, `the firm`,
`a statement of the town`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quotedb.extraction.mention import Mention
from quotedb.extraction.people import People, Person
from quotedb.extraction.reading import Reading
from quotedb.extraction.words import folded_word

_OFFICE_REACH = 8  # sentences above in which somebody with an office was named
_HOLDER_REACH = 20_000  # characters over which the holder of an office is looked for
_BODY_REACH = 2  # paragraphs above in which a body was named


class Holders:
    """Finds who holds an office, and which body is meant, among the mentions of one text."""

    def __init__(self, reading: Reading, mentions: Sequence[Mention], people: People) -> None:
        self.reading = reading
        self.mentions = mentions
        self.people = people
        self._starts = [mention.start for mention in mentions]

    def within(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin between two offsets."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self.mentions[first:last]

    def author(self, paper: Mention) -> Person | None:
        """Whose a paper is, where the words behind its noun say so: `eine Mitteilung der Stadt`."""
        language = self.reading.language
        if paper.head not in language.statement_nouns:
            return None
        words = self.reading.words_between(paper.start, paper.end)
        keys = [word.key for word in words]
        tail = words[keys.index(paper.head) + 1 :] if paper.head in keys else []
        small = language.prepositions | language.articles | language.office_links
        while tail and tail[0].key in small:
            tail = tail[1:]
        if not tail:
            return None
        name = self.reading.text[tail[0].start : paper.end]
        nouns = [key for key in _uninflected(tail[0].key) if key in language.organization_words]
        if nouns and len(tail) == 1:
            meant = paper._replace(head=nouns[0], name=name)
            return self.body(meant) or Person(name, "organization")
        return Person(name, "organization") if tail[0].capital else None

    def in_office(self, described: Mention) -> Person | None:
        """For a noun that means the holder of any office, the last person told to have one, or
        named in the paragraph; for a noun that needs no office, who was named last.
        """
        language = self.reading.language
        heads = set(self._nominatives(described.head))
        generic = not heads.isdisjoint(language.generic_offices)
        if not generic and heads.isdisjoint(language.lay_nouns):
            return None
        found = None
        if generic:
            found = self._last_in_office(self._of_his(described)) or self._last_in_office(described)
        return found or self._last_near(described)

    def _last_in_office(self, described: Mention) -> Person | None:
        """The last person told to have an office, or named in the paragraph."""
        start = self.reading.sentence_at(described.start) - _OFFICE_REACH
        begin = self.reading.sentences[max(start, 0)][0]
        here, _ = self.reading.paragraphs[self.reading.paragraph_at(described.start)]
        for mention in reversed(self.within(begin, described.start)):
            if mention.kind == "person" and self.people.may_be(mention, described):
                person = self.people.person(mention)
                if person.role or mention.start >= here:
                    return person
        return None

    def _of_his(self, described: Mention) -> Mention:
        """The word for an office that is a man's and for all, as that of a man."""
        office = self.reading.language.family_name_genders and not described.gender
        return described._replace(gender="masculine") if office else described

    def _nominatives(self, noun: str) -> Iterator[str]:
        """A noun as it is, and without the endings that may be a case's."""
        yield noun
        for ending, own in self.reading.language.noun_cases:
            if noun.endswith(ending):
                yield noun.removesuffix(ending) + own

    def _last_near(self, described: Mention) -> Person | None:
        """Who was named last in the paragraph; or in the one above, if the gender is known to be
        the same.
        """
        paragraph = self.reading.paragraph_at(described.start)
        begin, _ = self.reading.paragraphs[paragraph]
        above, _ = self.reading.paragraphs[max(paragraph - 1, 0)]
        alone = not self.reading.language.given_name_genders
        his = self._of_his(described)
        for mention in reversed(self.within(above, described.start)):
            sure = mention.start < begin and not alone
            if self._is_lay(mention, described) and not sure:
                return Person(mention.name, "unnamed")
            meant = his if sure else described
            if mention.kind == "person" and self.people.may_be(mention, meant, sure=sure):
                return self.people.person(mention)
        return None

    def _is_lay(self, mention: Mention, described: Mention) -> bool:
        """Whether a noun means somebody without a name who was told of by another noun."""
        lay = described.head in self.reading.language.lay_nouns
        same = mention.gender is not None and mention.gender == described.gender
        return lay and same and mention.kind == "unnamed" and mention.head != described.head

    def last_holder(self, described: Mention) -> Person | None:
        """The last of several persons told to hold such an office: `Die Ministerin` where one for
        finance was named and another for health.
        """
        begin = max(described.start - _HOLDER_REACH, 0)
        for mention in reversed(self.within(begin, described.start)):
            if mention.kind != "person" or not self.people.may_be(mention, described):
                continue
            person = self.people.person(mention)
            role = [folded_word(word) for word in (person.role or "").split()]
            if any(word.endswith(described.head) for word in role):
                return person
        return None

    def body(self, described: Mention) -> Person | None:
        """Which body a noun for one means, not far above: that with the noun in its name or before
        it; or the last company, if it is a noun for any.
        """
        language = self.reading.language
        paragraph = self.reading.paragraph_at(described.start)
        start, _ = self.reading.paragraphs[max(paragraph - _BODY_REACH, 0)]
        near = [m for m in self.within(start, described.start) if m.kind == "organization"]
        others = language.organization_words - language.company_words
        any_company = described.head in language.company_words
        for mention in reversed(near):
            called = self._called(mention)
            if described.head in called or (any_company and others.isdisjoint(called)):
                return self.people.person(mention)
        return None

    def _called(self, mention: Mention) -> set[str]:
        """The words of a body's name, and of what stands before it."""
        role = self.people.person(mention).role or ""
        return {*mention.keys, *(folded_word(word) for word in role.split())}


def _uninflected(key: str) -> Iterator[str]:
    """A noun as it is, and without the ending of a German genitive."""
    yield key
    for ending in ("s", "es"):
        if key.endswith(ending):
            yield key.removesuffix(ending)
