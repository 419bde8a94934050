"""Extracting and ingesting: the same reading, once without a database and once into it."""

from __future__ import annotations

import pytest

from quotedb.actions.extract import extract, extract_files
from quotedb.actions.ingest import ingest_files
from quotedb.actions.show import show
from quotedb.actions.sources import Description
from quotedb.errors import InvalidDate, InvalidValue, UnknownName
from quotedb.store import maintenance

from .conftest import ARTICLE

NOBODY = Description()


@pytest.fixture
def ingest(store):
    """Ingests paths, and gives what became of each article, and the errors."""

    def several(*paths, told=NOBODY):
        failed = []
        done = list(ingest_files(store, [str(path) for path in paths], told, failed.append))
        return done, failed

    return several


def test_a_text_is_read_the_same_from_memory_from_a_file_and_into_the_store(article, ingest, store):
    found = extract(ARTICLE)
    assert [ARTICLE[q.start : q.end] for q in found] == [q.text for q in found]
    [(read, of_file)] = extract_files([str(article)], NOBODY, False, pytest.fail)
    assert (read.text, read.path) == (ARTICLE, str(article))
    assert of_file == found
    [done], _ = ingest(article)
    assert [(o.text, o.speaker) for o in done.outcomes] == [(q.text, q.speaker) for q in found]
    for outcome, quotation in zip(done.outcomes, found, strict=True):
        [kept] = show(store, outcome.quote).quote.attestations
        assert (kept.start, kept.end) == (quotation.start, quotation.end)
        assert (kept.cue, kept.rule, kept.method) == (quotation.cue, quotation.rule, "extraction")


def test_the_same_article_again_changes_nothing(article, ingest, store, facts):
    [first], _ = ingest(article)
    before = facts(store)
    [again], _ = ingest(article)
    assert {o.outcome for o in again.outcomes} == {"known"}
    assert [o.attestation for o in again.outcomes] == [o.attestation for o in first.outcomes]
    assert "already recorded as source 1" in again.remarks[-1]
    assert facts(store) == before


def test_a_file_that_cannot_be_read_keeps_no_other_out(article, ingest, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    done, failed = ingest(tmp_path / "missing.txt", empty, article)
    assert [d.article.path for d in done] == [str(article)]
    assert [error.where for error in failed] == [str(tmp_path / "missing.txt"), str(empty)]


def test_an_article_without_quotations_is_remarked_and_kept_as_a_source(ingest, store, tmp_path):
    plain = tmp_path / "plain.txt"
    plain.write_text("The bridge was opened yesterday. Nobody spoke.\n", encoding="utf-8")
    [done], failed = ingest(plain)
    assert (done.outcomes, failed) == ((), [])
    assert done.remarks[-1] == "no quotation found"
    assert maintenance.stats(store)["sources"] == 1


def test_what_is_told_of_the_source_goes_before_what_it_says(ingest, store, tmp_path):
    headed = tmp_path / "headed.txt"
    headed.write_text(f"Title: Its own\nOutlet: The Bugle\n\n{ARTICLE}", encoding="utf-8")
    [done], _ = ingest(headed, told=Description(title="Told", authors=("Kern, Otto",)))
    [kept] = show(store, done.outcomes[0].quote).quote.attestations
    assert (kept.source.title, kept.source.container_title) == ("Told", "The Bugle")
    assert [author.full for author in kept.source.authors] == ["Otto Kern"]
    assert kept.source.csl_type == "article-newspaper"


@pytest.mark.parametrize(
    ("told", "error"),
    [(Description(issued="soon"), InvalidDate), (Description(language="klingon!"), UnknownName)],
)
def test_a_wrong_option_stops_before_anything_is_made(article, file, unmade, told, error):
    with pytest.raises(error):
        list(ingest_files(unmade, [str(article)], told, pytest.fail))
    assert not file.exists()


def test_a_language_that_is_none_stops_before_anything_is_read():
    with pytest.raises(UnknownName):
        list(
            extract_files(
                ["/nowhere/at-all.txt"], Description(language="klingon!"), False, pytest.fail
            )
        )


def test_one_title_cannot_be_that_of_several_articles(article, ingest, store, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Otto Kern said, “The tide keeps no diary.”\n", encoding="utf-8")
    with pytest.raises(InvalidValue, match="one title"):
        ingest(article, other, told=Description(title="Told"))
    assert maintenance.stats(store)["sources"] == 0
    done, _ = ingest(article, other, told=Description(outlet="The Horn"))
    assert [d.article.source.container_title for d in done] == ["The Horn", "The Horn"]
