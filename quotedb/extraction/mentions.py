"""Who is mentioned outside of the quotations: names with their roles, offices, pronouns, people
without a name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from quotedb.extraction.cues import cues
from quotedb.extraction.reading import Reading
from quotedb.extraction.words import Word

Gender = Literal["masculine", "feminine"]
MentionKind = Literal["person", "organization", "office", "unnamed", "pronoun", "relative"]

_MODIFIERS = 4  # words between an article and its noun: "a senior Trump campaign official"
_APPOSITION = 9  # words between commas that say what a person is
_ROLE = 7  # words of a role before a name
_PHRASE = 5  # words of a noun phrase beside a cue
_HEADLINE = 5  # words that matter in the shortest headline that is taken for one
_CAPITALS = 0.85  # share of them that has a capital

_WEAK = ("relative", "pronoun")  # kinds that give way where two mentions overlap


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of somebody.

    `start` and `end` are the offsets of the words as written, `name` those words without the
    ending, `keys` them folded; `suffix` is the ending that was put on by an apostrophe; `gender`
    that of the pronoun, or of the title beside a name.
    """

    start: int
    end: int
    kind: MentionKind
    name: str
    keys: tuple[str, ...]
    role: str | None = None
    suffix: str = ""
    definite: bool = False
    gender: Gender | None = None


def mentions(reading: Reading) -> list[Mention]:
    """All mentions in a text, in order."""
    finder = _Finder(reading)
    sure = [m for m in (*finder.names(), *finder.others()) if m.kind not in _WEAK]
    weak = [m for m in finder.others() if m.kind in _WEAK]
    if not reading.language.verb_final:
        weak += finder.subjects()
    return _apart([*sorted(sure, key=lambda m: (m.start, -m.end)), *weak])


def _apart(ordered: Sequence[Mention]) -> list[Mention]:
    """Those mentions that do not overlap with one that comes before in the order given, sorted."""
    starts: list[int] = []
    kept: list[Mention] = []
    for mention in ordered:
        at = bisect_left(starts, mention.start)
        free = at == len(kept) or kept[at].start >= mention.end
        if free and (at == 0 or kept[at - 1].end <= mention.start):
            starts.insert(at, mention.start)
            kept.insert(at, mention)
    return kept


def _headline_words(reading: Reading) -> set[int]:
    """The words of paragraphs in which nearly every word that matters has a capital: headlines,
    where a capital makes no name.
    """
    small = reading.language.function_words
    found: set[int] = set()
    for start, end in reading.paragraphs:
        heavy = [word for word in reading.words_between(start, end) if word.key not in small]
        if len(heavy) >= _HEADLINE and sum(w.capital for w in heavy) > _CAPITALS * len(heavy):
            first = bisect_left(reading.word_starts, start)
            found.update(range(first, bisect_left(reading.word_starts, end)))
    return found


