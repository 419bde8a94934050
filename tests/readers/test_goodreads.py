"""Goodreads in tables: quotes as others collect them, and the library."""

import pytest

from quotedb.readers import goodreads, guessed


def read(text):
    return list(goodreads.records(text.encode().splitlines(keepends=True), "f"))


QUOTES = (
    "quote,author,book,tags,likes,url\n"
    '"“A lamp is a promise, kept.”","Ada Quill,",The Lamp Book,"[\'lamps\', \'night\']",1200,'
    "https://g.example/1\n"
    '“No book.” ― Otto Kern,Otto Kern,,"lamps, night",3,https://g.example/2\n'
    ",Nobody,,,,\n"
)


def test_quotes_of_a_table():
    book, page, bad = read(QUOTES)
    assert (book.quotation.text, book.quotation.speaker) == ("A lamp is a promise, kept.",
                                                             "Ada Quill")  # fmt: skip
    assert (book.source.csl_type, book.source.title) == ("book", "The Lamp Book")
    assert (book.source.url, book.quotation.note) == (None, "https://g.example/1")
    assert (page.quotation.text, page.source.url) == ("No book.", "https://g.example/2")
    assert book.quotation.tags == page.quotation.tags == ("lamps", "night")
    assert bad.where == "f:4"


@pytest.mark.parametrize("heading", ["text,author,tags,likes", "Quote,Author Name,Likes"])
def test_such_a_table_is_known(heading):
    assert guessed("f.csv", f"{heading}\na,b,c\n".encode()) == "goodreads"
    assert guessed("f.csv", b"quote,author\na,b\n") == "csv"


def test_the_library_gives_its_books():
    heading = (
        "Book Id,Title,Author,Author l-f,Additional Authors,ISBN,ISBN13,Publisher,"
        "Number of Pages,Year Published,Original Publication Year\n"
    )
    row = '1,The Lamp Book,Ada Quill,"Quill, Ada",Otto Kern,,"=""9780000000002""",Horn,90,1951,1902'
    assert guessed("f.csv", (heading + row).encode()) == "goodreads"
    [book] = read(heading + row)
    assert (book.csl_type, book.title, book.issued) == ("book", "The Lamp Book", "1951")
    assert [author.full for author in book.authors] == ["Ada Quill", "Otto Kern"]
    told = {detail.variable: detail.text for detail in book.details}
    assert told == {"original-date": "1902", "ISBN": "9780000000002", "number-of-pages": "90"}


def test_a_table_without_words_is_said():
    with pytest.raises(Exception, match="no column has the words"):
        read("author,likes\na,1\n")
