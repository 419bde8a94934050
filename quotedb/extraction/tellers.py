"""Who must have spoken by the grammar of the sentence, where it leaves nothing to be weighed.

In languages that put the verb before its subject (`«…», contestó la directora`) a reporting clause
straight after the words names who spoke, and whoever spoke before does not matter; where the verb
comes last, the one who stands before the words as its subject is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from quotedb.extraction.candidates import Candidate, Surroundings
from quotedb.extraction.cast import Cast
from quotedb.extraction.cues import Cue, cues
from quotedb.extraction.final_tellers import final_tellers
from quotedb.extraction.links import Link
from quotedb.extraction.reading import last_before
from quotedb.extraction.words import folded_word

_CLITICS = 2  # words between the quotation and its verb: "le ha"
_NEAR = 2  # words between a subject and its verb, in a clause that leads in
_VIEW = 4  # words of `a su juicio`, at the head of a sentence
_BEFORE = ("adjacent", "apposed", "far")
_SURE = ("agent", "source", "apposed")
_SUBJECTS = ("adjacent", "apposed", "far", "inverted")


def tellers(
    candidates: Sequence[Candidate], around: Surroundings, cast: Cast
) -> Sequence[Candidate]:
    """Those candidates one of whom must have spoken; none where the sentence does not tell."""
    language = cast.reading.language
    if language.verb_final:
        return _known(final_tellers(candidates, around, cast), cast)
    if not language.inverts:
        return ()
    behind, led = (
        _known(_behind(candidates, around, cast), cast),
        _known(_led(candidates, around, cast), cast),
    )
    if last_before(cast.reading.text, around.left.end) != ":":
        resumed = _resumed(candidates, around, cast) or _reported_on(candidates, around, cast)
        return behind or led or _known(resumed, cast)
    return led or behind or _known(_announced(candidates, cast), cast)


def free(candidates: Sequence[Candidate], around: Surroundings, cast: Cast) -> list[Candidate]:
    """The candidates but for those that stand by a verb and hang on a preposition, which are no
    subjects where the language marks a subject by having none; and those of whom somebody only
    tells, by a verb of reported speech (`Sein Vater sei „ein Schweiger“ gewesen`).
    """
    if not cast.reading.language.inverts:
        return list(candidates)
    return [
        one
        for one in candidates
        if not (one.link and one.link.sort in _SUBJECTS and _hangs(one, cast))
        and not _is_reported(one, around, cast)
        and not _is_object(one, cast)
    ]


def _is_object(candidate: Candidate, cast: Cast) -> bool:
    """Whether somebody in another sentence is an object there, by the article, or told of in
    somebody's view.
    """
    mention, reading = candidate.mention, cast.reading
    if candidate.where not in ("before", "after") or mention.kind != "unnamed":
        return False
    if _gives_view(*reading.sentences[reading.sentence_at(mention.start)], cast):
        return True
    article = cast.reading.text[mention.start : mention.end].split()[0]
    return folded_word(article) in cast.reading.language.oblique_articles


def _gives_view(start: int, end: int, cast: Cast) -> bool:
    """Whether a sentence begins with whose view it is, by a pronoun: `A su juicio, …`."""
    reading = cast.reading
    view = cues(reading.words_between(start, end)[:_VIEW], reading.language, reported=True)
    return bool(view) and view[0].sort == "reported" and view[0].first == 0 < view[0].last


def _is_reported(candidate: Candidate, around: Surroundings, cast: Cast) -> bool:
    """Whether somebody is the subject of a verb of reported speech, with no other cue there."""
    mention = candidate.mention
    if candidate.where != "left" or mention.kind in ("pronoun", "relative"):
        return False
    if any(c.sort == "reported" and c.first == 0 < c.last for c in around.left.cues):
        return True  # `A su juicio, la ley …`: whose view it is was told before
    if around.cued:
        return False
    text = cast.reading.text
    return any(
        cue.first == cue.last and cue.start > mention.end and text[mention.end : cue.start] == " "
        for cue in around.left.cues
    )


def _hangs(candidate: Candidate, cast: Cast) -> bool:
    mention = candidate.mention
    if mention.kind == "pronoun":
        return False
    return cast.subjects.is_oblique(mention) or not cast.subjects.may_speak(mention)


def _known(found: list[Candidate], cast: Cast) -> list[Candidate]:
    """Those who are known; a pronoun that means nobody found yet tells nothing."""
    return found if any(cast.whom(one.mention) for one in found) else []


def _behind(candidates: Sequence[Candidate], around: Surroundings, cast: Cast) -> list[Candidate]:
    """The subject of the reporting clause straight after the words."""
    cue = next((cue for cue in around.right.cues if cue.sort != "reported"), None)
    if cue is None or cue.first > _CLITICS or _is_parted(around, cue, cast):
        return []
    if _word(cue, cast).rsplit("-", 1)[-1] in cast.reading.language.impersonal_pronouns:
        return _several(candidates, cast)
    tied = [
        (link.gap, one)
        for one in candidates
        if (link := one.link) and link.cue == cue and one.where == "right" and _is_own(link)
    ]
    told = [(gap, one) for gap, one in tied if not _is_told(one, candidates)]
    least = min((gap for gap, _ in told), default=0)
    return [one for gap, one in told if gap == least]


def _is_told(candidate: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether a body behind the verb is who it was said to, as somebody stands straight behind it:
    `сообщил ТАСС глава ведомства`.
    """
    mention = candidate.mention
    return mention.kind == "organization" and any(
        other.where == "right"
        and other.mention.kind != "organization"
        and 0 <= other.mention.outer - mention.end <= 1
        for other in candidates
    )


