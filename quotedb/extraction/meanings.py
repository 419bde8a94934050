"""Whom a mention means that is no name: a pronoun, an office, a description, a body's noun."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set

from quotedb.extraction.holders import Holders
from quotedb.extraction.mention import Mention
from quotedb.extraction.people import People, Person
from quotedb.extraction.reading import Reading
from quotedb.extraction.subjects import Subjects
from quotedb.extraction.tracing import Tracer
from quotedb.extraction.words import folded_word

_NAMED = ("person", "organization")
_PLURAL_REACH = 3  # the same for a pronoun of the plural
_RELATIVE_REACH = 60  # characters before "who"
_TITLE_NEXT = 20  # the same with an article and a title: `le docteur`
_ARTICLE_AND_NOUN = 2  # words of an office with nothing but its article


class Meanings(Tracer):
    """Traces the mentions of one text back to who is named there.

    Args:
        reading: the text.
        mentions: all of them, in order.
        people: who is who.
        subjects: which of them may be a subject.
        heard: the offsets of the named mentions straight before or behind a cue.
    """

    def __init__(
        self,
        reading: Reading,
        mentions: Sequence[Mention],
        people: People,
        subjects: Subjects,
        heard: Set[int],
    ) -> None:
        super().__init__(reading, mentions, people, subjects, heard)
        self.holders = Holders(reading, mentions, people)
        self._whom: dict[int, Person | None] = {}
        self._debuts = self._first_mentions()
        self._named_at = {people.person(m).name: m.start for m in reversed(self._debuts)}

    def whom(self, mention: Mention) -> Person | None:
        """The person a mention means; a pronoun or an office is traced back. None when the text
        does not tell.
        """
        if mention.start not in self._whom:
            self._whom[mention.start] = self._resolve(mention)
        return self._whom[mention.start]

    def _resolve(self, mention: Mention) -> Person | None:
        if mention.kind in ("person", "organization"):
            return self.people.person(mention)
        if mention.kind == "relative":
            return self._related(mention)
        if mention.kind == "pronoun":
            return self._antecedent(mention)
        if mention.kind == "unnamed" and mention.head in self.reading.language.text_nouns:
            return self.holders.author(mention) or Person(mention.name, "unnamed")
        apposed = self._apposed(mention)
        if apposed is not None:
            return self.people.person(apposed)
        if mention.kind == "office" or mention.definite:
            holder = self.people.holder(mention)
            if mention.kind == "office" or (holder and not self._is_to_come(holder, mention)):
                return holder
            described = self._described(mention)
            if described:
                return described
        return Person(mention.name, "unnamed")

    def _is_to_come(self, holder: Person, described: Mention) -> bool:
        """Whether the holder of what more than one may be is named only further on, and so not
        meant: `dijo el técnico` before another one enters.
        """
        if described.head not in self.reading.language.generic_offices:
            return False
        _, end = self.reading.sentences[self.reading.sentence_at(described.start)]
        return self._named_at.get(holder.name, 0) >= end

    def _related(self, relative: Mention) -> Person | None:
        """Whom a relative pronoun stands for: the last before it that hangs on no preposition."""
        before = self.within(max(relative.start - _RELATIVE_REACH, 0), relative.start)
        if not before:
            return None
        if self.reading.language.inverts and self._is_next(before[-1], relative):
            return self.whom(before[-1])
        free = [m for m in before if not self.subjects.follows_preposition(m)]
        return self.whom((free or before)[-1])

    def _is_next(self, mention: Mention, relative: Mention) -> bool:
        """Whether a relative pronoun stands straight behind somebody."""
        return self.reading.text[mention.end : relative.start].strip() in ("", ",")

    def _antecedent(self, pronoun: Mention) -> Person | None:
        """Whom a pronoun stands for: a person earlier in its sentence, or the subject of the
        nearest sentence before that names one; rather somebody known to be of its gender.
        """
        if self._is_plural(pronoun):
            return self._several(pronoun)
        if pronoun.keys[0] in self.reading.language.demonstratives:
            return self._last_named(pronoun)
        return (
            self._sole_subject(pronoun)
            or self._back(pronoun, sure=True)
            or self._back(pronoun, sure=False)
        )

    def _sole_subject(self, pronoun: Mention) -> Person | None:
        """The only one who is named in the sentence before, of the paragraph, and is its subject: a
        person who may be of the gender, or a body that spoke.
        """
        sentence = self.reading.sentence_at(pronoun.start)
        own, _ = self.reading.sentences[sentence]
        start, end = self.reading.sentences[max(sentence - 1, 0)]
        paragraph = self.reading.paragraph_at(pronoun.start)
        others = any(m.kind in _NAMED for m in self.within(own, pronoun.start))
        if not self.reading.language.inverts or others or start == own:
            return None
        if self.reading.paragraph_at(start) != paragraph:
            return None
        named = [m for m in self.within(start, end) if m.kind in _NAMED]
        if not named or {self.people.keys(m) for m in named} != {self.people.keys(named[0])}:
            return None
        mention = named[0]
        if self.subjects.is_governed(mention) or not self._says(mention):
            return None
        body = mention.kind == "organization"
        return (
            self.people.person(mention)
            if body or self._fits(mention, pronoun, sure=False)
            else None
        )

    def _last_named(self, pronoun: Mention) -> Person | None:
        """Whom `Dieser erwiderte` means: who was named last, in the sentence or the one before."""
        sentence = self.reading.sentence_at(pronoun.start)
        start, _ = self.reading.sentences[max(sentence - 1, 0)]
        for mention in reversed(self.within(start, pronoun.start)):
            named = mention.kind == "person" and self.people.may_be(mention, pronoun)
            if named or (mention.kind == "unnamed" and mention.gender in (pronoun.gender, None)):
                return self.whom(mention)
        return None

    def _says(self, mention: Mention) -> bool:
        """Whether a verb of saying follows somebody straight, in one sentence, or it is somebody of
        whom more than one name is known.
        """
        if mention.kind == "person" and self.people.is_known(mention):
            return True
        end = mention.end
        following = self.reading.words_between(end, end + 2)
        return self.reading.text[end : end + 1] == " " and any(
            word.key in self.reading.language.speech_verbs for word in following
        )

    def _is_plural(self, pronoun: Mention) -> bool:
        ending = pronoun.name.lower().rsplit("-", 1)[-1]
        return ending in self.reading.language.plural_pronouns

    def _several(self, pronoun: Mention) -> Person | None:
        """Whom a pronoun of the plural stands for: people without a name, just before."""
        sentence = self.reading.sentence_at(pronoun.start)
        start, _ = self.reading.sentences[max(sentence - _PLURAL_REACH, 0)]
        for mention in reversed(self.within(start, pronoun.start)):
            if mention.plural and mention.kind == "unnamed":
                return Person(mention.name, "unnamed")
        return None

    def _described(self, mention: Mention) -> Person | None:
        """Whom a description means that is nobody's role: with an article that says so."""
        if mention.head in self.reading.language.organization_words:
            return self.holders.body(mention)
        if self.reading.language.no_articles:
            return self.holders.in_office(mention)
        # With an adjective it may be a former office of somebody who has another now.
        bare = mention.head in mention.keys[:_ARTICLE_AND_NOUN]
        if bare and mention.head in self.reading.language.sole_offices:
            return self.holders.last_holder(mention)
        if not mention.head:
            return self._sole_of_paragraph(mention)
        if self._is_new(mention):
            return None
        found = (
            self._back(mention, sure=True)
            or self._only_one(mention)
            or self._last_heard(mention)
            or self._last_of_paragraph(mention)
        )
        return None if found and self._is_above(found, mention) else found

    def _is_new(self, described: Mention) -> bool:
        """Whether a noun for somebody says of what, in small words, as nobody's role does: `le
        médecin de garde`, not `l’homme de 34 ans`.
        """
        language, keys = self.reading.language, described.keys
        if not described.head or keys[-1] == described.head or language.capital_nouns:
            return False
        of_what = described.name.split()[-1]
        aged = any(key[:1].isdigit() for key in keys)
        return of_what.islower() and not aged and not language.office_links.isdisjoint(keys[1:])

    def _is_above(self, person: Person, described: Mention) -> bool:
        """Whether a noun means somebody without a high office, which the person has: `die Frau` is
        no word for the minister.
        """
        language = self.reading.language
        if described.head not in language.lay_nouns or not person.role:
            return False
        offices = tuple(language.sole_offices)
        return any(folded_word(word).endswith(offices) for word in person.role.split())

    def _last_heard(self, described: Mention) -> Person | None:
        """The person who stood beside a cue last, in the paragraph or the one above, where the
        description has a gender that does not speak against it.
        """
        if described.gender is None and not self.reading.language.inverts:
            return None
        paragraph = self.reading.paragraph_at(described.start)
        start, _ = self.reading.paragraphs[max(paragraph - 1, 0)]
        for mention in reversed(self.within(start, described.start)):
            heard = mention.start in self.heard and not self.subjects.is_reported(mention)
            if mention.kind == "person" and heard:
                # Not by the role, as news varies its words for one calling.
                may_be = self.people.may_be(mention, described)
                return self.people.person(mention) if may_be else None
        return None

    def _last_of_paragraph(self, described: Mention) -> Person | None:
        """Who was a subject last in the paragraph, for a noun that means anybody."""
        if described.head not in self.reading.language.lay_nouns:
            return None
        start, _ = self.reading.paragraphs[self.reading.paragraph_at(described.start)]
        for mention in reversed(self.within(start, described.start)):
            subject = mention.kind == "person" and not self.subjects.is_governed(mention)
            if subject and self.people.may_be(mention, described):
                return self.people.person(mention)
        return None

    def _sole_of_paragraph(self, described: Mention) -> Person | None:
        """The only person of the gender that the paragraph has as a subject, for a noun of which
        nothing is known but that it stands where a speaker does: `a réagi la lauréate`.
        """
        start, _ = self.reading.paragraphs[self.reading.paragraph_at(described.start)]
        able = [
            m
            for m in self.within(start, described.start)
            if m.kind == "person" and self.people.is_known(m) and not m.name.isupper()
            if self.people.may_be(m, described)
        ]
        free = [m for m in able if not self.subjects.is_governed(m)] or able
        several = len({self.people.keys(m) for m in free}) != 1
        return None if several else self.people.person(free[0])

    def _only_one(self, described: Mention) -> Person | None:
        """Whom a description can mean when the text has named one person so far."""
        so_far = bisect_left(self._debuts, described.start, key=lambda mention: mention.start)
        if so_far != 1:
            return None
        mention = self._debuts[0]
        fits = self._fits(mention, described, sure=False)
        return self.people.person(mention) if fits else None

    def _apposed(self, mention: Mention) -> Mention | None:
        """The full name that stands behind a noun for somebody: `su titular, Luis Paz, …`."""
        if mention.kind != "unnamed" or not self.reading.language.inverts:
            return None
        text = self.reading.text
        for one in self.within(mention.end, mention.end + _TITLE_NEXT):
            full = one.kind == "organization" or (
                one.kind == "person"
                and (len(one.keys) > 1 or mention.head in self.reading.language.organization_words)
            )
            closed = text[one.end : one.end + 1] in (",", ".", ":", ";")
            between = text[mention.end : one.outer]
            article = folded_word(between.removeprefix(", ").rstrip())
            beside = between == ", " or article in self.reading.language.definite_articles
            if full and closed and between.startswith(", ") and beside:
                return one
        closed = text[mention.end : mention.end + 1] == ","
        loose = closed or not (self.reading.language.no_articles or mention.plural)
        bare = mention.head and loose and not self._has_article(mention)
        return self._named_before(mention) if bare else None

    def _first_mentions(self) -> list[Mention]:
        """The first mention of each person whose name is known, in order."""
        first: dict[tuple[str, ...], Mention] = {}
        for mention in self.mentions:
            if mention.kind == "person" and self.people.is_known(mention):
                first.setdefault(self.people.keys(mention), mention)
        return list(first.values())
