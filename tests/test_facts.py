"""Facts that go from one process to another come out as they went in."""

import pickle

import pytest

from quotedb.facts import Clipping, Quotation, Source, Verdict, Wording

SOURCE = Source(title="The Harbour Gazette", issued="1912-04")


@pytest.mark.parametrize(
    "fact",
    [
        SOURCE,
        Quotation(text="We shall rebuild the pier", start=3, end=28, tags=("piers",)),
        Clipping(Quotation(text="The gulls were here first"), SOURCE, "file:3"),
        Verdict("same", 97.5, "they agree", review=True),
        Wording(7, "The gulls!", "the gulls", "en", None),
    ],
    ids=lambda fact: type(fact).__name__,
)
def test_sent_and_received(fact):
    received = pickle.loads(pickle.dumps(fact))
    assert received == fact
    assert hash(received) == hash(fact)
