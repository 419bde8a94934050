"""Web archives in: which records are read, damaged archives, streaming."""

import gzip
import io
import sys
import tracemalloc
import zlib
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotedb import readers
from quotedb.errors import DataError, EmptyInput, QuotedbError
from quotedb.readers import warc

FIXTURE = Path(__file__).parents[2] / "fixtures" / "readers" / "warc.warc"


def record(body, *, kind="response", url="https://m.example/a", mime="text/html", http=None):
    """One record; `http` is its status line's end and its headers, None for a whole page."""
    if kind == "response":
        sent = f"HTTP/1.1 {http or '200 OK'}\r\nContent-Type: {mime}\r\n\r\n".encode()
        body, mime = sent + body, "application/http; msgtype=response"
    target = f"WARC-Target-URI: {url}\r\n" if url else ""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\n{target}WARC-Date: 2021-03-12T09:30:00Z\r\n"
        f"Content-Type: {mime}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def page(number=1):
    words = f"<p>The mill turned {number} times, and the miller lit the lamps along the race.</p>"
    return f"<html><body><article>{words}</article></body></html>".encode()


def numbered(number, **options):
    return record(page(number), url=f"https://m.example/{number}", **options)


def read(data, path="a.warc"):
    """The articles, and the errors."""
    found = list(warc.pages(io.BytesIO(data), path))
    errors = [one for one in found if isinstance(one, QuotedbError)]
    return [one for one in found if not isinstance(one, QuotedbError)], errors


def numbers(articles):
    return [int(article.text.split()[3]) for article in articles]


def test_the_fixture_has_a_page_and_a_text():
    articles, errors = read(FIXTURE.read_bytes(), "f.warc")
    assert errors == []
    web, text = articles
    assert web.text.startswith("Değirmen yeniden dönüyor\n\nDeğirmenci Salih Kavaklı, “Su varsa")
    assert web.path == "f.warc#https://ova.example/degirmen"
    assert web.source.url == "https://ova.example/degirmen"
    assert web.source.accessed == "2021-03-12"
    assert web.source.container_title == "Ova Postası"
    assert text.text == "Muhtar Nazlı Ekinci, “Taşın sesini özlemişiz” dedi.\n"
    assert (text.source.url, text.source.accessed) == ("https://ova.example/not.txt", "2021-03-12")
    assert text.source.csl_type == "webpage"


@pytest.mark.parametrize(
    "pack",
    [
        pytest.param(lambda records: b"".join(records), id="plain"),
        pytest.param(lambda records: b"".join(map(gzip.compress, records)), id="a member each"),
        pytest.param(lambda records: gzip.compress(b"".join(records)), id="one member"),
        pytest.param(
            lambda records: (b"\0" * 70_000).join(map(gzip.compress, records)) + b"\0" * 9,
            id="blocks filled up",
        ),
    ],
)
def test_plain_and_gzipped_archives_are_read(pack):
    articles, errors = read(pack([numbered(1), numbered(2), numbered(3)]))
    assert (numbers(articles), errors) == ([1, 2, 3], [])


PASSED_OVER = [
    pytest.param(numbered(1, http="404 Not Found"), id="not found"),
    pytest.param(numbered(1, http="301 Moved"), id="moved"),
    pytest.param(numbered(1, mime="image/png"), id="a picture"),
    pytest.param(numbered(1, kind="request"), id="a request"),
    pytest.param(numbered(1, kind="metadata"), id="metadata"),
    pytest.param(
        record(b"Disallow: /\n", url="https://m.example/robots.txt", mime="text/plain"),
        id="for robots",
    ),
]


@pytest.mark.parametrize("other", PASSED_OVER)
def test_what_is_no_whole_page_is_passed_over(other):
    articles, errors = read(other + numbered(2))
    assert (numbers(articles), errors) == ([2], [])


