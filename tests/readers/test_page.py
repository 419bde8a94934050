"""What a saved page says of itself: title, outlet, authors, date, address, language."""

import json
from pathlib import Path

import pytest

from quotedb.facts import Author
from quotedb.readers import html

FIXTURE = Path(__file__).parents[2] / "fixtures" / "readers" / "html.html"
BODY = "<p>The mill turns again, and the miller has lit the lamps along the race.</p>"


def read(data):
    [article] = html.read(data.encode() if isinstance(data, str) else data, "a.html")
    return article


def page(head="", body=BODY, root="<html>"):
    return f"<!DOCTYPE html>{root}<head>{head}</head><body>{body}</body></html>"


def source(head="", body=BODY, root="<html>"):
    return read(page(head, body, root)).source


def linked_data(thing):
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def meta(**names):
    return "".join(
        f'<meta name="{name.replace("_", ":", 1)}" content="{content}">'
        for name, content in names.items()
    )


def test_the_fixture_says_what_it_is():
    found = read(FIXTURE.read_bytes()).source
    assert found.title == "Ferry returns to the lower quay"
    assert found.container_title == "The Lowland Courier"
    assert found.authors == (
        Author(family="Hartmann", given="Greta"),
        Author(family="van den Berg", given="Anna"),
    )
    assert found.issued == "2021-03-11"
    assert found.url == "https://courier.example/2021/03/ferry"
    assert found.language == "en-GB"
    assert found.csl_type == "article-newspaper"
    assert found.accessed is None


TITLES = [
    pytest.param(
        linked_data({"@type": "NewsArticle", "headline": "A &amp; B"}), "A & B", id="data"
    ),
    pytest.param('<meta property="og:title" content="A">', "A", id="open graph"),
    pytest.param(
        "<title>A | The Mill</title>" + meta(og_site_name="The Mill"), "A", id="outlet off"
    ),
    pytest.param(
        "<title>The Mill</title>" + meta(og_site_name="The Mill"), "The Mill", id="only it"
    ),
    pytest.param("<title>A - B</title>", "A - B", id="another dash stays"),
    pytest.param("", None, id="none"),
]


@pytest.mark.parametrize(("head", "title"), TITLES)
def test_title(head, title):
    assert source(head).title == title


OUTLETS = [
    pytest.param(meta(og_site_name="The Mill"), "The Mill", id="open graph"),
    pytest.param(meta(og_site_name="https://social.example/mill"), None, id="an address"),
    pytest.param(meta(og_site_name="@mill"), None, id="a handle"),
    pytest.param(meta(og_site_name="mill.example"), "mill.example", id="named like a host"),
    pytest.param(
        meta(og_site_name="https://mill.example")
        + linked_data({"@type": "Article", "publisher": {"name": "The Mill"}}),
        "The Mill",
        id="the publisher instead of an address",
    ),
]


@pytest.mark.parametrize(("head", "outlet"), OUTLETS)
def test_outlet(head, outlet):
    found = source(head)
    assert found.container_title == outlet
    assert found.csl_type == ("article-newspaper" if outlet else "webpage")


AUTHORS = [
    pytest.param(meta(author="By Greta Hartmann"), ["Greta Hartmann"], id="by"),
    pytest.param(meta(author="Anna Berg, Bert Hill"), ["Anna Berg", "Bert Hill"], id="comma"),
    pytest.param(meta(author="Berg, Anna"), ["Anna Berg"], id="family name first"),
    pytest.param(meta(author="Anna Berg and Bert Hill"), ["Anna Berg", "Bert Hill"], id="and"),
    pytest.param(meta(author="Anna Berg") * 2, ["Anna Berg"], id="twice the same"),
    pytest.param(
        meta(dc_creator="Berg, Anna") + meta(dc_creator="Hill, Bert"),
        ["Anna Berg", "Bert Hill"],
        id="one tag each",
    ),
    pytest.param(meta(og_site_name="The Mill", author="the mill"), [], id="the outlet"),
    pytest.param(
        '<meta name="citation_author" content="Berg, Anna"><meta name="citation_author" '
        'content="Hill, Bert"><meta name="author" content="Mill Desk">',
        ["Anna Berg", "Bert Hill"],
        id="of a library, one tag each",
    ),
    pytest.param(meta(author="https://social.example/anna"), [], id="an address"),
    pytest.param(meta(author="anna@mill.example"), [], id="a mail address"),
    pytest.param(meta(author="TM | 10.06.2013 | The Mill"), [], id="a line of other things"),
    pytest.param(
        linked_data({"@type": ["NewsArticle"], "author": {"name": ["Anna Berg", "Bert Hill"]}}),
        ["Anna Berg", "Bert Hill"],
        id="names in a list",
    ),
    pytest.param(
        linked_data({"@type": "Article", "author": "Anna Berg"}), ["Anna Berg"], id="a name alone"
    ),
    pytest.param(
        linked_data({"@type": "Article", "author": {"@type": "Organization", "name": "Mill Desk"}}),
        ["Mill Desk"],
        id="a body",
    ),
]


