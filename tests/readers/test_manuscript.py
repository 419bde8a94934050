"""Manuscripts: the prose that pandoc reads, and where in the file each word of it stands."""

from __future__ import annotations

import io
import re
import zipfile

import pypandoc
import pytest

from quotedb.errors import DataError, EmptyInput, UnknownName
from quotedb.readers import _manuscript, _packed

MARKDOWN = """---
title: not prose
---

# On *bells*

A first line, then
a second with **bold** words and `code "x"`.[^1]

> A bell without a rope
> is only furniture.
>
> — Vera Lund, 1984

- one “item here” of a list

| head | cell |
|------|------|
| left | right |

[^1]: A note that stands at the end.
"""
LATEX = r"""\documentclass{article}
\usepackage{csquotes}
% a comment that is no prose
\begin{document}
Lund said: ``The \emph{bridge} will stand.''\footnote{A note within.}
After it, \enquote{more words}.
\begin{quote}
A block of words.
\end{quote}
\end{document}
"""
HTML = """<html><head><title>x</title></head><body>
<p>Lund said: <q>The <em>bridge</em> will stand.</q></p>
<blockquote><p>A block of words.</p></blockquote>
<pre>code "words here"</pre></body></html>
"""


def read(tmp_path, name, text, told=None):
    file = tmp_path / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return _manuscript.read(str(file), told)


def where(manuscript, words):
    return manuscript.place(manuscript.article.text.index(words))


@pytest.mark.parametrize(
    ("name", "text", "words", "told"),
    [
        ("a.md", MARKDOWN, "bells", (5, 7)),
        ("a.md", MARKDOWN, "second", (8, 3)),
        ("a.md", MARKDOWN, "bold", (8, 17)),
        ("a.md", MARKDOWN, "A bell", (10, 3)),
        ("a.md", MARKDOWN, "furniture", (11, 11)),
        ("a.md", MARKDOWN, "item here", (15, 8)),
        ("a.md", MARKDOWN, "right", (19, 10)),
        ("a.md", MARKDOWN, "A note", (21, 7)),
        ("a.tex", LATEX, "bridge", (5, 24)),
        ("a.tex", LATEX, "A note", (5, 55)),
        ("a.tex", LATEX, "more words", (6, 20)),
        ("a.tex", LATEX, "A block", (8, 1)),
        ("a.html", HTML, "bridge", (2, 26)),
        ("a.html", HTML, "A block", (3, 16)),
        ("a.txt", "One line.\r\nThe “second” line.", "second", (2, 6)),
    ],
)
def test_words_are_found_where_they_stand(tmp_path, name, text, words, told):
    assert where(read(tmp_path, name, text), words) == told


@pytest.mark.parametrize(("name", "text"), [("a.md", MARKDOWN), ("a.tex", LATEX), ("a.html", HTML)])
def test_code_comments_and_headers_are_no_prose(tmp_path, name, text):
    prose = read(tmp_path, name, text).article.text
    assert not re.search(r"code|comment|not prose|documentclass|[*\\<>]", prose)


def test_a_block_quotation_is_put_into_marks_and_its_credit_told(tmp_path):
    manuscript = read(tmp_path, "a.md", MARKDOWN)
    [block] = manuscript.blocks
    assert block.credit == "Vera Lund, 1984"
    told = manuscript.article.text[block.start : block.end].strip()
    assert told == "“A bell without a rope is only furniture.”"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("> One.\n>\n> Two.\n>\n> — Lund\n", ["Lund", "Lund"]),
        ("> One.\n>\n> — Lund\n>\n> Two.\n", ["Lund", None]),
        ("> One.\n\nText.\n\n> Two.\n>\n> — Lund\n", [None, "Lund"]),
        ("> One.\n\n<!-- -->\n\n> — Lund (1999)\n", ["Lund (1999)"]),
        ("> One.\n>\n> — Never, he said.\n", [None, None]),
    ],
)
def test_the_credit_is_that_of_the_paragraphs_above_it(tmp_path, text, told):
    assert [block.credit for block in read(tmp_path, "a.md", text).blocks] == told


def test_each_paragraph_of_a_block_quotation_stands_in_marks(tmp_path):
    text = read(tmp_path, "a.md", "> One here.\n>\n> Two there.\n").article.text
    assert text.strip() == "“One here.”\n\n“Two there.”"


def test_one_in_marks_already_gets_no_second(tmp_path):
    assert read(tmp_path, "a.md", "> “One here.”\n").article.text.strip() == "“One here.”"


def test_an_archive_that_unpacks_to_more_than_memory_holds(tmp_path, monkeypatch):
    monkeypatch.setattr(_packed, "MOST", 1 << 22)
    file = tmp_path / "bomb.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"a" * (1 << 23))
    data = file.read_bytes()
    lying = data.replace((1 << 23).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lying != data
    for one in (data, lying):
        file.write_bytes(one)
        with pytest.raises(DataError, match="unpacks to more than 4 MB"):
            _manuscript.read(str(file))


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_packed_formats_have_paragraphs_and_no_lines(tmp_path, form):
    file = tmp_path / f"a.{form}"
    pypandoc.convert_text(
        "First.\n\nSecond “here it is”.\n", form, "markdown", outputfile=str(file)
    )
    manuscript = _manuscript.read(str(file))
    at = manuscript.article.text.index("here it is")
    assert (manuscript.place(at), manuscript.paragraph(at)) == ((None, None), 2)


def test_standard_input_is_text_unless_told(monkeypatch):
    for told, shown in ((None, "*A* word."), ("markdown", "A word.")):
        stream = io.TextIOWrapper(io.BytesIO(b"*A* word."), encoding="utf-8")
        monkeypatch.setattr("sys.stdin", stream)
        assert _manuscript.read("-", told).article.text.strip() == shown


@pytest.mark.parametrize(
    ("name", "data", "told", "error"),
    [
        ("a.docx", b"no archive", None, DataError),
        ("a.odt", b"PK\x03\x04", None, DataError),
        ("a.md", b"   \n", None, EmptyInput),
        ("a.md", b"x", "word", UnknownName),
    ],
)
def test_what_cannot_be_read_says_so(tmp_path, name, data, told, error):
    with pytest.raises(error):
        read(tmp_path, name, data, told)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(DataError, match=r"gone\.md"):
        _manuscript.read(str(tmp_path / "gone.md"))


def test_nothing_outside_the_manuscript_is_opened(tmp_path):
    (tmp_path / "other.tex").write_text("A secret of another file.")
    text = r"\begin{document}Here.\input{" + str(tmp_path / "other") + r"}\end{document}"
    assert "secret" not in read(tmp_path, "a.tex", text).article.text