def _is_own(link: Link) -> bool:
    return link.sort in ("inverted", "agent", "source") or (
        link.sort == "adjacent" and link.gap == 0
    )


def _is_parted(around: Surroundings, cue: Cue, cast: Cast) -> bool:
    """Whether somebody else, or another quotation, stands between the words and the verb."""
    if any(m.start < cue.start and m.kind == "person" for m in around.right.mentions):
        return True
    return _has_words(around.right.start, cue.start, cast)


def _word(cue: Cue, cast: Cast) -> str:
    """A cue as it is compared."""
    return folded_word(cast.reading.text[cue.start : cue.end])


def _is_plural(around: Surroundings, cast: Cast) -> bool:
    """Whether the last verb before the words is in the plural."""
    endings = cast.reading.language.plural_endings
    verbs = [cue for cue in around.left.cues if cue.sort == "speech"]
    return bool(endings and verbs) and _word(verbs[-1], cast).endswith(endings)


def _is_participle(cue: Cue | None, cast: Cast) -> bool:
    return cue is not None and _word(cue, cast).endswith(
        cast.reading.language.participle_endings or ("\n",)
    )


def _phrase(cue: Cue, cast: Cast) -> str:
    """A cue of more words as it is compared."""
    written = cast.reading.text[cue.start : cue.end]
    return " ".join(folded_word(word) for word in written.split())


def _led(candidates: Sequence[Candidate], around: Surroundings, cast: Cast) -> list[Candidate]:
    """The subjects of the clause before the words, when one of them stands near its verb."""
    agents = [
        one
        for one in candidates
        if one.link and one.where == "right" and one.link.sort == "agent"
        if one.link.cue in around.left.cues and _is_participle(one.link.cue, cast)
    ]
    if agents:
        return agents
    tied = [(one.link, one) for one in candidates if one.link and one.where == "left"]
    quoting = cast.reading.language.quoting_verbs
    objects = [
        (link, one)
        for link, one in tied
        if link.sort == "inverted" and link.cue and _word(link.cue, cast) in quoting
    ]
    if objects:
        return [one for _, one in objects]
    seated = [one for _, one in tied if cast.subjects.is_seated(one.mention)]
    if seated and _is_plural(around, cast):
        return seated
    tied = _of_last_clause(tied, around, cast) or tied
    before = {link.cue for link, _ in tied if link.sort in _BEFORE and link.gap <= _NEAR}
    tied = [(link, one) for link, one in tied if link.sort != "inverted" or link.cue not in before]
    near = any(link.sort in _SURE or link.gap <= _NEAR for link, _ in tied)
    return [one for _, one in tied] if near or _heads(tied, around, cast) else []


def _heads(tied: Sequence[tuple[Link, Candidate]], around: Surroundings, cast: Cast) -> bool:
    """Whether the only subject of the sentence is at its head, and so goes on up to the last verb:
    `La Sociedad aplaudió el plan, aunque lo consideró «tardío»`.
    """
    those = {one.mention.start for _, one in tied}
    if not cast.reading.language.drops_subject or len(those) != 1:
        return False
    mention = tied[0][1].mention
    first, _ = around.left.place(mention)
    return first <= 1 and mention.kind != "relative"


