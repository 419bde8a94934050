"""The registry: a folder is listed without being imported, a member is imported when asked for."""

from __future__ import annotations

import importlib.metadata
import sys

import pytest

from quotedb.errors import UnknownName
from quotedb.registry import Registry


@pytest.fixture
def folder(tmp_path, monkeypatch):
    package = tmp_path / "flowers"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "rose.py").write_text("COLOUR = 'red'\n")
    (package / "blue_bell.py").write_text("COLOUR = 'blue'\n")
    (package / "broken.py").write_text("raise RuntimeError('imported')\n")
    (package / "_helper.py").write_text("")
    (tmp_path / "elsewhere.py").write_text("COLOUR = 'white'\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield Registry("flowers", "a flower")
    for name in [n for n in sys.modules if n.split(".")[0] in ("flowers", "elsewhere")]:
        del sys.modules[name]


def test_names_are_those_of_the_files_and_nothing_is_imported(folder):
    assert folder.names() == ["blue-bell", "broken", "rose"]
    assert "flowers.rose" not in sys.modules


def test_a_member_is_imported_by_name(folder):
    assert folder.load("rose").COLOUR == "red"
    assert folder.load("blue-bell").COLOUR == "blue"


def test_another_package_can_offer_a_member(folder, monkeypatch):
    point = importlib.metadata.EntryPoint("lily", "elsewhere", "flowers")
    monkeypatch.setattr(
        importlib.metadata,
        "entry_points",
        lambda group: [point] if group == "flowers" else [],
    )
    assert "lily" in folder.names()
    assert folder.load("lily").COLOUR == "white"


@pytest.mark.parametrize("name", ["tulip", "_helper", "", "../rose", "Rose"])
def test_an_unknown_name_lists_the_known_ones(folder, name):
    with pytest.raises(UnknownName) as raised:
        folder.load(name)
    assert "a flower" in str(raised.value)
    assert "blue-bell, broken, rose" in str(raised.value)
