"""Mentions by name, with the role before or behind the name."""

from __future__ import annotations

from collections.abc import Sequence

from quotedb.extraction.genders import Gender, of_name, shown_by
from quotedb.extraction.mention import Mention, MentionKind, mention_of
from quotedb.extraction.names import Names
from quotedb.extraction.phrases import Phrase, Phrases
from quotedb.extraction.words import Word

_FULL = 2  # words of a full name
_COMPOUND = 12  # letters that no given name has
_TRADE = 8  # letters of a noun for somebody's trade that no given name ends like: `Passagierin`
_ROLE = 7  # words of a role before a name


class NamedMentions:
    """Makes mentions of the runs of capitalised words, given the noun phrases for people."""

    def __init__(self, names: Names, phrases: Phrases, people: Sequence[Phrase]) -> None:
        self.found = names
        self.phrases = phrases
        self.reading = names.reading
        self.words = names.words
        self.language = names.language
        self.bodies = self.language.organization_words - self.language.titles
        # The outermost phrase: in `the head of the students, Ann Roe`, not `the students`.
        self.roles = {p.name: p for p in reversed(people) if p.name is not None}

    def mention(self, index: int, length: int) -> Mention:
        """The name, or the office, of the run of words that begins at `index`."""
        run = self.words[index : index + length]
        known = length == 1 and run[0].key in self.found.last
        titles = [] if known else self._titles(run)
        after = titles[-1] + 1 if titles else 0
        if self._is_body(run):
            after = 0
        elif after == length and self._is_family_title(run, titles):
            after = titles[-2] + 1 if len(titles) > 1 else 0
        elif after == length:
            return mention_of(self.reading, index, index + length - 1, "office", definite=True)
        skip = self._of_office(index, run) if not titles else 0
        if not titles and (self._is_compound(index, run) or self._is_headed(index, run)):
            skip = 1
        if not titles and index in self.roles and self.language.bare_genitive:
            skip = max(length - self._of_person(run), 0)
        first = index + max(after, skip)
        name = self.words[first : index + length + self._body_complement(run, index)]
        begun, role = self._role_before(first, index)
        if role is None:
            role = self._role_after(index + length - 1)
        return Mention(
            start=name[0].start,
            end=name[-1].end,
            kind=self._kind(name) if not self._is_of_body(first, index) else "organization",
            name=self.reading.text[name[0].start : name[-1].start + len(name[-1].stem)],
            keys=tuple([word.key for word in name]),
            outer=self.words[begun].start,
            role=role,
            suffix=name[-1].suffix,
            gender=self._gender_of(name, begun, first),
        )

    def _titles(self, run: Sequence[Word]) -> list[int]:
        """Which words are for an office or a trade, or for those one is of: `Esnaftan`."""
        titles, endings = self.language.titles, self.language.source_endings
        if not endings:
            kin = self.language.kin if len(run) > 1 else frozenset()
            return [i for i, w in enumerate(run) if w.key in titles or w.key in kin]
        return [
            i
            for i, word in enumerate(run)
            if word.key in titles
            or (
                word.key.endswith(endings)
                and any(word.key.removesuffix(ending) in titles for ending in endings)
            )
        ]

    def _is_body(self, run: Sequence[Word]) -> bool:
        """Whether a name with a title in it is a body's: `Secretaría de Salud`."""
        if self.language.verb_final:
            return run[-1].key in self.bodies
        return run[0].key in self.bodies and run[-1].key not in self.language.titles

    def _body_complement(self, run: Sequence[Word], index: int) -> int:
        """How many words behind a body's one word belong to its name: `Ligue des maraîchers`."""
        if len(run) != 1 or run[0].key not in self.bodies:
            return 0
        return self.phrases.of_body(index)

    def _of_office(self, index: int, run: Sequence[Word]) -> int:
        """In `Secretary of State Jane Roe`, how many words of the run belong to the office."""
        if index < 2 or len(run) < 3 or self.words[index - 1].key not in self.language.office_links:
            return 0
        return len(run) - 2 if self.words[index - 2].key in self.language.titles else 0

    def _is_family_title(self, run: Sequence[Word], titles: list[int]) -> bool:
        """Whether the title at the end of a run is a family name behind a given one."""
        last = run[-1]
        if len(titles) > 1:  # behind another title, a word that only ends like one: `Wolgast`
            return len(last.stem) > len(last.key)
        return len(run) > 1 and last.key in self.language.family_titles

    def _is_compound(self, index: int, run: Sequence[Word]) -> bool:
        """Whether a run begins with a word too long for a given name, or one behind an article,
        where nouns have capitals: what somebody is, before two names.
        """
        if not self.language.capital_nouns or len(run) <= _FULL:
            return False
        before = self.words[index - 1].key if index and self.found.touches(index - 1) else ""
        bodies = self.language.organization_words
        noun = before in self.language.articles and not any(word.key in bodies for word in run)
        trade = len(run[0].stem) >= _TRADE and run[0].key.endswith(self.language.person_endings)
        return noun or trade or (len(run[0].stem) >= _COMPOUND and "-" not in run[0].stem)

    def _is_headed(self, index: int, run: Sequence[Word]) -> bool:
        """Whether the first of three words has its capital from the head of the sentence, where a
        third would be the father's name: `Проводник Максим Тропинин водит`.
        """
        three = bool(self.language.patronymics) and len(run) == _FULL + 1
        return three and self._of_person(run) == _FULL and self.found.is_initial(index)

    def _of_person(self, run: Sequence[Word]) -> int:
        """How many words at the end of a run behind an office are the name of a person: two, or
        three with the father's name or with initials.
        """
        middle = run[-2:-1]
        three = any(w.key.endswith(self.language.patronymics) or len(w.text) == 1 for w in middle)
        return 3 if self.language.patronymics and three else 2

    def _kind(self, name: Sequence[Word]) -> MentionKind:
        bodies = self.language.organization_words
        if not bodies.isdisjoint([word.key for word in name]) or self.found.is_body(name):
            return "organization"
        only = name[0].stem
        return "organization" if len(name) == 1 and only.isupper() and len(only) > 1 else "person"

    def _is_of_body(self, first: int, run: int) -> bool:
        """Whether the noun before a name is a body's: `la naviera Boreal`."""
        phrase = self.roles.get(first) or self.roles.get(run)
        return phrase is not None and self._is_body_noun(phrase.noun) and phrase.last == phrase.noun

    def _is_body_noun(self, noun: int) -> bool:
        return self.words[noun].key in self.bodies

    def _role_before(self, first: int, run: int) -> tuple[int, str | None]:
        """The role before a name, and the word that it begins with, the article included: `Rusya
        Dışişleri Bakanı`, `Rep`, `la consejera de Puertos`.
        """
        phrase = self.roles.get(first) or self.roles.get(run)
        if phrase:
            start = phrase.noun if phrase.article else phrase.first
            start = phrase.first + 1 if phrase.article else start
            return phrase.first, self._text(start, first - 1 if first > run else phrase.last)
        index, titled = first, False
        if first and self.words[first - 1].key in self.language.office_links:
            return first, None
        while index > 0 and first - index < _ROLE and self.found.touches(index - 1):
            word = self.words[index - 1]
            title = word.key in self.language.titles
            linked = word.key in self.language.office_links
            if not (title or linked or self.found.is_name_word(index - 1)):
                break
            titled = titled or title
            index -= 1
        if not titled:
            return first, None
        while self.words[index].key in self.language.office_links:
            index += 1
        return index, self._text(index, first - 1)

    def _role_after(self, last: int) -> str | None:
        found = self.phrases.apposition(last)
        return self._text(*found) if found else None

    def _text(self, first: int, last: int) -> str:
        return self.reading.text[self.words[first].start : self.words[last].end]

    def _gender_of(self, name: Sequence[Word], begun: int, first: int) -> Gender | None:
        """The gender that the title before a name, the role after it, or the name itself shows."""
        gap = (
            self.reading.text[self.words[begun - 1].end : self.words[begun].start] if begun else "."
        )
        beside = gap.strip(" \u00a0") in ("", ",")
        before = self.words[max(first - 2, begun - 1 if beside else begun) : first]
        after = self.phrases.apposition(first + len(name) - 1)
        behind = self.words[after[0] : after[1] + 1] if after else []
        phrase = self.roles.get(first)  # whose noun tells, and not what it is of
        noun = self.words[phrase.noun : phrase.noun + 1] if phrase else []
        told = shown_by(noun, self.language) or shown_by(before, self.language)
        told = told or shown_by(behind, self.language)
        shown = of_name(name, self.language)
        # Where family names have a gender, a woman may have an office by the word for a man's.
        return shown or told if self.language.family_name_genders else told or shown