@pytest.mark.parametrize("other", PASSED_OVER)
def test_an_archive_without_a_page_is_one_clear_error(other):
    with pytest.raises(EmptyInput, match=r"^a.warc: .*no page"):
        list(warc.read(other, "a.warc"))


def test_pages_without_an_article_are_a_note():
    bare = b"<html><body></body></html>"
    articles, errors = read(numbered(1) + record(bare) + numbered(2) + record(bare))
    assert (numbers(articles), errors) == ([1, 2], [])
    assert [article.notes for article in articles] == [
        (),
        ("2 more in the archive have no article",),
    ]


def chunked(data):
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (data[:9], data[9:], b""))


BODIES = [
    pytest.param("Transfer-Encoding: chunked", chunked(page()), id="chunked"),
    pytest.param("Content-Encoding: gzip", gzip.compress(page()), id="gzip"),
    pytest.param("Content-Encoding: gzip", page(), id="gzip that is none"),
    pytest.param("Content-Encoding: deflate", zlib.compress(page()), id="deflate"),
    pytest.param("Content-Encoding: deflate", zlib.compress(page())[2:-4], id="bare deflate"),
    pytest.param(
        "Content-Encoding: gzip\r\nTransfer-Encoding: chunked",
        chunked(gzip.compress(page())),
        id="both",
    ),
]


@pytest.mark.parametrize(("header", "body"), BODIES)
def test_a_page_is_unpacked(header, body):
    articles, errors = read(record(body, http=f"200 OK\r\n{header}"))
    assert (numbers(articles), errors) == ([1], [])


def test_the_server_s_encoding_is_used():
    body = "<html><body><p>Vali Şükrü Ağaoğlu gitti.</p></body></html>".encode("iso8859-9")
    [article], _ = read(record(body, mime='text/html; charset="ISO-8859-9"'))
    assert article.text == "Vali Şükrü Ağaoğlu gitti.\n"


DAMAGE = [
    pytest.param(numbered(1).replace(b"Content-Length", b"Content-Size"), id="no length"),
    pytest.param(numbered(1).replace(b"WARC-Target-URI", b"WARC-Target"), id="no address"),
    pytest.param(b"WARC/9.9\r\nWARC-Type: response\r\n\r\n", id="another version"),
    pytest.param(b"Words that belong nowhere.\r\nAnd more.\r\n", id="no record"),
    pytest.param(record(b"\x78no", http="200 OK\r\nContent-Encoding: deflate"), id="inflate"),
    pytest.param(record(b"\x1f\x8b\x08\0no", http="200 OK\r\nContent-Encoding: gzip"), id="unzip"),
    pytest.param(record(page(), http="200 OK\r\nContent-Encoding: zoo"), id="unknown packing"),
    pytest.param(record(bytes(range(256)), mime="text/plain"), id="noise for a text"),
]


@pytest.mark.parametrize("damaged", DAMAGE)
def test_a_damaged_record_is_told_and_the_others_are_read(damaged, capsys):
    articles, errors = read(numbered(2) + damaged + numbered(3))
    assert numbers(articles) == [2, 3]
    assert len(errors) == 1
    assert str(errors[0]).startswith("a.warc")
    assert capsys.readouterr() == ("", "")


def test_a_damaged_member_is_told_and_the_others_are_read(capsys):
    members = [bytearray(gzip.compress(numbered(n))) for n in (1, 2, 3)]
    members[1][40:60] = b"\xff" * 20
    articles, errors = read(b"".join(members))
    assert numbers(articles) == [1, 3]
    assert ["damaged" in str(error) for error in errors] == [True]
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzipped"])
def test_a_truncated_archive_gives_what_is_whole_and_says_so(pack):
    whole = pack(numbered(1)) + pack(numbered(2))
    articles, errors = read(whole[:-60])
    assert numbers(articles) == [1]
    assert ["breaks off" in str(error) for error in errors] == [True]