class _Finder:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        self.language = reading.language
        self._bounds = (
            self.language.prepositions | self.language.speech_verbs | self.language.pronouns
        )
        self.initial = {self._first_word_from(start) for start, _ in reading.sentences} | {
            self._first_word_from(span.outer_end) for span in reading.spans
        }
        self.headline = _headline_words(reading)
        self.small = {word.key for word in self.words if not word.capital}
        self.capitals = {
            word.key
            for index, word in enumerate(self.words)
            if word.capital and index not in self.initial and index not in self.headline
        }

    def names(self) -> Iterator[Mention]:
        """Names and offices: runs of capitalised words."""
        index = 0
        while index < len(self.words):
            run = self._run(index)
            if run:
                yield from self._named(index, run)
            index += max(run, 1)

    def subjects(self) -> Iterator[Mention]:
        """What is said to speak and is no name: `the ad says`, `asked a man in the crowd`."""
        for cue in cues(self.words, self.language):
            if cue.sort == "speech":
                before = self._phrase_before(cue.first)
                if before is not None:
                    yield self._mention(before, cue.first - before, "unnamed")
            after = self._phrase_after(cue.last)
            if after:
                yield self._mention(cue.last + 1, after, "unnamed")

    def _phrase_before(self, cue: int) -> int | None:
        """Where the noun phrase straight before a cue begins: at an article near by."""
        for index in range(cue - 1, max(cue - 1 - _PHRASE, -1), -1):
            if not self._touches(index):
                return None
            if self.words[index].key in self.language.articles:
                return index if index < cue - 1 else None
            if not self._may_be_in_phrase(index):
                return None
        return None

    def _phrase_after(self, cue: int) -> int:
        """How many words the noun phrase straight after a cue has: an article, then words of
        small letters up to a comma or a stop.
        """
        first = cue + 1
        if first >= len(self.words) or self.words[first].key not in self.language.articles:
            return 0
        if not self._touches(cue):
            return 0
        index = first + 1
        while index < len(self.words) and index - first <= _PHRASE and self._touches(index - 1):
            if not self._may_be_in_phrase(index):
                return 0
            index += 1
        return index - first if index - first > 1 else 0

    def _may_be_in_phrase(self, index: int) -> bool:
        word = self.words[index]
        return word.key not in self.language.function_words and word.key not in self._bounds

    def others(self) -> Iterator[Mention]:
        """Pronouns, and people without a name."""
        for index, word in enumerate(self.words):
            if word.key in self.language.pronouns:
                yield self._mention(index, 1, "pronoun")
            elif word.key in self.language.relatives:
                yield self._mention(index, 1, "relative")
            elif word.key in self.language.person_nouns and not word.capital:
                yield self._noun(index)

    def _first_word_from(self, offset: int) -> int:
        return bisect_left(self.reading.word_starts, offset)

    def _run(self, index: int) -> int:
        """How many words from `index` on make a name or an office; 0 for none."""
        if not self._may_begin(index):
            return 0
        length = 1
        while self._goes_on(index + length - 1):
            following = index + length
            if self._is_name_word(following):
                length += 1
            elif self._is_particle(following) and self._goes_on(following):
                length += 2
            else:
                break
        return length

    def _may_begin(self, index: int) -> bool:
        word = self.words[index]
        if not self._is_name_word(index):
            return False
        if (
            index not in self.initial
            or word.key in self.capitals
            or word.key in self.language.titles
        ):
            return True
        # A capital at the head of a sentence says nothing, unless more of a name follows.
        return (self._goes_on(index) and self._is_name_word(index + 1)) or self._is_acted(index)

    def _is_acted(self, index: int) -> bool:
        """Whether a speech verb or a comma follows, as after a subject."""
        word = self.words[index]
        following = self.words[index + 1].key if index + 1 < len(self.words) else ""
        comma = self.reading.text[word.end : word.end + 1] == ","
        return following in self.language.speech_verbs or (comma and self.language.verb_final)

    def _is_name_word(self, index: int) -> bool:
        if index >= len(self.words):
            return False
        word = self.words[index]
        if not word.capital or not word.key[:1].isalpha() or self._is_bracketed(word):
            return False
        if word.key in self.language.name_starts:
            return index + 1 < len(self.words) and self.words[index + 1].capital
        if index in self.headline and word.key in self.small | self.language.speech_verbs:
            return False
        return word.key not in self.language.not_names

    def _is_bracketed(self, word: Word) -> bool:
        """A party or a shorthand in brackets: `(D-MA)`, `(UN)`."""
        text = self.reading.text
        return text[word.start - 1 : word.start] == "(" and text[word.end : word.end + 1] == ")"

    def _is_particle(self, index: int) -> bool:
        if index + 1 >= len(self.words) or not self._is_name_word(index + 1):
            return False
        return self.words[index].key in self.language.particles and not self.words[index].capital

    def _goes_on(self, index: int) -> bool:
        """Whether the next word may belong to the same name: only space, or a stop of an
        abbreviation, is between; and no ending closed it.
        """
        if index + 1 >= len(self.words) or self.words[index].suffix:
            return False
        word, following = self.words[index], self.words[index + 1]
        gap = self.reading.text[word.end : following.start]
        if gap in (" ", "\u00a0"):
            return True
        short = len(word.text) == 1 or word.key in self.language.titles
        return gap in (". ", ".", ".\u00a0") and short

    def _named(self, index: int, length: int) -> Iterator[Mention]:
        run = self.words[index : index + length]
        titles = [i for i, word in enumerate(run) if word.key in self.language.titles]
        after = titles[-1] + 1 if titles else 0
        if after == length:
            yield self._mention(index, length, "office", definite=True)
            return
        skip = self._of_office(index, run) if not titles else 0
        first = index + max(after, skip)
        name = self.words[first : index + length]
        yield Mention(
            start=name[0].start,
            end=name[-1].end,
            kind=self._kind(name),
            name=self.reading.text[name[0].start : name[-1].start + len(name[-1].stem)],
            keys=tuple(word.key for word in name),
            role=self._role_before(first) or self._role_after(index + length - 1),
            suffix=name[-1].suffix,
            gender=self._gender(self.words[max(first - 2, 0) : first]),
        )

    def _of_office(self, index: int, run: Sequence[Word]) -> int:
        """In `Secretary of State Jane Roe`, how many words of the run belong to the office."""
        if index < 2 or len(run) < 3 or self.words[index - 1].key not in self.language.office_links:
            return 0
        return len(run) - 2 if self.words[index - 2].key in self.language.titles else 0

    def _kind(self, name: Sequence[Word]) -> MentionKind:
        bodies = self.language.organization_words
        if any(word.key in bodies for word in name):
            return "organization"
        only = name[0].stem
        return "organization" if len(name) == 1 and only.isupper() and len(only) > 1 else "person"

    def _role_before(self, first: int) -> str | None:
        """The words of an office straight before a name: `Rusya Dışişleri Bakanı`, `Rep`."""
        index, titled = first, False
        while index > 0 and first - index < _ROLE and self._touches(index - 1):
            word = self.words[index - 1]
            title = word.key in self.language.titles
            if not (
                title or word.key in self.language.office_links or self._is_name_word(index - 1)
            ):
                break
            titled = titled or title
            index -= 1
        if not titled:
            return None
        while self.words[index].key in self.language.office_links:
            index += 1
        return self.reading.text[self.words[index].start : self.words[first - 1].end]

    def _touches(self, index: int) -> bool:
        gap = self.reading.text[self.words[index].end : self.words[index + 1].start]
        return gap in (" ", ". ", "\u00a0", ".\u00a0") and not self.words[index].suffix

    def _role_after(self, last: int) -> str | None:
        """An apposition: `Jane Roe, the foreign minister,`."""
        text = self.reading.text
        end = self.words[last].end
        if text[end : end + 2] != ", ":
            return None
        following = self.words[last + 1 : last + 1 + _APPOSITION]
        inside: list[Word] = []
        for word in following:
            inside.append(word)
            closing = text[word.end : word.end + 1]
            if closing in (",", "."):
                break
        else:
            return None
        inside = inside[1:] if inside and inside[0].key in self.language.articles else inside
        known = self.language.titles | self.language.person_nouns
        if not inside or not any(word.key in known for word in inside):
            return None
        if any(word.key in self.language.speech_verbs for word in inside):
            return None
        return text[inside[0].start : inside[-1].end]

    def _noun(self, index: int) -> Mention:
        """A person without a name, with the article and what stands between."""
        first = index
        while first > 0 and index - first <= _MODIFIERS and self._touches(first - 1):
            word = self.words[first - 1]
            if word.key in self._bounds:
                break
            first -= 1
            if word.key in self.language.articles:
                break
        article = self.words[first].key in self.language.articles
        if not article and not self.language.verb_final:
            first = self._modifiers(index)
        definite = self.words[first].key in self.language.definite_articles or (
            self.language.verb_final and not article
        )
        return self._mention(first, index - first + 1, "unnamed", definite=definite)

    def _modifiers(self, index: int) -> int:
        """Capitalised words straight before a noun: `Clinton aides`."""
        first = index
        while first > 0 and self._touches(first - 1) and self._is_name_word(first - 1):
            first -= 1
        return first

    def _mention(
        self, index: int, length: int, kind: MentionKind, *, definite: bool = False
    ) -> Mention:
        run = self.words[index : index + length]
        return Mention(
            start=run[0].start,
            end=run[-1].end,
            kind=kind,
            name=self.reading.text[run[0].start : run[-1].start + len(run[-1].stem)],
            keys=tuple(word.key for word in run),
            suffix=run[-1].suffix,
            definite=definite,
            gender=self._gender(run),
        )

    def _gender(self, words: Sequence[Word]) -> Gender | None:
        """The gender of the last word that has one."""
        for word in reversed(words):
            if word.key in self.language.masculine:
                return "masculine"
            if word.key in self.language.feminine:
                return "feminine"
        return None