def _of_last_clause(
    tied: Sequence[tuple[Link, Candidate]], around: Surroundings, cast: Cast
) -> list[tuple[Link, Candidate]]:
    """The links to verbs behind the last quotation before the words, if a subject stands near one:
    `A pidió «calma» y B exigió «respuestas»`.
    """
    spans = cast.reading.spans
    at = bisect_left(spans, around.left.end, key=lambda span: span.outer_start)
    begin = spans[at - 1].outer_end if at else 0
    if begin <= around.left.start:
        return []
    later = [
        (link, one)
        for link, one in tied
        if link.cue is not None and link.cue.start >= begin and one.mention.start >= begin
    ]
    return later if any(link.gap <= _NEAR for link, _ in later) else []


def _announced(candidates: Sequence[Candidate], cast: Cast) -> list[Candidate]:
    """Who stands in the clause before the words, which a colon but no verb leads in with; where it
    has no subject, whom something came from (`Kritik kam von X: “…”`).
    """
    left = [one for one in candidates if one.where == "left" and one.mention.kind != "relative"]
    subjects = [
        one for one in left if one.mention.kind == "pronoun" or cast.subjects.may_speak(one.mention)
    ]
    return subjects or [one for one in left if cast.subjects.gives(one.mention)]


def _resumed(candidates: Sequence[Candidate], around: Surroundings, cast: Cast) -> list[Candidate]:
    """The subject of the sentence before, where the reporting clause has none of its own, which
    may be left out when it is the same (`El ministro lo negó. «…», replicó.`), or which its verb
    never has (`Die Stadt wehrte sich. „…“, hieß es.`).
    """
    reading = cast.reading
    bare = around.right.cues and around.right.cues[0].first <= _CLITICS and not around.linked
    if not (bare and around.sentence):
        return []
    impersonal = _phrase(around.right.cues[0], cast) in reading.language.impersonal_cues
    if not (reading.language.drops_subject or impersonal):
        return []
    if _word(around.right.cues[0], cast).endswith(reading.language.plural_endings):
        return _several(candidates, cast)
    start, end = reading.sentences[around.sentence - 1]
    if _gives_view(start, end, cast):
        return []
    if reading.paragraph_at(start) != around.paragraph or _has_words(start, end, cast):
        return []
    first = next((m for m in cast.within(start, end) if m.kind != "relative"), None)
    if (
        first is None
        or not cast.subjects.may_speak(first)
        or (first.kind in ("organization", "pronoun") and not impersonal)
    ):
        return []
    return [one for one in candidates if one.mention is first and one.where == "before"]


def _reported_on(
    candidates: Sequence[Candidate], around: Surroundings, cast: Cast
) -> list[Candidate]:
    """The only one who is named in the sentence before, as its subject, where no verb of saying but
    one of reported speech is (`X wundert sich nicht. Das Modell sei „veraltet“`).
    """
    reading = cast.reading
    if around.cued or not around.left.cues or not around.sentence:
        return []
    start, end = reading.sentences[around.sentence - 1]
    if reading.paragraph_at(start) != around.paragraph or _has_words(start, end, cast):
        return []
    named = [m for m in cast.within(start, end) if m.kind == "person"]
    first = named[:1]
    if len({cast.people.keys(m) for m in named}) != 1 or not cast.subjects.may_speak(first[0]):
        return []
    return [one for one in candidates if one.where == "before" and one.mention in first]


def _several(candidates: Sequence[Candidate], cast: Cast) -> list[Candidate]:
    """Those before who may be the subject of a verb in the plural, and so are no one person."""
    found = [
        one
        for one in candidates
        if one.where == "before"
        and one.mention.kind in ("unnamed", "organization")
        and _is_of_several(one, cast)
    ]
    nearest = min((one.back for one in found), default=0)
    return [one for one in found if one.back == nearest][:1]


def _is_of_several(candidate: Candidate, cast: Cast) -> bool:
    """Whether it is a body, or people, and may be a subject."""
    mention = candidate.mention
    body = mention.head in cast.reading.language.organization_words
    return (body or not mention.definite) and cast.subjects.may_speak(mention)


def _has_words(start: int, end: int, cast: Cast) -> bool:
    """Whether a quotation stands between two offsets."""
    spans = cast.reading.spans
    at = bisect_left(spans, start, key=lambda span: span.outer_start)
    return at < len(spans) and spans[at].outer_start < end
