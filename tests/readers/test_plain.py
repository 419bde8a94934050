"""Plain text: encodings, header lines, titles."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotedb.errors import DataError, EmptyInput
from quotedb.facts import Author
from quotedb.readers import plain

FIXTURE = Path(__file__).parents[2] / "fixtures" / "readers" / "plain.txt"
TURKISH = "Başlığı güneşli bir ırmak: “Öğüt ağır gelir” dedi İlyas, şaşkınlıkla.\n"
PLAIN_TURKISH = TURKISH.replace("“", '"').replace("”", '"')


def read(data, path="a.txt"):
    if isinstance(data, str):
        data = data.encode()
    [article] = plain.read(data, path)
    return article


def test_the_fixture_is_read_whole():
    article = read(FIXTURE.read_bytes(), str(FIXTURE))
    source = article.source
    assert source.title == "Ferry returns to the lower quay"
    assert source.container_title == "The Lowland Courier"
    assert source.issued == "2021-03-11"
    assert source.url == "https://courier.example/ferry"
    assert source.authors == (
        Author(family="Hartmann", given="Greta"),
        Author(family="van den Berg", given="Anna"),
    )
    assert source.csl_type == "article-newspaper"
    assert article.text[article.body_start :].startswith("Rome: the ferry is back.")
    assert source.text == article.text
    assert source.content_hash == hashlib.sha256(article.text.encode()).hexdigest()
    assert article.notes == ()


@pytest.mark.parametrize(
    ("text", "encoding", "note"),
    [
        pytest.param(TURKISH, "utf-8", None, id="utf-8"),
        pytest.param(TURKISH, "utf-8-sig", None, id="utf-8 with its mark"),
        pytest.param(TURKISH, "utf-16", "utf-16", id="utf-16 with its mark"),
        pytest.param(TURKISH, "utf-16-le", "utf-16-le", id="utf-16, little end first, no mark"),
        pytest.param(TURKISH, "utf-16-be", "utf-16-be", id="utf-16, big end first, no mark"),
        pytest.param(PLAIN_TURKISH, "iso8859-9", "iso8859-9", id="Latin-5"),
        pytest.param(TURKISH, "cp1254", "windows-1254", id="windows Turkish, curly quotes"),
        pytest.param(
            "He said “we won’t go”, over café crème — naïve.", "cp1252", "windows-1252", id="Latin"
        ),
        pytest.param(
            "Söz “köprü gibi” dedi, düşündü öbürü.".replace("ş", "s"),
            "cp1254",
            "windows-1252",
            id="Turkish that any Latin code page reads alike",
        ),
        pytest.param(
            "Příliš žluťoučký kůň úpěl ďábelské ódy.", "cp1250", "windows-1250", id="Czech"
        ),
        pytest.param(
            "Мы построим новый мост через реку, сказал министр.",
            "cp1251",
            "windows-1251",
            id="Cyrillic",
        ),
    ],
)
def test_encodings_are_read_and_told(text, encoding, note):
    article = read(text.encode(encoding))
    assert article.text == text
    assert article.notes == ((f"read as {note}",) if note else ())


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(b"", EmptyInput, id="nothing"),
        pytest.param(b" \r\n\t\n", EmptyInput, id="white space"),
        pytest.param("\ufeff".encode("utf-16-le"), EmptyInput, id="a mark alone"),
        pytest.param(b"\0" * 100, DataError, id="NULs, an even number"),
        pytest.param(b"\0" * 101, DataError, id="NULs, an odd number"),
        pytest.param(b"text\0text", DataError, id="a NUL in a text"),
        pytest.param(bytes(range(256)) * 8, DataError, id="every byte"),
        pytest.param(b"\xff\xfea", DataError, id="half a UTF-16 character"),
    ],
)
def test_what_is_no_text_is_one_clear_error(data, error):
    with pytest.raises(error, match=r"^a\.txt: .+\. .+\.$"):
        list(plain.read(data, "a.txt"))


def test_text_is_composed_and_lines_end_in_one_character():
    assert read("cafe\u0301\r\nbar\r\n").text == "caf\u00e9\nbar\n"


HEADERS = [
    pytest.param("Title: A ferry: the story", {"title": "A ferry: the story"}, id="colon inside"),
    pytest.param("BAŞLIK: Vapur", {"title": "Vapur"}, id="capitals, dotless i"),
    pytest.param("Tarih: 31 Mart 2021", {"issued": "2021-03-31"}, id="Turkish date"),
    pytest.param("Yayın tarihi: 31.03.2021", {"issued": "2021-03-31"}, id="key of two words"),
    pytest.param("date 2021-03", {"issued": "2021-03"}, id="date without a colon"),
    pytest.param(
        " date 2019-07 -Kaynak: Ova Liman Kurumu",
        {"issued": "2019-07", "publisher": "Ova Liman Kurumu"},
        id="two on a line, one without a colon",
    ),
    pytest.param(
        "Gazete: Ova Postası | Muhabir: Ali Uydurma",
        {"container_title": "Ova Postası", "authors": (Author("Uydurma", "Ali"),)},
        id="two on a line, a bar between",
    ),
    pytest.param(
        "Kaynak: Yeni Ova-Dağ Birliği - Erişim: 2021-05-06",
        {"publisher": "Yeni Ova-Dağ Birliği", "accessed": "2021-05-06"},
        id="a hyphen in a name divides nothing",
    ),
    pytest.param(
        "Date: 2021-03 Source: Harbour Office",
        {"issued": "2021-03", "publisher": "Harbour Office"},
        id="only a space behind a date",
    ),
    pytest.param(
        "Source: Harbour Office; Date: 2021-03",
        {"issued": "2021-03", "publisher": "Harbour Office"},
        id="a semicolon between",
    ),
    pytest.param("Title: On the Source: a life", {"title": "On the Source: a life"}, id="no mark"),
    pytest.param("By Greta Hartmann", {"authors": (Author("Hartmann", "Greta"),)}, id="byline"),
    pytest.param(
        "Author: Hartmann, Greta", {"authors": (Author("Hartmann", "Greta"),)}, id="comma"
    ),
    pytest.param(
        "Author: Harbour Office", {"authors": (Author(literal="Harbour Office"),)}, id="body"
    ),
    pytest.param("Language: Turkish", {"language": "tr"}, id="language by name"),
    pytest.param("Dil: Türkçe", {"language": "tr"}, id="language by its own name"),
    pytest.param("Language: pt-BR", {"language": "pt-BR"}, id="language by tag"),
    pytest.param("Title: One\nTitle: Two", {"title": "One"}, id="the first of two counts"),
    pytest.param("\n\nURL: https://a.example/x-y\n\nTitle: T", {"title": "T"}, id="blank lines"),
]


@pytest.mark.parametrize(("head", "told"), HEADERS)
def test_header_lines_are_read_and_are_no_body(head, told):
    article = read(f"{head}\n\nThe body begins here. It goes on.\n")
    assert {field: getattr(article.source, field) for field in told} == told
    assert article.text[article.body_start :] == "The body begins here. It goes on.\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Rome: the ferry is back. It is full.", id="a dateline"),
        pytest.param("Date palms grow in the south. They do.", id="a key as a common word"),
        pytest.param("By the river they sat down. They wept.", id="by as a common word"),
        pytest.param("By Tuesday All Was Lost. They wept.", id="by before a sentence"),
        pytest.param("Kaynaklar konuştu. Sustular.", id="a word that begins like a key"),
        pytest.param("Source: the river. " * 30, id="a key before a long text"),
        pytest.param("He said: title: none. He left.", id="a key inside a sentence"),
    ],
)
def test_what_has_no_known_key_stays_body(text):
    article = read(text)
    assert article.body_start == 0
    assert article.source.authors == ()
    assert article.source.issued is None
    assert article.source.title is None


def test_a_date_that_cannot_be_read_is_told():
    article = read("Date: some day soon\n\nText here.\n")
    assert article.source.issued is None
    assert article.notes == ("issued not understood: 'some day soon'",)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("Ferry is back\n\nIt came. It went.", "Ferry is back", id="a headline"),
        pytest.param("Will it stay?\n\nIt came.", "Will it stay?", id="a question"),
        pytest.param("Ferry is back\nIt came.", None, id="no blank line behind"),
        pytest.param("The ferry is back.\n\nIt came.", None, id="a sentence"),
        pytest.param("“Ferry is back”\n\nIt came.", None, id="a quotation"),
        pytest.param("Ferry is back", None, id="nothing behind"),
        pytest.param("Ferry " * 50 + "\n\nIt came.", None, id="too long"),
        pytest.param("Title: Given\n\nFerry is back\n\nIt came.", "Given", id="a header says it"),
    ],
)
def test_a_headline_is_the_title(text, title):
    assert read(text).source.title == title


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Outlet: The Courier\nURL: https://a.example", "article-newspaper"),
        ("URL: https://a.example", "webpage"),
        ("Source: Harbour Office", "document"),
    ],
)
def test_the_type_is_what_cites_best(head, kind):
    assert read(f"{head}\n\nText.\n").source.csl_type == kind


def test_one_very_long_line_is_read():
    line = "“Söz gümüştür” dedi. " * 100_000
    assert read(line).text == line


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\0" not in text))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_and_its_body_is_within(text):
    article = read(text.encode("utf-8", "ignore") or b"x")
    assert 0 <= article.body_start <= len(article.text)


@given(st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_read_or_refused(data):
    try:
        [article] = plain.read(data, "a")
    except DataError as error:
        assert str(error).startswith("a: ")
    else:
        assert article.text.strip()


@pytest.mark.parametrize(
    ("line", "issued"),
    [
        pytest.param("The Lowland Courier, 12 March 2018", "2018-03-12", id="English"),
        pytest.param("Lowland Courier | March 12, 2018", "2018-03-12", id="the month first"),
        pytest.param("Kieler Bote, 3. Mai 2017", "2017-05-03", id="German"),
        pytest.param("Donnerstag, 14. November 2019, 10:30 Uhr", "2019-11-14", id="day and hour"),
        pytest.param("Le Courrier du Lac, 6 juin 2018", "2018-06-06", id="French"),
        pytest.param("Publié le 3 octobre 2020", "2020-10-03", id="a key"),
        pytest.param("La Voz del Mar, 21 de febrero de 2019", "2019-02-21", id="Spanish"),
        pytest.param("Северный берег, 18 октября 2018 года", "2018-10-18", id="Russian"),
        pytest.param("Kıyı Postası - 9 Ağustos 2016", "2016-08-09", id="Turkish"),
        pytest.param("Kıyı Postası, 09.08.2016", "2016-08-09", id="in figures"),
    ],
)
def test_a_line_under_the_headline_tells_the_day_of_issue(line, issued):
    article = read(f"The ferry is back\n{line}\n\nIt came. It went.\n")
    assert article.source.issued == issued
    assert article.notes == (f"date is as the line {line!r} says",)
    assert article.body_start == 0


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("The pier will open on 12 March 2018\n\nIt came.", id="a headline"),
        pytest.param("The ferry is back\n\nIt sank on 12 March 2018\n\nIt came.", id="a sentence"),
        pytest.param(
            "The ferry is back\n\nIt is here. See, 12 March 2018\n\nIt.", id="two of them"
        ),
        pytest.param("The ferry is back\nCourier, March 2018\n\nIt came.", id="no day"),
        pytest.param("The ferry is back\nCourier, 12 March 2018\nit came.", id="running text"),
        pytest.param("The ferry is back\n\n“Soon”, 12 March 2018\n\nIt came.", id="quoted words"),
        pytest.param("A\n\nB\n\nC\n\nD\n\nCourier, 12 March 2018\n\nIt came.", id="far below"),
    ],
)
def test_a_day_that_something_else_is_told_by_is_not_that_of_issue(head):
    assert read(head).source.issued is None


def test_a_header_goes_before_the_line():
    article = read("Date: 2018-03-14\n\nThe ferry is back\nCourier, 12 March 2018\n\nIt came.\n")
    assert article.source.issued == "2018-03-14"
    assert article.notes == ()
