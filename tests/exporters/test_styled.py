"""Lists with headings, with their quotes, with words of warning; second-hand citations."""

import json

import pytest

from quotedb.errors import DataError
from quotedb.exporters import CiteOptions, html, markdown, text
from quotedb.exporters import pandoc as for_pandoc
from quotedb.exporters._pandoc import convert
from quotedb.facts import Author, Source

from .conftest import BRIDGE, SAME, citation


def listed(module, citations, style="apa", locale="en-US", **options):
    return "".join(module.cite(citations, CiteOptions(style, locale, **options)))


def with_quotes(citations, style="apa", locale="en-US", module=text):
    return listed(module, citations, style, locale, with_quotes=True)


def attributions(printed):
    return [line.removeprefix("— ") for line in printed.splitlines() if line.startswith("— ")]


def notes(printed):
    return [line.partition("] ")[2] for line in printed.splitlines() if line.startswith("[")]


# APA 7, 8.6; MLA 9, 6.77; Chicago 18, 14.160; İSNAD 2, on the text and on notes.
SECOND_HAND = [
    ("apa", "en-US", "Vera Lund (as cited in Uydurma, 2021, p. 7)"),
    ("apa", "tr-TR", "Vera Lund (akt. Uydurma, 2021, s. 7)"),
    ("apa-tr", "tr-TR", "Vera Lund (akt. Uydurma, 2021, s. 7)"),
    ("apa", "de-DE", "Vera Lund (zitiert nach Uydurma, 2021, S. 7)"),
    ("apa", "fr-FR", "Vera Lund (cité dans Uydurma, 2021, p. 7)"),
    ("apa", "es-ES", "Vera Lund (como se citó en Uydurma, 2021, p. 7)"),
    ("mla", "en-US", "Vera Lund (qtd. in Uydurma 7)"),
    ("mla", "tr-TR", "Vera Lund (akt. Uydurma 7)"),
    ("chicago", "en-US", "Vera Lund (quoted in Uydurma 2021, 7)"),
    ("chicago", "tr-TR", "Vera Lund (aktaran Uydurma 2021, 7)"),
    ("ieee", "en-US", "Vera Lund quoted in [1, p. 7]"),
    ("isnad-metinici", "tr-TR", "Vera Lund (akt. Uydurma, 11 Mart 2021, 7)"),
]


@pytest.mark.parametrize(("style", "locale", "line"), SECOND_HAND)
def test_second_hand_in_the_text(style, locale, line, quoted):
    assert attributions(with_quotes(quoted[:1], style, locale)) == [line]


@pytest.mark.parametrize(
    ("style", "locale", "note"),
    [
        (
            "chicago-notes",
            "en-US",
            "Quoted in Ayşe Uydurma, “Köprü açıldı,” Ova Postası, March 11, 2021, 7.",
        ),
        (
            "chicago-notes",
            "tr-TR",
            "Aktaran Ayşe Uydurma, “Köprü açıldı”, Ova Postası, 11 Mart 2021, 7.",
        ),
        ("isnad", "tr-TR", "Aktaran Ayşe Uydurma, “Köprü açıldı”, Ova Postası, 11 Mart 2021, 7."),
    ],
)
def test_second_hand_in_notes(style, locale, note, quoted):
    printed = with_quotes(quoted[:1], style, locale)
    assert attributions(printed) == ["Vera Lund[1]"]
    assert notes(printed) == [note]


@pytest.mark.parametrize(
    ("style", "line"),
    [
        ("apa", "Ada Quill (1902/1951, pp. 7–9)"),
        ("mla", "Ada Quill (Quill 7–9)"),
        ("chicago", "Ada Quill ([1902] 1951, 7–9)"),
    ],
)
def test_at_first_hand_the_work_is_the_speakers(style, line, quoted):
    assert attributions(with_quotes(quoted[1:2], style)) == [line]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("p. 7", "s. 7"),
        ("sayfa 7", "s. 7"),
        ("7", "s. 7"),
        ("S. 7-8", "ss. 7-8"),
        ("стр. 7", "s. 7"),
        ("00:12:30", "00:12:30"),
        ("Bildiri, giriş", "Bildiri, giriş"),
        ("Kindle 12", "Kindle 12"),
        ("{x} \\y", "x \\y"),
    ],
)
def test_locators_are_in_the_language_of_the_list(written, shown, quoted):
    source = quoted[0].attestation.source
    one = [citation(source, locator=written, speaker="Vera Lund")]
    assert attributions(with_quotes(one, "apa", "tr-TR")) == [
        f"Vera Lund (akt. Uydurma, 2021, {shown})"
    ]


