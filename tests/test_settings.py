"""Settings: what is nearer wins, and no config file is ever needed."""

from __future__ import annotations

import pytest

from quotedb import settings
from quotedb.errors import DataError


@pytest.fixture
def config(tmp_path, monkeypatch):
    path = tmp_path / "config.toml"
    monkeypatch.setenv("QUOTEDB_CONFIG", str(path))
    monkeypatch.delenv("QUOTEDB_URL", raising=False)
    return path


def test_without_anything_the_file_in_the_data_folder(config):
    assert settings.load().db == str(settings.default_database())
    assert settings.default_database().name == "quotes.db"


def test_what_is_nearer_wins(config, monkeypatch):
    config.write_text('db = "from-config.db"\nstyle = "mla"\nlocale = "tr-TR"\n')
    assert settings.load().db == "from-config.db"
    monkeypatch.setenv("QUOTEDB_URL", "from-environment.db")
    assert settings.load().db == "from-environment.db"
    assert settings.load("from-option.db").db == "from-option.db"
    assert (settings.load().style, settings.load().locale) == ("mla", "tr-TR")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("db = ", "TOML"),
        ("database = 'x'", "'database'"),
        ("db = 3", "'db'"),
    ],
)
def test_a_faulty_file_is_named(config, written, said):
    config.write_text(written)
    with pytest.raises(DataError) as raised:
        settings.load()
    assert said in str(raised.value)
    assert str(config) in str(raised.value)


def test_a_config_file_that_is_no_text(config):
    config.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataError):
        settings.load()
