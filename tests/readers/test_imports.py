"""Other programs' files: what is read of each fixture, and that each is known by its content."""

from __future__ import annotations

import bz2
import gzip
import lzma
from pathlib import Path

import pytest

from quotedb.errors import DataError, InvalidValue, MalformedRecord, UnknownName
from quotedb.facts import Clipping, Source
from quotedb.readers import REGISTRY, csv, guessed, lines, record_formats, wikiquote

FIXTURES = Path(__file__).parents[2] / "fixtures" / "readers"
LAMP = "A lamp is a promise, kept nightly."
# Of each clipping: words, speaker, title, when the source is from, where in it, and the note.
CLIPPINGS = {
    "csv": [
        ("The harbour never asks who is coming; it only asks how deep.", "Ada Quill", "Tides", None,
         "12", None),
        ("=1+1 is what the ledger said.", "Otto Kern", None, None, None, None),
    ],
    "readwise": [
        (LAMP, "Ada Quill", "The Lamp Book", None, "p. 12", "for the epigraph"),
        ('Two lines\nof "one" thought.', None, "Nameless", None, "loc. 300", None),
    ],
    "kindle": [
        (LAMP, "Ada Quill", "The Lamp Book", None, "p. 31", "use it"),
        ("Rüzgâr kapıyı çalmaz.", "Bea Wren", "Rüzgâr Defteri", None, "p. 21", None),
        ("Die Karte ist nicht die Küste.", None, "Eine Karte", None, "p. 7", None),
    ],
    "fortune": [
        (LAMP, "Ada Quill", "The Lamp Book", None, None, None),
        ("Nobody counts the gulls until one is missing.", "Otto Kern", None, None, None,
         "on leaving the council"),
        ("Rope is cheaper than regret.", "Bea Wren", None, None, None,
         '(Editor of "The Bugle"), May 1901.'),
        ("The quay remembers every rope.", None, None, None, None, None),
    ],
    "hypothesis": [(LAMP, None, "Lamps out", None, None, "for the lead")],
    "zotero": [
        (LAMP, None, "Lamps out", "2020-09-13", "p. 3", "lead"),
        ("Nobody counts the gulls until one is missing.", None, "Lamps out", "2020-09-13", None,
         None),
        ("The quay remembers every rope.", None, "Lamps out", "2020-09-13", None, None),
    ],
    "gdelt": [
        ("We shall not dim one lamp this winter.", None, "Lamps out", "2020-09-13", None, None)
    ],
    "quotebank": [
        ("We shall not dim one lamp this winter", who, None, "2020-09-13", None, None)
        for who in ("Ada Quill", "Otto Kern")
    ],
    "parquet": [
        (LAMP, "Ada Quill", "The Lamp Book", "1871", "p. 31", "for the epigraph"),
        ("A lamp is a promise, kept each night.", "Ada Quill", "Lamps out", "2020-09-13", None,
         "for the epigraph"),
        ("Nobody counts the gulls.", "Ada Quill", None, None, None, None),
    ],
    "goodreads": [(LAMP, "Ada Quill", "The Lamp Book", None, None, None)],
    "wikiquote": [
        (LAMP, "Ada Quill", "The Lamp Book (1871), p. 31 (Horn Press)", "1871", None,
         "The Lamp Book (1871), p. 31 (Horn Press)"),
        ("La lampe ne dort pas.", "Ada Quill", "Letter to Bea Wren, 1872", "1872", None,
         "The lamp does not sleep.\nLetter to Bea Wren, 1872"),
        ("Nobody counts the gulls.", "Ada Quill", "Ada Quill", None, None,
         "Often ascribed; nothing before 1905."),
        ("The quay remembers every rope.", "Ada Quill", "Ada Quill", None, None,
         "Otto Kern wrote it in 1899."),
    ],
}  # fmt: skip
# Of each source: type, title, first author, when, where it is.
SOURCES = {
    "bibtex": [
        ("book", "The Lamp Book", "Ada Quill", "1871", None),
        ("webpage", "Lamps out", None, "2020-09-13", "https://bugle.example/lamps"),
    ],
    "ris": [
        ("article-newspaper", "Lamps out", "Bea Wren", "2020-09-13", "https://bugle.example/lamps"),
        ("book", "The Lamp Book", "Ada Quill", "1871", None),
    ],
    "csl-json": [
        ("article-newspaper", "Lamps out", "Bea Wren", "2020-09-13", "https://bugle.example/lamps"),
        ("book", "The Lamp Book", "Harbour Office", "1871", None),
    ],
}  # fmt: skip


def fixture(name):
    [file] = FIXTURES.glob(f"{name}.*")
    return file


def read(name):
    file = str(fixture(name))
    return list(REGISTRY.load(name).records(lines(file), file))


def test_every_format_is_in_a_table():
    assert {*CLIPPINGS, *SOURCES, "jsonl"} == set(record_formats())


