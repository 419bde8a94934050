"""Saved web pages in: the article, what the page says of itself, bad pages."""

import socket
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotedb.errors import DataError, EmptyInput
from quotedb.readers import html

FIXTURE = Path(__file__).parents[2] / "fixtures" / "readers" / "html.html"
BODY = "<p>The mill turns again, and the miller has lit the lamps along the race.</p>"


def read(data, path="a.html"):
    [article] = html.read(data.encode() if isinstance(data, str) else data, path)
    return article


def page(head="", body=BODY, root="<html>"):
    return f"<!DOCTYPE html>{root}<head>{head}</head><body>{body}</body></html>"


def test_the_fixture_is_its_article_and_nothing_around_it():
    article = read(FIXTURE.read_bytes(), "f.html")
    assert article.text == (
        "Ferry returns to the lower quay\n\n"
        "The ferry is back on the river after two winters. “Nobody here has forgotten how to wait "
        "for a boat,” said the ferryman Anton Brack.\n\n"
        "A quay for everyone\n\n"
        "Mayor Ada Quill said “the toll stays where it was” on Monday.\n"
        "She did not say for how long.\n\n"
        "“Nobody here has forgotten how to wait”\n\n"
        "The river asks for no ticket.\n\n"
        "Boats leave every hour, the harbour office said, and the last one waits for the late"
        " train.\n"
    )
    assert article.path == "f.html"
    assert article.notes == ("author, outlet and date are as the page's metadata says",)


def test_nothing_is_fetched(monkeypatch):
    def refused(*_arguments, **_options):
        raise AssertionError("something was fetched")

    monkeypatch.setattr(socket, "socket", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    head = '<base href="https://mill.example/"><link rel="canonical" href="https://mill.example/a">'
    assert "mill turns" in read(page(head, f'{BODY}<img src="https://mill.example/i.jpg">')).text


TEXTS = [
    pytest.param("<p>One\n  and  <b>two</b>.</p>", "One and two.\n", id="space is one space"),
    pytest.param("<p>One.</p><p>Two.</p>", "One.\n\nTwo.\n", id="paragraphs"),
    pytest.param("<p>One.<br><br>Two.</p>", "One.\nTwo.\n", id="line breaks"),
    pytest.param("<ul><li>One.</li><li>Two.</li></ul>", "One.\n\nTwo.\n", id="items"),
    pytest.param("<p>Ada: <q>One</q>, twice.</p>", "Ada: “One”, twice.\n", id="q has marks"),
    pytest.param("<p>Ada: <q><b>One</b></q>.</p>", "Ada: “One”.\n", id="q with a part in it"),
    pytest.param("<p>Ada: <q>«One»</q>.</p>", "Ada: «One».\n", id="q with marks of its own"),
    pytest.param("<h1>Top</h1><p>One.</p>", "Top\n\nOne.\n", id="the headline"),
    pytest.param("<h1>A</h1><h1>B</h1><p>One.</p>", "A\n\nB\n\nOne.\n", id="two headlines"),
    pytest.param(
        "<p>Cafe\u0301 &amp; &#8220;bar&#8221;.</p>", "Café & “bar”.\n", id="NFC, entities"
    ),
    pytest.param("<p>One.<script>two()</script></p>", "One.\n", id="no scripts"),
]


@pytest.mark.parametrize(("body", "text"), TEXTS)
def test_the_text_is_as_a_browser_shows_it(body, text):
    assert read(page(body=f"<article>{body}</article>")).text == text


def test_a_tag_with_hundreds_of_attributes_is_read_without_them():
    many = " ".join(f'a{number}="{number}"' for number in range(3000))
    body = f'<article><h1 class="x">Top</h1><p {many}>{BODY[3:-4]}</p></article>'
    assert html._tamed(body) == body.replace(f" {many}", "")
    assert read(page(body=body)).text.startswith("Top\n\nThe mill turns")
    long = f'<p title="{"word " * 2000}">It turns.</p>'
    assert html._tamed(long) == long


def test_the_lines_under_the_headline_are_kept_and_once():
    under = '<h2 class="news-spot">Ada Quill: “It turns.”</h2>'
    body = f"<div><h1>Top</h1>{under}</div><div class='content'>{BODY}<p>It rains.</p></div>"
    text = read(page(body=body)).text
    assert text.startswith("Top\n\nAda Quill: “It turns.”\n\nThe mill")
    assert text.count("It turns.") == 1
    inside = read(page(body=f"<article><h1>Top</h1>{under}{BODY}</article>")).text
    assert inside.count("It turns.") == 1


def test_a_very_short_page_keeps_its_paragraphs():
    text = read(page(body="<div><p>“One,” said Ada.</p><p>Two.</p> Three.</div>")).text
    assert text == "“One,” said Ada.\n\nTwo.\n\nThree.\n"


def test_a_piece_of_a_page_is_read():
    assert read("<p>The mill turns.</p>").text == "The mill turns.\n"


def test_broken_markup_is_read_as_far_as_it_goes():
    text = read("<html><body><p>One <b>two <i>three</b> four<p>Five<div>Six<table><tr><td>7").text
    assert text.split() == ["One", "two", "three", "four", "Five", "Six", "7"]


def test_a_reader_s_comments_are_not_the_article():
    body = (
        f"<article>{BODY * 3}</article><div id='comments'><p>“Nonsense,” said a reader.</p></div>"
    )
    assert "Nonsense" not in read(page(body=body)).text


LATIN = "<p>Vali Şükrü Ağaoğlu, çınarın gölgesinde ışıl ışıl bir gün geçirdi.</p>"


@pytest.mark.parametrize(
    ("declared", "encoding", "note"),
    [
        ('<meta charset="iso-8859-9">', "cp1254", "read as iso-8859-9"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1254">', "cp1254",
         "read as windows-1254"),
        ('<meta charset="iso-8859-9">', "utf-8", None),
        ('<meta charset="utf-8">', "cp1254", "read as iso8859-9"),
        ('<meta charset="nonsense">', "cp1254", "read as iso8859-9"),
        ("", "utf-16", "read as utf-16"),
        ("", "utf-16-le", "read as utf-16-le"),
        ("", "utf-8-sig", None),
    ],
)  # fmt: skip
def test_encodings(declared, encoding, note):
    article = read(page(declared, LATIN).encode(encoding))
    assert article.text == LATIN[3:-4] + "\n"
    assert article.notes == ((note,) if note else ())


def test_what_the_server_said_goes_before_what_the_page_says():
    data = page('<meta charset="iso-8859-1">', LATIN).encode("iso8859-9")
    assert html.article(data, None, charset="ISO-8859-9").text == LATIN[3:-4] + "\n"


def test_a_few_nuls_are_left_out():
    article = read(page(body=BODY).encode().replace(b"mill turns", b"mill\0 turns"))
    assert "mill turns" in article.text
    assert article.notes == ("NUL characters left out",)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(page("<title>A</title>", ""), id="nothing in it"),
        pytest.param(page("", "<div id='root'></div><script>go()</script>"), id="a program"),
        pytest.param(page("", "<nav><a href='/'>Home</a></nav>"), id="nothing but links"),
        pytest.param(" \n", id="blank"),
    ],
)
def test_a_page_without_an_article_is_one_clear_error(data):
    with pytest.raises(EmptyInput, match=r"^a.html: .*\. \w+") as caught:
        read(data)
    assert caught.value.hint


