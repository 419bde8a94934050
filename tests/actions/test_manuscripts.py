"""What is held against a quotation of a manuscript, and what is not."""

from __future__ import annotations

import pytest

from quotedb.actions import faults, manuscripts, recording
from quotedb.actions.add import Entry, add
from quotedb.actions.sources import Description
from quotedb.store.database import open_database

GULLS = "Nobody counts the gulls in winter, and nobody paints the boats before spring"
SHORT = "Better late than never again"


@pytest.fixture
def told(store_url, tmp_path):
    """The codes that are found in a text, in a store of a few quotes, of each kind."""
    database = open_database(store_url, mode="write")
    entries = (
        (GULLS, "Ada Quill", "2001-03"),
        (SHORT, "Vera Lund", None),
        (SHORT, "Otto Kern", None),
    )
    for text, speaker, said in entries:
        add(database, Entry(text, speaker, said=said), Description(outlet=speaker))

    def codes(text):
        file = tmp_path / "text.md"
        file.write_text(text, encoding="utf-8")
        found = manuscripts.check(database, str(file), language="en").findings
        return [one.code for one in found]

    yield codes
    database.close()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (f"Ada Quill said: “{GULLS}.”", ["Q001"]),
        (f"Quill said: “{GULLS}.”", ["Q001"]),
        (f"“{GULLS},” an old fisherman said.", ["Q001"]),
        (f"Otto Kern said: “{GULLS}.”", ["Q201"]),
        (f"Ada Quill said on 4 March 2001: “{GULLS}.”", ["Q001"]),
        (f"Ada Quill said on 4 May 2001: “{GULLS}.”", ["Q301"]),
        (f"Otto Kern said on 4 May 2001: “{GULLS}.”", ["Q201", "Q301"]),
        (f"Vera Lund said: “{SHORT}.”", ["Q001"]),
        (f"Otto Kern said: “{SHORT}.”", ["Q001"]),
        (f"Ada Quill said: “{SHORT}.”", ["Q201"]),
        ("Ada Quill said: “Never ever.”", ["Q003"]),
        ("Ada Quill said: “A sentence that nobody ever wrote down anywhere.”", ["Q501"]),
        (f"> {GULLS}.\n>\n> — Ada Quill, 2001", ["Q001"]),
        (f"> {GULLS}.\n>\n> — Ada Quill (2003)", ["Q301"]),
        (f"> {GULLS}.\n>\n> — Otto Kern", ["Q201"]),
        ("Nobody is quoted here at all.", []),
    ],
)
def test_what_is_found(told, text, codes):
    assert told(text) == codes


def test_what_a_quote_hangs_under_tells_its_status(store_url, tmp_path):
    part = "nobody paints the boats before spring"
    names = {1: ("Ada Quill",)}
    whole = faults.Quote(id=1, text=GULLS, speaker_id=1, status="misattributed", note="a jest")
    own = faults.Quote(id=2, text=part, speaker_id=1)
    assert faults.status(faults.Stored(own, (own,), names)) is None
    code, why = faults.status(faults.Stored(own, (own, whole), names))
    assert (code, why) == (faults.Code.misattributed, "quote 1 is misattributed: a jest")


def test_codes_are_not_used_twice_and_each_is_explained():
    values = [code.value for code in faults.Code]
    assert len(values) == len(set(values))
    assert set(faults.MEANING) == set(faults.Code)


def test_what_is_unsure_is_so_everywhere():
    assert faults.UNSURE == recording.UNSURE
