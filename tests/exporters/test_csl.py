"""Sources as CSL-JSON items."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotedb.exporters._csl import clean, full_name, items, printable, references
from quotedb.exporters._dates import csl_date, iso_date
from quotedb.facts import Attestation, Author, Citation, Detail, Quote, Source

DATES = [
    pytest.param("2021", {"date-parts": [[2021]]}, "2021", id="a year"),
    pytest.param("2021-03", {"date-parts": [[2021, 3]]}, "2021-03", id="a month"),
    pytest.param("2021-03-11", {"date-parts": [[2021, 3, 11]]}, "2021-03-11", id="a day"),
    pytest.param("1850~", {"date-parts": [[1850]], "circa": True}, "1850", id="about"),
    pytest.param("1850-02?", {"date-parts": [[1850, 2]], "circa": True}, "1850-02", id="perhaps"),
    pytest.param("1984/2004", {"date-parts": [[1984], [2004]]}, "1984/2004", id="an interval"),
    pytest.param("1984/..", {"date-parts": [[1984]]}, "1984", id="open at its end"),
    pytest.param("-0043-03-15", {"date-parts": [[-44, 3, 15]]}, "-0043-03-15", id="44 BC"),
    pytest.param("0000", {"date-parts": [[-1]]}, "0000", id="1 BC"),
    pytest.param("0001", {"date-parts": [[1]]}, "0001", id="AD 1"),
    pytest.param(
        "199X", {"date-parts": [[1990], [1999]], "circa": True}, "1990/1999", id="a decade"
    ),
    pytest.param("2021-21", {"date-parts": [[2021]], "season": 1}, "2021", id="spring"),
]


@pytest.mark.parametrize(("text", "made", "iso"), DATES)
def test_edtf_becomes_date_parts_and_iso(text, made, iso):
    assert csl_date(text) == made
    assert iso_date(made) == iso


def test_what_is_no_date_is_left_out(cite_one):
    assert csl_date("someday") is None
    assert "issued" not in items(cite_one(title="T", issued="someday"))[0]
    assert iso_date(None) == ""


@given(st.dates())
def test_any_day_comes_back(day):
    assert iso_date(csl_date(day.isoformat())) == day.isoformat()


def test_an_item_has_what_the_source_has_and_no_more(cite_one):
    [item] = items(
        cite_one(
            csl_type="article-newspaper",
            title="The\n ferry\x1b",
            container_title="Courier",
            authors=(Author("Doe", "Ann"), Author(literal="Office")),
            issued="2021-03",
            accessed="2021-04-05",
            url="https://a.example",
            language="en",
        )
    )
    assert item == {
        "id": "doe2021ferry",
        "type": "article-newspaper",
        "title": "The ferry",
        "container-title": "Courier",
        "URL": "https://a.example",
        "author": [{"family": "Doe", "given": "Ann"}, {"literal": "Office"}],
        "issued": {"date-parts": [[2021, 3]]},
        "accessed": {"date-parts": [[2021, 4, 5]]},
        "language": "en",
    }
    assert [full_name(name) for name in item["author"]] == ["Doe, Ann", "Office"]


def test_one_item_a_source_and_keys_that_differ(cite_one):
    one = cite_one(id=1, title="Same", issued="2020")
    two = cite_one(id=2, title="Same", issued="2020")
    assert [item["id"] for item in items([*one, *one, *two])] == ["2020same", "2020same-2"]


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"title": "Мост"}, "source"),
        ({"title": "Köprü", "container_title": "Ova Postası", "issued": "2021"}, "ova2021kopru"),
        ({"authors": (Author("Çelik", "Ş."),), "issued": "1850~"}, "celik1850"),
        ({}, "source"),
    ],
)
def test_keys_are_ascii(fields, key, cite_one):
    assert items(cite_one(**fields))[0]["id"] == key


@pytest.mark.parametrize(
    ("item", "locale", "made"),
    [
        pytest.param(
            {"type": "document", "publisher": "P"},
            "tr-TR",
            {"type": "document", "author": [{"literal": "P"}], "genre": "Başlıksız belge"},
            id="an organisation is the author",
        ),
        pytest.param(
            {"type": "article-newspaper", "container-title": "C"},
            "en-US",
            {"type": "article-newspaper", "container-title": "C", "genre": "Untitled news article"},
            id="an outlet stays one",
        ),
        pytest.param(
            {"type": "webpage", "URL": "u", "author": [{"literal": "A"}], "publisher": "P"},
            "fi-FI",
            {
                "type": "webpage",
                "URL": "u",
                "author": [{"literal": "A"}],
                "publisher": "P",
                "genre": "Untitled web page",
            },
            id="an author stays one, and English where there is no word",
        ),
        pytest.param(
            {"type": "document", "title": "T", "publisher": "P"},
            "tr-TR",
            {"type": "document", "title": "T", "publisher": "P"},
            id="a title needs nothing",
        ),
    ],
)
def test_what_has_no_title_is_described(item, locale, made):
    assert printable(item, locale) == made


@given(st.text())
def test_clean_text_is_one_line_without_controls(text):
    made = clean(text)
    assert made == clean(made)
    assert not any(ord(char) < 32 for char in made)


def told(source, **quote):
    made = {"text": "Bring bread and a hat.", "speaker": "Ada Quill", **quote}
    indirect = made.pop("indirect", False)
    printed = Attestation(source=source, exact=made["text"])
    return [Citation(quote=Quote(**made), attestation=printed, indirect=indirect)]


QUILL = [{"family": "Quill", "given": "Ada"}]
ADA = (Author("Quill", "Ada"),)
TYPES = [
    pytest.param({"csl_type": "article-newspaper", "title": "T", "container_title": "C"}, {},
                 {"title": "T", "container-title": "C"}, id="a newspaper without an author"),
    pytest.param({"csl_type": "article-magazine", "title": "T",
                  "details": [("volume", "12"), ("issue", "6"), ("page", "20-27")]}, {},
                 {"title": "T", "volume": "12", "issue": "6", "page": "20-27"}, id="a magazine"),
    pytest.param({"csl_type": "webpage", "url": "https://a.example", "accessed": "2021-02-03"}, {},
                 {"URL": "https://a.example", "accessed": {"date-parts": [[2021, 2, 3]]}},
                 id="a page looked at"),
    pytest.param({"csl_type": "book", "title": "T", "authors": ADA, "issued": "1951",
                  "details": [("translator", "Kern, Otto"), ("translator", "Doe, Ann"),
                              ("original-date", "1850~"), ("original-title", "U")]}, {},
                 {"title": "T", "author": QUILL, "issued": {"date-parts": [[1951]]},
                  "translator": [{"family": "Kern", "given": "Otto"},
                                 {"family": "Doe", "given": "Ann"}],
                  "original-date": {"date-parts": [[1850]], "circa": True},
                  "original-title": "U"}, id="a translation"),
    pytest.param({"csl_type": "speech", "title": "T", "issued": "1950-01-02"},
                 {"event": "Harbour Day", "place": "Port Lowen"},
                 {"title": "T", "author": QUILL, "event-title": "Harbour Day",
                  "event-place": "Port Lowen", "issued": {"date-parts": [[1950, 1, 2]]}},
                 id="a speech"),
    pytest.param({"csl_type": "speech", "title": "T"}, {"status": "misattributed"},
                 {"title": "T"}, id="a speech that was not the speaker's"),
    pytest.param({"csl_type": "interview", "details": [("interviewer", "Lund, Vera")]}, {},
                 {"author": QUILL, "interviewer": [{"family": "Lund", "given": "Vera"}]},
                 id="an interview"),
    pytest.param({"csl_type": "interview"}, {"indirect": True}, {},
                 id="an interview of somebody else"),
    pytest.param({"csl_type": "post", "container_title": "Chirper", "authors": ADA}, {},
                 {"title": "Bring bread and a hat.", "container-title": "Chirper",
                  "author": QUILL}, id="a post goes by its words"),
    pytest.param({"csl_type": "broadcast", "title": "T", "details": [("host", "Doe, Ann")]}, {},
                 {"title": "T", "host": [{"family": "Doe", "given": "Ann"}]}, id="a broadcast"),
    pytest.param({"csl_type": "motion_picture", "title": "T", "publisher": "F",
                  "details": [("director", "Kern, Otto")]}, {},
                 {"title": "T", "publisher": "F",
                  "director": [{"family": "Kern", "given": "Otto"}]}, id="a film"),
    pytest.param({"csl_type": "personal_communication", "authors": ADA,
                  "details": [("recipient", "Lund, Vera"), ("archive", "Old Town Library"),
                              ("archive_location", "Box 4")]}, {},
                 {"author": QUILL, "recipient": [{"family": "Lund", "given": "Vera"}],
                  "archive": "Old Town Library", "archive_location": "Box 4"}, id="a letter"),
    pytest.param({"csl_type": "document", "title": "T", "issued": "soon",
                  "details": [("original-date", "long ago"), ("genre", "Memo"), ("genre", "Draft"),
                              ("nonsense", "x")]}, {},
                 {"title": "T", "original-date": {"literal": "long ago"}, "genre": "Memo; Draft"},
                 id="what is no date, and what CSL does not know"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "quote", "made"), TYPES)
def test_an_item_is_right_for_what_it_comes_from(source, quote, made):
    details = tuple(Detail(*pair) for pair in source.get("details", ()))
    [item] = items(told(Source(**{**source, "details": details}), **quote))
    assert {k: v for k, v in item.items() if k not in ("id", "type")} == made
    assert item["type"] == source["csl_type"]


def test_a_long_post_goes_by_its_first_twenty_words():
    [item] = items(told(Source(csl_type="post"), text=" ".join(map(str, range(30)))))
    assert item["title"] == " ".join(map(str, range(20))) + "…"


def test_streamed_references_are_grouped_as_they_come_and_keyed_by_number(cite_one):
    one, two = cite_one(id=1, title="Same"), cite_one(id=2, title="Same")
    found = list(references(iter([*one, *one, *two]), streamed=True))
    assert [(r.item["id"], len(r.citations)) for r in found] == [("same-1", 2), ("same-2", 1)]


@pytest.mark.parametrize(("family", "dated"), [("mla", True), ("apa", False), ("other", False)])
def test_mla_alone_dates_a_speech_by_its_event(family, dated):
    item = {"type": "speech", "title": "T", "event-title": "E", "issued": {"date-parts": [[1950]]}}
    assert ("event-date" in printable(item, "en-US", family)) is dated