def test_reading_from_memory_raises_after_all_that_is_whole():
    found = warc.read(numbered(1) + numbered(2)[:-60], "a.warc")
    assert numbers([next(found)]) == [1]
    with pytest.raises(DataError, match=r"^a.warc: .*breaks off"):
        next(found)


class Endless(io.RawIOBase):
    """An archive of many pages that is never in memory at once."""

    def __init__(self, count):
        self._records = (
            gzip.compress(record(bytes(200_000), mime="image/png")) for _ in range(count)
        )
        self._rest = b""

    def readable(self):
        return True

    def readinto(self, buffer):
        self._rest = self._rest or next(self._records, b"")
        size = min(len(buffer), len(self._rest))
        buffer[:size], self._rest = self._rest[:size], self._rest[size:]
        return size


def test_an_archive_is_never_in_memory_as_a_whole():
    list(warc.pages(io.BufferedReader(Endless(1)), "a.warc"))
    tracemalloc.start()
    [error] = warc.pages(io.BufferedReader(Endless(100)), "a.warc")  # 20 MB
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(error, EmptyInput)
    assert peak < 5_000_000


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (numbered(1), True),
        (gzip.compress(numbered(1)), True),
        (gzip.compress(b"Other words."), False),
        (b"\x1f\x8b\x08", False),
        (b"\x1f\x8b\x08\xff\xff\xff\xff\xff\xff\xff\xff\xff", False),
        (b"", False),
    ],
)
def test_an_archive_is_recognised_by_its_beginning(head, known):
    assert warc.recognises(head) is known


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.b.WARC.GZ", "a.bin", "a"])
def test_a_named_archive_is_read_whatever_its_ending(tmp_path, name):
    packed = gzip.compress(numbered(1)) + gzip.compress(numbered(2))
    (tmp_path / name).write_bytes(packed)
    found = readers.articles([str(tmp_path / name)], pytest.fail)
    assert [article.path for article in found] == [
        f"{tmp_path / name}#https://m.example/{n}" for n in (1, 2)
    ]


def test_a_folder_gives_its_archives_and_pages(tmp_path):
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(numbered(1)))
    (tmp_path / "b.txt").write_text("Plain words.")
    (tmp_path / "c.html").write_bytes(page(3))
    (tmp_path / "d.gz").write_bytes(gzip.compress(b"Not taken."))
    texts = [article.text[:17] for article in readers.articles([str(tmp_path)], pytest.fail)]
    assert texts == ["The mill turned 1", "Plain words.", "The mill turned 3"]


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        pytest.param(
            numbered(1) + numbered(2), ["The mill turned 1", "The mill turned 2"], id="warc"
        ),
        pytest.param(page(7), ["The mill turned 7"], id="html"),
        pytest.param(b"The mill turned. ", ["The mill turned. "], id="plain"),
    ],
)
def test_standard_input_is_recognised_and_left_open(data, texts, monkeypatch):
    stream = io.BytesIO(data)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=stream))
    found = list(readers.articles(["-"], pytest.fail))
    assert [article.text[:17] for article in found] == texts
    assert not stream.closed


def test_a_damaged_part_is_told_and_what_follows_is_read(tmp_path):
    (tmp_path / "a.warc").write_bytes(numbered(1) + b"Lost.\r\n" + numbered(2))
    (tmp_path / "b.warc").write_bytes(numbered(3))
    failed = []
    assert numbers(readers.articles([str(tmp_path)], failed.append)) == [1, 2, 3]
    assert [error.where for error in failed] == [str(tmp_path / "a.warc")]


@given(st.integers(0, 900), st.binary(max_size=30), st.booleans())
@settings(max_examples=60, deadline=None)
def test_any_damage_is_survived(at, noise, zipped):
    data = numbered(1) + numbered(2)
    packed = gzip.compress(data) if zipped else data
    for one in warc.pages(io.BytesIO(packed[:at] + noise + packed[at + len(noise) :]), "a"):
        assert not isinstance(one, QuotedbError) or str(one).startswith("a")
