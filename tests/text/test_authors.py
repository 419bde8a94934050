"""Written names as CSL names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotedb.facts import Author
from quotedb.text.authors import read_author, read_authors


@pytest.mark.parametrize(
    ("text", "family", "given"),
    [
        pytest.param("Greta Hartmann", "Hartmann", "Greta", id="two words"),
        pytest.param("Hartmann, Greta", "Hartmann", "Greta", id="family name first"),
        pytest.param("van den Berg, Anna", "van den Berg", "Anna", id="particles first"),
        pytest.param("Anna van den Berg", "van den Berg", "Anna", id="particles inside"),
        pytest.param("J. R. Hartmann", "Hartmann", "J. R.", id="initials"),
        pytest.param("Ayşe İnci Kurgu", "Kurgu", "Ayşe İnci", id="two given names"),
        pytest.param("  Greta   Hartmann ", "Hartmann", "Greta", id="spaces"),
        pytest.param("Greta K. Le Hartmann", "Le Hartmann", "Greta K.", id="large particle"),
        pytest.param("Anna Van Der Berg", "Van Der Berg", "Anna", id="two of them"),
        pytest.param("Le Berg", "Berg", "Le", id="a given name that looks like one"),
        pytest.param("Otto Kern Jr.", "Kern Jr.", "Otto", id="the younger"),
        pytest.param("Otto Kern III", "Kern III", "Otto", id="the third"),
        pytest.param("Мария Иванова", "Иванова", "Мария", id="Cyrillic"),
    ],
)
def test_a_person_has_a_family_and_a_given_name(text, family, given):
    assert read_author(text) == Author(family=family, given=given)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Cicero", id="one word"),
        pytest.param("Liman Bakanlığı", id="a ministry"),
        pytest.param("Harbour Press Agency", id="an agency"),
        pytest.param("University of Lowland", id="a university"),
        pytest.param("The Society for the Return of Ferries", id="many words"),
        pytest.param("our correspondent", id="no capitals"),
        pytest.param("Channel 4", id="a figure"),
        pytest.param("A, B, C", id="several commas"),
        pytest.param("Lowland Ferries, Inc.", id="a company with a comma"),
    ],
)
def test_what_is_no_person_is_kept_whole(text):
    assert read_author(text) == Author(literal=text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Greta Hartmann and Ali Uydurma", ["Greta Hartmann", "Ali Uydurma"]),
        ("Greta Hartmann ve Ali Uydurma", ["Greta Hartmann", "Ali Uydurma"]),
        ("Greta Hartmann; Ali Uydurma & Cicero", ["Greta Hartmann", "Ali Uydurma", "Cicero"]),
        ("Hartmann, Greta; Uydurma, Ali", ["Greta Hartmann", "Ali Uydurma"]),
        ("Sandy Vega", ["Sandy Vega"]),
        (" ; ", []),
    ],
)
def test_several_authors(text, names):
    assert [author.full for author in read_authors(text)] == names


@given(st.text(max_size=40))
def test_no_letter_is_lost(text):
    author = read_author(text)
    kept = sorted(char for char in author.full if char.isalnum())
    assert kept == sorted(char for char in text if char.isalnum())