def test_what_is_no_page_is_an_error():
    with pytest.raises(DataError, match=r"^a.html: it is no HTML"):
        read("Plain words, saved under a wrong name.")


def test_entities_do_not_multiply_and_no_file_is_read():
    nested = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 9}">' for n in range(1, 12))
    kinds = f'<!DOCTYPE html [<!ENTITY e0 "x">{nested}<!ENTITY f SYSTEM "{FIXTURE.as_uri()}">]>'
    text = read(f"{kinds}<html><body><p>One &e11; &f; two.</p></body></html>").text
    assert len(text) < 100
    assert "Ferry" not in text


def test_a_huge_page_is_read():
    paragraphs = "".join(BODY.replace("again", f"{n} times") for n in range(20_000))
    assert len(read(page(body=f"<article>{paragraphs}</article>")).text) > 1_000_000


def test_nothing_is_said_on_the_side(capsys, caplog):
    with pytest.raises(EmptyInput):
        read(page(body=""))
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (b"<!DOCTYPE html><html>", True),
        (b"\xef\xbb\xbf\n<!-- saved --><HTML>", True),
        (b'<?xml version="1.0"?>\n<html>', True),
        ("<html>".encode("utf-16"), True),
        ("<!doctype html>".encode("utf-16-le"), True),
        (b'<?xml version="1.0"?><rss>', False),
        (b"He wrote <html> on the board.", False),
        (b"", False),
    ],
)
def test_a_page_is_recognised_by_its_beginning(head, known):
    assert html.recognises(head) is known


@given(st.text(max_size=200), st.text(max_size=200))
@settings(max_examples=50, deadline=None)
def test_any_page_is_read_or_refused(head, body):
    try:
        article = read(
            f"<html><head>{head}</head><body><p>{body}</p></body></html>".encode("utf-8", "ignore")
        )
    except DataError as error:
        assert str(error).startswith("a.html: ")
    else:
        assert article.text.strip()
        assert article.text == article.source.text
