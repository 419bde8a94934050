"""What was said, and what only stands in marks."""

import pytest


@pytest.mark.parametrize(
    ("what", "text", "language"),
    [
        ("a film", "Jane Roe starred in “The Last Harbour Light” in 1921.", "en"),
        ("a broadcast", "Roe was on the radio's “Morning Tide Report” again.", "en"),
        ("a nickname", "Jane “Pip” Roe opened the quay.", "en"),
        ("a scare quote", "The so-called “reform” cost a million.", "en"),
        ("a book in Turkish", "Yazar, “Denizin Eski Dili” adlı kitabını tanıttı.", "tr"),
    ],
)
def test_what_nobody_said_is_left_out_unless_asked_for(quoted, what, text, language):
    assert quoted(text, language) == []
    assert [one.kind for one in quoted(text, language, everything=True)] == ["not_said"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The quay is safe and sound,” Jane Roe said.", "direct"),
        ("Jane Roe said the quay was “safe and sound”.", "mixed"),
        ("Jane Roe said: “It is safe.”", "direct"),
        ("Jane Roe called it “a disgrace to the coast”.", "mixed"),
        ("“Safe!” Jane Roe shouted.", "direct"),
    ],
)
def test_words_of_their_own_or_woven_in(quoted, text, kind):
    assert [one.kind for one in quoted(text)] == [kind]
