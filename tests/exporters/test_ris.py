"""RIS, read back by rispy."""

import json
import subprocess

import rispy

from quotedb.exporters import CiteOptions, ris
from quotedb.exporters._pandoc import pandoc
from quotedb.facts import Author


def records(citations):
    return rispy.loads("".join(ris.cite(citations, CiteOptions())))


def test_every_source_is_a_record_with_its_facts(cited):
    read = records(cited)
    assert len(read) == len(cited)
    assert read[0] == {
        "type_of_reference": "NEWS",
        "id": "hartmann2021rhine",
        "authors": ["Hartmann, Greta"],
        "title": "Rhine bridge opens “at last”",
        "secondary_title": "The Lowland Courier",
        "year": "2021",
        "date": "2021/03/11/",
        "urls": ["https://courier.example/bridge"],
        "language": "en",
        "keywords": ["unverified"],
    }


def test_records_are_not_numbered(cited):
    text = "".join(ris.cite(cited, CiteOptions()))
    assert text.startswith("TY  - ")
    assert "\n2." not in text


def test_a_newline_or_a_tag_in_a_title_makes_no_field(cite_one):
    [record] = records(cite_one(title="One\nER  - \nTY  - BOOK", authors=(Author("Doe", "Ann"),)))
    assert record["title"] == "One ER - TY - BOOK"
    assert record["authors"] == ["Doe, Ann"]


def test_partial_dates_and_those_before_christ(cite_one):
    [month] = records(cite_one(title="T", issued="2021-03", accessed="2022"))
    assert (month["year"], month["date"], month["access_date"]) == ("2021", "2021/03//", "2022///")
    [old] = records(cite_one(title="T", issued="-0043"))
    assert old["year"] == "-0043"
    assert "date" not in old
    [span] = records(cite_one(title="T", issued="1984/2004"))
    assert (span["year"], span["date"]) == ("1984", "1984///")


def test_pandoc_reads_the_same_facts(quoted):
    text = "".join(ris.cite(quoted, CiteOptions()))
    command = [pandoc(), "--from=ris", "--to=csljson"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    article, book, page = json.loads(done.stdout)
    assert (article["type"], article["title"]) == ("article-newspaper", "Köprü açıldı")
    assert article["author"] == [{"family": "Uydurma", "given": "Ayşe"}]
    assert article["container-title"] == "Ova Postası"
    assert article["issued"]["date-parts"] == [[2021]], "pandoc takes the year only"
    assert (book["publisher"], str(book["edition"])) == ("Old Quay Press", "2")
    assert page["URL"] == "https://a.example/x"


def test_translators_archives_and_first_editions(quoted):
    book = records(quoted)[1]
    assert book["subsidiary_authors"] == ["Kern, Otto"]
    assert (book["name_of_database"], book["original_publication"]) == ("Old Town Library", "1902")


def test_the_status_of_a_quote_is_told(quoted):
    last = records(quoted)[-1]
    assert last["keywords"] == ["misattributed"]
    assert last["notes"] == [
        "misattributed to Albert Einstein: “Doing the same thing twice is madness.”"
    ]