def test_a_quote_then_its_speaker_then_its_reference(quoted):
    assert with_quotes(quoted) == (
        "  The bridge will stand.\n\n"
        "— Vera Lund (as cited in Uydurma, 2021, p. 7)\n\n"
        "Uydurma, A. (2021, March 11). Köprü açıldı. Ova Postası.\n\n"
        "  The river remembers every stone.\n  It forgets the bridges.\n\n"
        "— Ada Quill (1902/1951, pp. 7–9)\n\n"
        "Quill, A. (1951). Letters from the river (O. Kern, Trans.; 2nd ed., Vol. 3). Old Quay"
        " Press. Old Town Library. (Original work published 1902)\n\n"
        "  Doing the same thing twice is madness.\n\n"
        "— Albert Einstein (as cited in Sayings, n.d.) [misattributed]\n\n"
        "Sayings. (n.d.). https://a.example/x\n"
    )


def test_in_markdown_the_reference_is_a_footnote(quoted):
    printed = with_quotes(quoted[:1], module=markdown)
    assert printed == (
        "> The bridge will stand.\n\n"
        "— Vera Lund (as cited in Uydurma, 2021, p. 7)[^1]\n\n"
        "[^1]: Uydurma, A. (2021, March 11). Köprü açıldı. *Ova Postası*.\n"
    )
    with_notes = with_quotes(quoted[:1], "chicago-notes", module=markdown)
    assert "— Vera Lund[^1]\n\n[^1]: Quoted in Ayşe Uydurma, “Köprü açıldı,”" in with_notes


def test_for_pandoc_the_citation_is_left_to_it(quoted):
    printed = with_quotes(quoted, "mla", "tr-TR", module=for_pandoc)
    assert "--- Vera Lund [akt. @uydurma2021kopru, s. 7]\n" in printed
    assert "--- Ada Quill [@quill1951letters, s. 7-9]\n" in printed
    assert "--- Albert Einstein [akt. @sayings] **\\[yanlış atfedilmiş\\]**\n" in printed
    assert "lang: tr-TR\n" in printed
    assert "  - family: Quill\n    given: Ada\n" in printed


def test_for_pandoc_a_bare_list_warns_under_it(quoted):
    printed = listed(for_pandoc, quoted)
    assert "::: {#refs}\n:::\n" in printed
    assert '[@sayings] **\\[misattributed: "Doing the same thing twice is madness."\\]**' in printed


def test_by_speaker_or_by_source(quoted):
    speakers = listed(text, quoted, group_by="speaker").split("\n\n")
    assert [one.strip() for one in speakers[::2]] == ["Vera Lund", "Ada Quill", "Albert Einstein"]
    sources = listed(text, quoted, group_by="source").split("\n\n")
    assert [one.strip() for one in sources[::2]] == [
        "Köprü açıldı",
        "Letters from the river",
        "Sayings",
    ]
    assert [a.strip() for a in speakers[1::2]] == [b.strip() for b in sources[1::2]]


def test_a_source_that_two_speakers_share_stands_under_both(quoted):
    source = quoted[0].attestation.source
    both = [quoted[0], citation(source, speaker="Ada Quill", text="Not yet.")]
    assert listed(text, both, group_by="speaker").count("Ova Postası") == 2
    assert listed(text, both).count("Ova Postası") == 1


def test_a_name_is_never_left_out_for_the_entry_before(cite_one):
    author = (Author("Doe", "Ann"),)
    two = [
        citation(Source(id=number, title=title, authors=author, csl_type="book"), speaker=title)
        for number, title in enumerate(("One", "Two"), 1)
    ]
    assert "———" in listed(text, two, "mla")
    assert listed(text, two, "mla", group_by="speaker").count("Doe, Ann") == 2


@pytest.mark.parametrize(
    ("locale", "word"),
    [("en-US", "misattributed"), ("tr-TR", "yanlış atfedilmiş"), ("fi-FI", "misattributed")],
)
@pytest.mark.parametrize("group_by", ["none", "speaker", "source"])
@pytest.mark.parametrize("module", [text, markdown, html])
def test_what_is_misattributed_is_so_called_in_every_list(locale, word, group_by, module, quoted):
    for quotes in (True, False):
        options = CiteOptions("apa", locale, group_by=group_by, with_quotes=quotes)
        printed = "".join(module.cite(quoted, options))
        assert printed.count(word) == 1


def test_what_is_sound_is_not_marked(quoted):
    assert "[" not in listed(text, quoted[:2])


HOSTILE = '<script>alert(1)</script> *x* [y](javascript:z) $E$ {{t}} \\input{/etc/passwd} `c` "q"'


@pytest.mark.parametrize("quotes", [True, False])
def test_what_stands_in_a_fact_is_never_markup(quotes):
    source = Source(
        id=1,
        csl_type="webpage",
        title=HOSTILE,
        url="javascript:alert(1)",
        authors=(Author(literal=HOSTILE),),
    )
    one = [citation(source, text=HOSTILE, speaker=HOSTILE, status="disputed", locator=HOSTILE)]
    page = listed(html, one, with_quotes=quotes)
    assert "<script" not in page
    assert 'href="javascript:' not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    marked = listed(markdown, one, with_quotes=quotes)
    assert "<script" not in marked.replace("\\<script", "")
    assert "[y](" not in marked
    assert "alert(1)" in listed(text, one, with_quotes=quotes)


