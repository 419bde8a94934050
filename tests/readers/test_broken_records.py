"""Bad records: each is named with its line and left out, and the others are read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotedb.errors import MalformedRecord, QuotedbError
from quotedb.facts import Clipping
from quotedb.readers import REGISTRY, record_formats
from quotedb.readers._json import objects

FIXTURES = Path(__file__).parents[2] / "fixtures" / "readers"
VALUES = (
    None, 5, -1, 1.5, True, [], {}, "x", [1], [None], [[]], {"a": 1}, "\x00", 10**400, "9" * 5000,
    {"date-parts": [["a"]]}, {"date-parts": [[10**30]]}, {"date-parts": [[2000, 13, 40]]},
    {"date-parts": 5}, {"date-parts": [[2000], [{}]]}, "\ud800",
)  # fmt: skip


def read(form, text):
    lines = text if isinstance(text, bytes) else text.encode()
    return list(REGISTRY.load(form).records(lines.splitlines(keepends=True), "f"))


def texts(found):
    return [one.quotation.text for one in found if isinstance(one, Clipping)]


def errors(found):
    return [one.where for one in found if isinstance(one, MalformedRecord)]


def places(value, path=()):
    yield path
    if not isinstance(value, (dict, list)):
        return
    for key, one in value.items() if isinstance(value, dict) else enumerate(value):
        yield from places(one, (*path, key))


def changed(value, path, new):
    if not path:
        return new
    value = json.loads(json.dumps(value))
    inner = value
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = new
    return value


@pytest.mark.parametrize(
    "name", ["csl-json", "gdelt", "hypothesis", "jsonl", "quotebank", "zotero"]
)
def test_no_value_anywhere_in_json_is_a_traceback(name):
    [file] = FIXTURES.glob(f"{name}.*")
    text = file.read_text("utf-8")
    try:
        documents = [json.loads(text)]
    except ValueError:
        documents = [json.loads(line) for line in text.splitlines()]
    for document in documents:
        for path in places(document):
            for new in VALUES:
                try:
                    read(name, json.dumps(changed(document, path, new)) + "\n")
                except QuotedbError:
                    continue


@pytest.mark.parametrize(
    ("form", "text", "good", "bad"),
    [
        ("csv", "text,speaker\none,A\n\"never closed,B\nthree,C\n", ["one", "three"], ["f:3"]),
        ("csv", 'text,speaker\none,A\n"never closed,B', ["one"], ["f:3"]),
        ("csv", 'text,speaker\n5" nails,A\nlast 5" nail,B', ['5" nails', 'last 5" nail'], []),
        ("csv", b"text;speaker\none;A\n\xff\xfe;B\nthree;C\n", ["one", "three"], ["f:3"]),
        ("csv", "\n\ntext\tspeaker\none\tA\n", ["one"], []),
        ("csv", 'text,speaker\n"two\nlines",A\nnext,B\n', ["two\nlines", "next"], []),
        ("readwise", "Highlight,Book Title,Book Author,\none,T,A,\n,T,A,\nthree,T,A,\n",
         ["one", "three"], ["f:3"]),
        ("gdelt", '{"lang":"ENGLISH","quotes":[{"quote":"one"},5,{"quote":null},{"quote":"four"}]}',
         ["one", "four"], ["f:1, quote 2", "f:1, quote 3"]),
        ("quotebank", '{"quotation":"one"}\n{oops\n{"quotation":"three"}\n', ["one", "three"],
         ["f:2"]),
        ("kindle", "A (B)\n- Highlight\n\none\n==========\nno dash\nx\n\ny\n==========\n"
         "A (B)\n- Highlight\n\nthree\n==========\n", ["one", "three"], ["f:6"]),
        ("fortune", b"one\n%\n\xff\n%\nthree\n", ["one", "three"], ["f:3"]),
        ("zotero", '[\n {"annotationText": "one"},\n {"annotationText": "two"\n "x": 1},\n'
         ' {"annotationText": "three"}\n]', ["one", "three"], ["f:3"]),
    ],
)  # fmt: skip
def test_a_bad_record_is_named_and_the_others_are_read(form, text, good, bad):
    found = read(form, text)
    assert (texts(found), errors(found)) == (good, bad)


@pytest.mark.parametrize(
    ("form", "text", "bad"),
    [
        ("bibtex", "@book{a, title={One}}\n@book{b, title={Two\n@book{c, title={Three}}\n", "f:2"),
        ("bibtex", "@book{a, title={One}}\n@book{b}\n@book{c, title={Three}}\n", "f:2"),
        ("ris", "TY  - BOOK\nTI  - One\nER  - \n\nTY  - BOOK\nER  - \nTY  - BOOK\nTI  - Three\n",
         "f:5"),
        ("csl-json", '[{"type":"book","title":"One"},\n {"title":"no type"},\n'
         ' {"type":"book","title":"Three"}]', "f:2"),
        ("csl-json", '[{"type":"book","title":"One"},\n {"type":"book","title":"Two","issued":'
         '{"date-parts":[[2000,13]]}},\n {"type":"book","title":"Three"}]', "f:2"),
    ],
)  # fmt: skip
def test_a_bad_source_is_named_and_the_others_are_read_and_numbered(form, text, bad):
    found = read(form, text)
    sources = [one for one in found if not isinstance(one, QuotedbError)]
    assert [(one.id, one.title) for one in sources] == [(1, "One"), (2, "Three")]
    assert errors(found) == [bad]


def test_a_list_is_read_an_element_at_a_time():
    def lines():
        yield b'[{"a": 1},\n'
        yield b'{"a": 2},\n'
        raise RuntimeError("read too far")

    found = objects(lines(), "f")
    assert [next(found), next(found)] == [("f:1", {"a": 1}), ("f:2", {"a": 2})]


@pytest.mark.parametrize("text", ['[{"a": 1}', '[{"a": 1},', "["])
def test_a_list_that_breaks_off_is_said(text):
    *_, last = objects([text.encode()], "f")
    assert isinstance(last, MalformedRecord)


def test_json_that_is_too_deep_is_one_error():
    [only] = objects([b"[" * 100_000], "f")
    assert isinstance(only, MalformedRecord)


@pytest.mark.parametrize("form", record_formats())
@pytest.mark.parametrize("data", [b"\x00" * 50, b"\xff\xfe\x00", b"\r\r\r", b"=" * 5000, b"{}"])
def test_what_is_no_such_file_is_an_error_or_nothing(form, data):
    try:
        list(REGISTRY.load(form).records([data], "f"))
    except QuotedbError as error:
        assert error.hint


@pytest.mark.parametrize("words", ["", "  ", "\u200b", "\u202e\u202c", "\ufeff\xad"])
def test_words_that_nobody_sees_are_none(words):
    [bad] = read("jsonl", json.dumps({"text": words, "speaker": "Ada Quill"}))
    assert isinstance(bad, MalformedRecord)
    [bad] = read("jsonl", json.dumps({"text": "One lamp.", "speaker": words}))
    assert isinstance(bad, MalformedRecord)


def test_a_nul_is_the_replacement_character():
    one, two = read("jsonl", '{"text": "a\\u0000b", "speaker": "A"}\n{"text": "c", "speaker": "B"}')
    assert (one.quotation.text, two.quotation.text) == ("a\ufffdb", "c")
    [one] = read("csv", "text,title\na\0b,c\0d\n")
    assert (one.quotation.text, one.source.title) == ("a\ufffdb", "c\ufffdd")


@pytest.mark.parametrize(("written", "tag"), [("English", "en"), ("tr-TR", "tr-TR"), ("de", "de")])
def test_a_language_by_its_name_or_tag(written, tag):
    [found] = read("csv", f"text,language\nOne lamp.,{written}\n")
    assert found.quotation.language == tag


def test_what_is_no_language_is_said():
    [bad] = read("csv", "text,language\nOne lamp.,not one!\n")
    assert bad.where == "f:2"
