"""One minister in three languages and two scripts: names that somebody gave decide who is meant,
in whatever case an article writes them. The minister and the words are invented.
"""

from __future__ import annotations

import pytest

GERMAN = "„Wir haben alles gesagt“, erklärte Wladimir Sorokow nach dem Treffen.\n"
TURKISH = "Vladimir Sorokov'un “Kapımız açık kalacak” sözleri dikkat çekti.\n"
RUSSIAN = "Дверь закрыта. По словам Владимира Сорокова, переговоры «только начинаются».\n"
NAMES = ("Vladimir Sorokov", "Владимир Сороков")


@pytest.fixture
def ingested(quotedb, tmp_path):
    """Takes in articles and gives the speakers of all, with how many quotes each has."""

    def ingest(*texts):
        for number, text in enumerate(texts):
            path = tmp_path / f"{len(text)}-{number}.txt"
            path.write_text(text, encoding="utf-8")
            assert quotedb("ingest", path).code == 0
        return {one["name"]: one["quotes"] for one in quotedb("speakers", "--json").json}

    return ingest


def test_a_name_that_was_given_is_met_in_other_scripts_and_cases(quotedb, ingested):
    ingested(GERMAN)
    assert quotedb("speaker", "alias", "Wladimir Sorokow", *NAMES).code == 0
    assert ingested(TURKISH, RUSSIAN) == {"Wladimir Sorokow": 3}


def test_names_that_only_look_alike_stay_apart(ingested):
    assert ingested(GERMAN, TURKISH, RUSSIAN) == {
        "Wladimir Sorokow": 1,
        "Vladimir Sorokov": 1,
        "Владимир Сороков": 1,
    }