@pytest.mark.parametrize("name", CLIPPINGS)
def test_the_quotations_of_its_fixture(name):
    found = read(name)
    assert all(isinstance(one, Clipping) for one in found)
    assert [
        (q.text, q.speaker, s.title, s.issued, q.locator, q.note)
        for q, s in ((one.quotation, one.source) for one in found)
    ] == CLIPPINGS[name]
    assert {one.quotation.method for one in found} == {"import"}


@pytest.mark.parametrize("name", SOURCES)
def test_the_sources_of_its_fixture(name):
    found = read(name)
    assert all(isinstance(one, Source) for one in found)
    assert [
        (s.csl_type, s.title, s.authors[0].full if s.authors else None, s.issued, s.url)
        for s in found
    ] == SOURCES[name]


def test_more_of_what_each_tells():
    assert read("hypothesis")[0].quotation.prefix == "The mayor said: "
    assert [one.quotation.confidence for one in read("quotebank")] == [0.81, 0.12]
    assert read("gdelt")[0].quotation.language == "en"
    assert read("goodreads")[0].quotation.tags == ("lamps",)
    assert read("readwise")[0].quotation.tags == ("favorite", "lamps")
    assert read("zotero")[0].source.container_title == "The Bugle"
    statuses = [one.quotation.status for one in read("wikiquote")]
    assert statuses == ["unverified", "unverified", "disputed", "misattributed"]


@pytest.mark.parametrize("name", [*CLIPPINGS, *SOURCES, "jsonl"])
def test_its_format_is_guessed(name):
    file = fixture(name)
    assert guessed(str(file), file.read_bytes()[:65536]) == name


@pytest.mark.parametrize("name", [*CLIPPINGS, *SOURCES, "jsonl"])
def test_its_format_is_guessed_without_a_name(name):
    assert guessed("-", fixture(name).read_bytes()[:65536]) == name


def test_what_cannot_be_guessed_is_to_be_named():
    with pytest.raises(UnknownName, match="kindle"):
        guessed("notes.xyz", b"just words")


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_packed_file_is_unpacked(pack, tmp_path):
    file = tmp_path / "packed"
    file.write_bytes(pack(b"one\ntwo\n"))
    assert list(lines(str(file))) == [b"one\n", b"two\n"]


def test_a_packed_file_that_breaks_off_is_an_error(tmp_path):
    file = tmp_path / "torn.gz"
    file.write_bytes(gzip.compress(b"words " * 9000)[:40])
    with pytest.raises(DataError, match="unpacked"):
        list(lines(str(file)))


def test_a_line_without_end_is_an_error(tmp_path, monkeypatch):
    monkeypatch.setattr("quotedb.readers._lines.LONGEST", 1 << 10)
    file = tmp_path / "bomb.gz"
    file.write_bytes(gzip.compress(b"0" * 100_000))
    with pytest.raises(DataError, match="line"):
        list(lines(str(file)))


def test_the_author_of_a_collection_speaks():
    rows = [b"quote,author\n", b"Rope is cheaper than regret.,Bea Wren\n"]
    [found] = csv.records(rows, "f")
    assert (found.quotation.speaker, found.source.authors) == ("Bea Wren", ())


def test_columns_are_mapped():
    rows = ["Was,Wer,Egal", "Die Lampe brennt.,Ada Quill,7"]
    found = list(
        csv.records([r.encode() + b"\n" for r in rows], "f", {"text": "Was", "speaker": "Wer"})
    )
    assert [(one.quotation.text, one.quotation.speaker) for one in found] == [
        ("Die Lampe brennt.", "Ada Quill")
    ]


@pytest.mark.parametrize(
    ("what", "columns", "message"),
    [
        ("a column that is not there", {"text": "Nope"}, "'Nope'"),
        ("an option that is none", {"words!": "Was"}, "'words!'"),
        ("no column of words", None, "no column has the words"),
    ],
)
def test_columns_that_do_not_fit(what, columns, message):
    with pytest.raises(InvalidValue, match=message):
        list(csv.records([b"Was,Wer\n", b"a,b\n"], "f", columns))


def test_an_entity_of_the_files_own_is_not_resolved():
    bomb = b'<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa">]><mediawiki><page><title>T</title><ns>0</ns>'
    bomb += b"<revision><text>* &a; &a; said nothing of it</text></revision></page></mediawiki>"
    try:
        found = list(wikiquote.records([bomb], "f"))
    except MalformedRecord:
        found = []
    assert not any("aaaa" in str(one) for one in found)


def test_a_row_of_our_own_export_is_a_printing_with_its_status():
    heading = b"id,text,speaker,status,printed,title\n"
    rows = [heading, b"3,One lamp.,Ada,disputed,One lamp!,T\n", b"3,One lamp.,Ada,read,,U\n"]
    one, two = csv.records(rows, "f")
    assert (one.quotation.text, one.quotation.status) == ("One lamp!", "disputed")
    assert (two.quotation.text, two.quotation.status) == ("One lamp.", "unverified")