def test_nothing_of_a_title_is_lost_to_rich_text(cite_one):
    title = "<i>Sic</i> <b>& so</b> <span>on</span> 1<2 </i"
    assert listed(text, cite_one(title=title, csl_type="webpage")) == f"{title}. (n.d.).\n"


@pytest.mark.parametrize("status", ["unverified", "verified", "disputed", "misattributed"])
def test_only_doubt_is_told(status, quoted):
    source = quoted[0].attestation.source
    one = [citation(source, text=SAME, speaker="X", status=status)]
    assert (f"[{status}" in listed(text, one)) is (status in ("disputed", "misattributed"))
    assert BRIDGE not in listed(text, one)


CSL = "http://purl.org/net/xbiblio/csl"


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<bibliography><layout/></bibliography>", "broken style .*citation"),
        ("<citation><layout/></citation><bibliography><layout><frob/></layout></bibliography>",
         "broken style .*frob"),
        ("<citation><layout/></citation><bibliography><layout/></bibliography>", "prints nothing"),
    ],
    ids=["no citation", "no such element", "empty"],
)  # fmt: skip
def test_a_style_that_cannot_be_used_is_named_in_one_line(inside, what, tmp_path, quoted):
    file = tmp_path / "own.csl"
    file.write_text(f'<style xmlns="{CSL}" version="1.0" class="in-text">{inside}</style>')
    with pytest.raises(DataError, match=what) as caught:
        list(text.cite(quoted, CiteOptions(csl=file)))
    assert str(file) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_quote_printed_twice_in_a_source_is_marked_once(quoted):
    assert listed(text, [quoted[2], quoted[2]]).count("misattributed") == 1


@pytest.mark.parametrize(
    ("locale", "date"),
    [
        ("de-DE", "2021, 11. März"), ("es-ES", "2021, 11 de marzo"), ("fr-FR", "2021, 11 mars"),
        ("tr-TR", "2021, 11 Mart"), ("ru-RU", "2021, 11 март"), ("en-US", "2021, March 11"),
    ],
)  # fmt: skip
def test_days_are_written_as_the_language_does(locale, date, cite_one):
    cited = cite_one(csl_type="article-newspaper", title="T", issued="2021-03-11", language="en")
    assert date in listed(text, cited, "apa", locale)


def test_the_first_of_a_month_in_french(cite_one):
    cited = cite_one(csl_type="article-newspaper", title="T", issued="2021-05-01", language="fr")
    assert "(2021, 1er mai)" in listed(text, cited, "apa", "fr-FR").replace("ᵉʳ", "er")


def test_a_page_in_turkish_was_reached_on_a_day(cite_one):
    cited = cite_one(csl_type="webpage", title="T", url="https://t.example", accessed="2022-01-05")
    printed = listed(text, cited, "apa", "tr-TR")
    assert "5 Ocak 2022 tarihinde erişildi: https://t.example" in printed


@pytest.mark.parametrize("style", ["apa", "mla", "chicago", "ieee", "isnad"])
def test_when_something_without_an_address_was_accessed_is_not_said(style, cite_one):
    cited = cite_one(csl_type="book", title="T", issued="1951", accessed="2022-01-05")
    assert "2022" not in listed(text, cited, style)


@pytest.mark.parametrize("style", ["chicago", "chicago-notes"])
def test_a_broadcast_without_a_network_is_on_nothing(style, cite_one):
    about = {"csl_type": "broadcast", "title": "Night", "issued": "2001-01-02"}
    assert " on" not in listed(text, cite_one(**about, container_title="Radio Ova"), style)
    assert "on Ova Network" in listed(text, cite_one(**about, publisher="Ova Network"), style)


def nodes(value):
    """Every element of a document of pandoc's, however deep."""
    for one in value.values() if isinstance(value, dict) else value:
        if isinstance(one, (dict, list)):
            yield from nodes(one)
    if isinstance(value, dict) and "t" in value:
        yield value


@pytest.mark.parametrize("reader", ["markdown", "commonmark+footnotes", "gfm"])
def test_markdown_is_words_alone_to_every_reader(reader, cite_one):
    evil = "}{\\input{/etc/passwd} $x^2$ @key [^1] ~~a~~ `c`"
    cited = cite_one(title=evil, authors=(Author(literal=evil),), issued="2021")
    for printed in (listed(markdown, cited), with_quotes(cited, module=markdown)):
        read = json.loads(convert(printed, f"--from={reader}", "--to=json")[0])
        kinds = {one["t"] for one in nodes(read["blocks"])}
        assert kinds <= {"Para", "Str", "Space", "Emph", "BlockQuote", "Note", "SoftBreak"}
        words = "".join(one["c"] for one in nodes(read["blocks"]) if one["t"] == "Str")
        assert "".join(evil.split()) in words.replace("’", "'")


@pytest.mark.parametrize("language", ["en", "tr", None])
def test_a_turkish_capital_has_its_dot(language, cite_one):
    cited = cite_one(csl_type="chapter", title="T", container_title="K", language=language)
    assert "İçinde K" in listed(text, cited, "apa", "tr-TR").replace("*", "")