@pytest.mark.parametrize(("head", "names"), AUTHORS)
def test_authors(head, names):
    assert [author.full for author in source(head).authors] == names


def test_a_body_is_kept_whole():
    told = {"@type": "Article", "author": {"@type": "NewsMediaOrganization", "name": "Mill Desk"}}
    assert source(linked_data(told)).authors == (Author(literal="Mill Desk"),)


def test_an_author_only_seen_on_the_page_is_called_a_guess():
    article = read(page(body=f'<p>By <a rel="author" href="/anna">Anna Berg</a></p>{BODY}'))
    assert article.source.authors == (Author(family="Berg", given="Anna"),)
    assert article.notes == ("author is guessed from the page and its address",)


DATES = [
    pytest.param(meta(article_published_time="2021-03-11T23:00:00Z"), "2021-03-11", id="a time"),
    pytest.param(meta(date="March 2021"), "2021-03", id="no more exact than written"),
    pytest.param(meta(date="11 Mart 2021"), "2021-03-11", id="in Turkish"),
    pytest.param(meta(date="1970-01-01", pubdate="2021"), "2021", id="no date is none"),
    pytest.param(meta(date="soon"), None, id="not a date"),
    pytest.param(
        linked_data({"@type": "Article", "datePublished": "2021-03", "dateModified": "2022"})
        + meta(date="2023"),
        "2021-03",
        id="published, not changed",
    ),
]


@pytest.mark.parametrize(("head", "issued"), DATES)
def test_date_of_issue(head, issued):
    assert source(head).issued == issued


def test_a_date_to_come_is_left_out_and_told():
    article = read(page(meta(date="2999-01-05")))
    assert article.source.issued is None
    assert article.notes == ("the page's date, 2999-01-05, lies ahead and is left out",)


def test_a_date_is_measured_by_the_day_the_page_was_fetched():
    data = page(meta(date="2021-03-11")).encode()
    assert html.article(data, None, accessed="2021-03-10").source.issued == "2021-03-11"
    assert html.article(data, None, accessed="2021-03-09").source.issued is None


def test_a_date_in_the_address_is_called_a_guess():
    article = html.article(page().encode(), None, url="https://mill.example/2021/03/mill")
    assert article.source.issued == "2021-03"
    assert article.notes == ("date is guessed from the page and its address",)


ADDRESSES = [
    pytest.param(
        '<link rel="canonical" href="https://m.example/a#x">', "https://m.example/a", id="whole"
    ),
    pytest.param('<link rel="canonical" href="/a">', None, id="relative to nothing"),
    pytest.param(
        '<base href="https://m.example/b/"><link rel="canonical" href="a?p=1">',
        "https://m.example/b/a?p=1",
        id="relative to the base",
    ),
    pytest.param(
        '<link rel="canonical" href="/a">' + meta(og_url="https://m.example/b"),
        "https://m.example/a",
        id="relative to what is shared",
    ),
    pytest.param(
        '<link rel="canonical" href="https://m.example/">' + meta(og_url="https://m.example/b"),
        "https://m.example/b",
        id="not the front page",
    ),
    pytest.param('<link rel="canonical" href="https://[m/">', None, id="no address"),
    pytest.param('<link rel="canonical" href="javascript:void(0)">', None, id="a script"),
]


@pytest.mark.parametrize(("head", "url"), ADDRESSES)
def test_address(head, url):
    assert source(head).url == url


def test_an_address_that_is_known_goes_before_the_page_s_own():
    data = page('<link rel="canonical" href="https://m.example/a">').encode()
    assert html.article(data, None, url="https://m.example/b").source.url == "https://m.example/b"


TURKISH = "<p>Muhtar, köy için çok iyi bir gün olduğunu ve bu değirmenin de döneceğini söyledi.</p>"
LANGUAGES = [
    pytest.param('<html lang="en-GB">', "", BODY, "en-GB", id="as the page says"),
    pytest.param("<html>", meta(og_locale="en_US"), BODY, "en-US", id="open graph"),
    pytest.param(
        "<html>", '<meta http-equiv="Content-Language" content="en">', BODY, "en", id="http"
    ),
    pytest.param('<html lang="{{lang}}">', "", BODY, None, id="a template not filled in"),
    pytest.param('<html lang="en">', "", TURKISH * 3, None, id="not the text's"),
    pytest.param('<html lang="tr">', "", TURKISH * 3, "tr", id="the text's"),
    pytest.param('<html lang="pl">', "", TURKISH * 3, "pl", id="one that nothing is known of"),
]


@pytest.mark.parametrize(("root", "head", "body", "language"), LANGUAGES)
def test_language(root, head, body, language):
    assert source(head, body, root).language == language


def test_linked_data_that_is_none_does_no_harm():
    scripts = (
        "{",
        "[" * 100_000,
        '{"@type": "Article", "headline": 7, "author": [null, 3, {}]}',
        "",
    )
    head = "".join(f'<script type="application/ld+json">{one}</script>' for one in scripts)
    assert source(head + meta(author="Anna Berg")).authors[0].family == "Berg"
