"""Lines that were filled up to a width become paragraphs; all others stay lines."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotedb.text.wrapping import unwrapped

LONG = (
    "The ferry company opened its new terminal on Monday with a brass band and a saying, and "
    "nobody at the terminal could say where the doctor wrote it, or whether she ever had. “We "
    "found it on a calendar,” said Piet Hollander, who runs the ticket office and keeps the keys."
)


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_filled_lines_are_put_together(width):
    wrapped = textwrap.fill(LONG, width)
    assert unwrapped(f"{wrapped}\n\n{wrapped}\n") == f"{LONG}\n\n{LONG}\n"


def test_a_single_line_end_in_the_middle_of_a_sentence():
    text = (
        "The company has painted the words along the whole length\nof the waiting room.\n\nNobody."
    )
    assert unwrapped(text) == text.replace("length\nof", "length of")


AS_THEY_ARE = {
    "one paragraph a line": f"{LONG}\n{LONG[:150]}\n{LONG}\n{LONG[20:]}\n",
    "short paragraphs a line": "“Who goes there?”\nNobody answered, and the light went out.\nHe "
    "waited.\nThen he went home along the quay.\n",
    "verses": "The tide went out\nand left the boats\nupon their sides like sleeping goats\nand "
    "all the harbour slept\n",
    "a headline and its byline": "What the new ferry owes to an old doctor and who paid\nBy Mara "
    "Feld\n\nThe terminal is open.\n",
    "a dialogue": "— Who goes there, and what do you carry in that bag?\n— Only nets.\n— Then go "
    "on, and mind the step.\n",
    "nothing": "",
}


@pytest.mark.parametrize("text", AS_THEY_ARE.values(), ids=AS_THEY_ARE)
def test_lines_that_somebody_ended_stay(text):
    assert unwrapped(text) == text


@given(st.text(alphabet="ab. \n“”", max_size=300), st.integers(0, 20))
def test_every_character_keeps_its_offset(text, start):
    done = unwrapped(text, start)
    assert len(done) == len(text)
    assert [a for a, b in zip(text, done, strict=True) if a != b and (a, b) != ("\n", " ")] == []
    assert done[:start] == text[:start]


def test_the_head_of_a_file_stays():
    head = "Title: A\nOutlet: B\n"
    assert unwrapped(head + textwrap.fill(LONG, 70), len(head)) == head + LONG
