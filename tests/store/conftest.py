"""A database with a few facts in it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from quotedb.facts import (
    Attestation,
    Author,
    Quote,
    Relation,
    Review,
    Role,
    Source,
    Speaker,
    SpeakerName,
)
from quotedb.store import writing

ARTICLE = "Said he: “To be, or not to be.” And again: “Not to be.”"


@dataclass
class Filled:
    """The ids of what is in it."""

    source: int
    speaker: int
    whole: int
    part: int


def fill(database):
    with database.session() as session:
        source, _ = writing.add_source(
            session,
            Source(
                title="Hamlet", container_title="The Globe Gazette", publisher="Quarto",
                authors=(Author(family="Shakespeare", given="William"), Author(literal="Players")),
                issued="1603", accessed="2020-01", url="https://globe.example/hamlet",
                language="en", content_hash="hamlet", text=ARTICLE,
            ),
        )  # fmt: skip
        speaker = writing.add_speaker(
            session,
            Speaker(
                name="Prince Hamlet", names=(SpeakerName("Гамлет", "ru"),), wikidata="Q2447542",
                roles=(Role("Prince", "Denmark", "1600", None),),
            ),
        )  # fmt: skip
        whole = writing.add_quote(
            session,
            Quote(text="To be, or not to be.", language="en", speaker_id=speaker, said="1601~",
                  tags=("life", "death"), place="Elsinore", event="a soliloquy", note="Act III"),
        )  # fmt: skip
        part = writing.add_quote(session, Quote(text="Not to be.", speaker_id=speaker))
        for quote, words in ((whole, "To be, or not to be."), (part, "Not to be.")):
            start = ARTICLE.index(words)
            writing.add_attestation(
                session, quote, source,
                Attestation(source=Source(), exact=words, start=start, end=start + len(words),
                            speaker_id=speaker, speaker_as_written="he", cue="Said", rule="cue",
                            method="extraction", confidence=0.9, prefix="x", suffix="y"),
            )  # fmt: skip
        writing.add_relation(session, Relation(part, "excerpt_of", whole, 100.0, "a part"))
        writing.add_review(session, Review(part, whole, 70.0, "perhaps"))
        session.commit()
    return Filled(source, speaker, whole, part)


@pytest.fixture
def filled(database):
    return fill(database)
