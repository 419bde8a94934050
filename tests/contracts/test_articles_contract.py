"""What is read from every fixture article, beside what a person reads from it.

`NAME.expected.json` lists the quotations of `NAME.txt` with kind and speaker, and the words in
marks that nobody said. What extraction does not reach yet is in `fixtures/articles/misses.json`,
case by case, so that a change for better or worse shows; `python -m tests.contracts.misses`
writes that file anew.
"""

import json
from collections import Counter

import pytest

from tests.contracts.misses import ARTICLES, FOUND, MISSES, NAMED, RIGHT, compared, expected

NAMES = sorted(str(path.relative_to(ARTICLES).with_suffix("")) for path in ARTICLES.rglob("*.txt"))
LANGUAGES = sorted({name.split("/")[0] for name in NAMES})


@pytest.mark.parametrize("name", NAMES)
def test_an_article_is_read_as_a_person_reads_it_but_for_the_known_misses(name):
    known = json.loads(MISSES.read_text(encoding="utf-8"))
    assert compared(name).misses == known.get(name, [])


@pytest.mark.parametrize("name", NAMES)
def test_what_is_expected_stands_in_the_article(name):
    text = " ".join((ARTICLES / f"{name}.txt").read_text(encoding="utf-8").split())
    for one in expected(name)["quotations"]:
        for part in one.get("parts", [one["text"]]):
            assert " ".join(part.split()) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_of_a_language_is_read_right(language):
    counts: Counter[str] = Counter()
    for name in NAMES:
        if name.startswith(f"{language}/"):
            counts += compared(name).counts
    assert counts["found"] >= FOUND * counts["quotations"]
    assert counts["right"] >= RIGHT * counts["found"]
    assert counts["right, named"] >= NAMED * counts["named"]
