"""What every reader keeps to, whichever there are."""

from pathlib import Path

import pytest

from quotedb.errors import EmptyInput, QuotedbError
from quotedb.facts import Article, Clipping, Fact
from quotedb.readers import REGISTRY, lines

FIXTURES = Path(__file__).parents[2] / "fixtures" / "readers"
NAMES = REGISTRY.names()


@pytest.fixture(params=NAMES)
def name(request):
    return request.param


@pytest.fixture
def reader(name):
    return REGISTRY.load(name)


@pytest.fixture
def fixture(name):
    [file] = FIXTURES.glob(f"{name}.*")
    return file


def test_it_says_what_it_is_and_which_files_it_reads(reader):
    assert reader.__doc__
    assert reader.SUFFIXES or hasattr(reader, "recognises")
    assert all(s == "" or (s.startswith(".") and s == s.lower()) for s in reader.SUFFIXES)
    assert hasattr(reader, "read") != hasattr(reader, "records")


def test_endings_are_claimed_once():
    claimed = [s for name in NAMES for s in REGISTRY.load(name).SUFFIXES]
    assert len(claimed) == len(set(claimed))


def test_its_fixture_is_read_and_twice_the_same(reader, fixture):
    def read():
        if hasattr(reader, "read"):
            return list(reader.read(fixture.read_bytes(), str(fixture)))
        return list(reader.records(lines(str(fixture)), str(fixture)))

    found = read()
    assert found
    assert all(isinstance(one, (Article, Clipping, *Fact.__args__)) for one in found)
    assert found == read()


def test_offsets_refer_to_the_text_that_is_kept(reader, fixture):
    if not hasattr(reader, "read"):
        pytest.skip("reads records")
    for article in reader.read(fixture.read_bytes(), str(fixture)):
        assert article.source.text == article.text
        assert 0 <= article.body_start < len(article.text)
        assert article.source.content_hash


@pytest.mark.parametrize("data", [b"", b"\n\n"], ids=["nothing", "blank lines"])
def test_empty_input_is_no_record_or_one_clear_error(reader, data):
    if hasattr(reader, "read"):
        with pytest.raises(EmptyInput, match=r"^empty: "):
            list(reader.read(data, "empty"))
    else:
        assert list(reader.records(data.splitlines(keepends=True), "empty")) == []


def test_noise_is_an_error_with_its_place_and_no_other_exception(reader):
    noise = bytes(range(256)) * 4
    if hasattr(reader, "read"):
        with pytest.raises(QuotedbError, match=r"^noise"):
            list(reader.read(noise, "noise"))
    else:
        found = []
        try:
            found += reader.records(noise.splitlines(keepends=True), "noise")
        except QuotedbError as error:
            found.append(error)
        assert found
        assert all(isinstance(one, QuotedbError) and str(one).startswith("noise") for one in found)
