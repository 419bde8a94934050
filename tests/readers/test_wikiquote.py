"""Wikiquote: templates, themes, statuses, and pages that stand for what names no source."""

import pytest

from quotedb.errors import QuotedbError
from quotedb.readers import wikiquote


def read(text, title="Ada Quill", language="en", tail="</mediawiki>"):
    page = (
        f'<mediawiki xml:lang="{language}"><siteinfo><base>https://en.wikiquote.org/wiki/Main'
        f"</base></siteinfo>\n<page><title>{title}</title><ns>0</ns><revision><text>{text}"
        f"</text></revision></page>{tail}"
    )
    return list(wikiquote.records(page.encode().splitlines(keepends=True), "f"))


@pytest.mark.parametrize(
    ("template", "kind"),
    [
        ("cite news|last=Wren|first=Bea|title=Lamps out|work=The Bugle|date=13 September 2020"
         "|page=4|url=https://b.example", "article-newspaper"),
        ("Haber kaynağı|soyadı=Wren|ad=Bea|başlık=Lamps out|gazete=The Bugle|tarih=13 Eylül 2020"
         "|sayfa=4|url=https://b.example", "article-newspaper"),
        ("Cite web|author=Bea Wren|title=Lamps out|website=The Bugle|date=2020-09-13|p=4"
         "|url=https://b.example", "webpage"),
    ],
)  # fmt: skip
def test_a_template_describes_the_source(template, kind):
    [found] = read(f"* One lamp.\n** Speech, quoted in {{{{{template}}}}}")
    source = found.source
    assert (source.csl_type, source.title, source.container_title) == (
        kind, "Lamps out", "The Bugle",
    )  # fmt: skip
    assert ([a.full for a in source.authors], source.issued) == (["Bea Wren"], "2020-09-13")
    assert (source.url, found.quotation.locator) == ("https://b.example", "p. 4")
    assert found.quotation.note == "Speech, quoted in"


def test_quotations_in_templates():
    one, two = read(
        "{{citation|La mer ne dort pas.}}\n{{Réf Livre|titre=La mer|année=1902|page=31}}\n"
        "{{citation|citation=Le vent dort.|original=The wind sleeps.}}\n",
        language="fr",
    )
    assert (one.quotation.text, one.source.title, one.source.issued) == (
        "La mer ne dort pas.", "La mer", "1902",
    )  # fmt: skip
    assert (two.quotation.text, two.quotation.note) == ("Le vent dort.", "The wind sleeps.")


def test_what_names_no_source_is_on_the_page():
    [found] = read("* One lamp.", title="Ada Quill (poet)")
    assert found.quotation.speaker == "Ada Quill"
    assert (found.source.csl_type, found.source.title, found.source.container_title) == (
        "webpage", "Ada Quill (poet)", "Wikiquote",
    )  # fmt: skip
    assert found.source.url == "https://en.wikiquote.org/wiki/Ada_Quill_(poet)"


def test_words_in_a_template_for_their_language():
    [found] = read("* {{lang|ru|Мы хотим мира.}}\n*: We want peace.")
    assert (found.quotation.language, found.quotation.text) == ("ru", "Мы хотим мира.")


def test_on_a_page_of_a_theme_who_is_linked_speaks():
    one, two = read(
        "* Love is a lamp.\n** [[Ada Quill|A. Quill]], ''Lamps'' (1871)\n* Love is.\n"
        "[[Category:Themes]]",
        title="Love",
    )
    assert (one.quotation.speaker, two.quotation.speaker) == ("A. Quill", None)


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Disputed", "disputed"), ("Misattributed", "misattributed"),
        ("Fälschlich zugeschrieben", "misattributed"), ("Attribuée à tort", "misattributed"),
        ("Yanlış atfedilenler", "misattributed"), ("Tartışmalı", "disputed"),
        ("Ошибочно приписываемые", "misattributed"), ("Quotes", "unverified"),
    ],
)  # fmt: skip
def test_sections_give_the_status(heading, status):
    [found] = read(f"== {heading} ==\n* One lamp.\n** Said in 1905.")
    assert found.quotation.status == status
    assert found.quotation.note == "Said in 1905."
    assert (found.source.title == "Said in 1905.") == (status == "unverified")


def test_footnotes_stay_with_the_source_and_leave_the_words():
    [found] = read("* One lamp.&lt;ref&gt;p. 3&lt;/ref&gt;\n** Lamps&lt;ref&gt;1871&lt;/ref&gt;")
    assert (found.quotation.text, found.source.title) == ("One lamp.", "Lamps (1871)")


def test_a_dump_that_breaks_off_gives_what_came_before():
    found = wikiquote.records(
        [b"<mediawiki><page><title>A</title><ns>0</ns><revision><text>* One.</text>",
         b"</revision></page>\n", b"<page><title>B"],
        "f",
    )  # fmt: skip
    assert next(found).quotation.text == "One."
    with pytest.raises(QuotedbError):
        next(found)
