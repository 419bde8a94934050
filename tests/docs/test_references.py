"""Links, paths, names and plans in the documents are those of the tree."""

from __future__ import annotations

import ast
import re
import tomllib

import pytest

from .conftest import DOCUMENTS, ROOT, blocks, in_code, prose, text_of

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
# What a reader is to put a name of their own for.
PLACEHOLDERS = re.compile(r"\b(xx|name|NAME|FILE)\b")
PROJECT = tomllib.loads(text_of(ROOT / "pyproject.toml"))


def headings(path):
    """The anchors that GitHub gives a document's headings."""
    found = re.findall(r"^#+ (.+)$", prose(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in found}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_inside_the_tree_lead_somewhere(path):
    for target in LINK.findall(prose(path)):
        if target.startswith(("https://", "http://", "mailto:")):
            continue
        name, _, anchor = target.partition("#")
        file = (path.parent / name).resolve() if name else path
        assert file.exists(), target
        assert not anchor or anchor in headings(file), target


def test_every_document_is_linked_from_the_readme():
    linked = {target.partition("#")[0] for target in LINK.findall(text_of(ROOT / "README.md"))}
    told = {str(path.relative_to(ROOT)) for path in DOCUMENTS if path.parent.name == "docs"}
    assert told - linked == set()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_files_and_folders_named_in_code_are_there(path):
    named = [
        span for span in in_code(path) if re.fullmatch(r"\.?[\w./-]+(/|\.py|\.toml|\.md)", span)
    ]
    for span in named:
        if PLACEHOLDERS.search(span) or span == "config.toml":
            continue
        places = (ROOT / span, ROOT / "quotedb" / span)
        assert any(place.exists() for place in places), span


def test_the_plan_of_the_house_is_the_contract():
    picture = next(b.text for b in blocks(ROOT / "docs" / "architecture.md") if not b.language)
    drawn = [re.split(r" {2,}", line)[0] for line in picture.splitlines() if line.strip()]
    [contract] = PROJECT["tool"]["importlinter"]["contracts"]
    assert drawn == contract["layers"]


def test_every_room_of_the_table_is_a_package():
    rooms = re.findall(r"^\| `(\w+)` \|", text_of(ROOT / "docs" / "architecture.md"), re.MULTILINE)
    [contract] = PROJECT["tool"]["importlinter"]["contracts"]
    [side_by_side] = [layer for layer in contract["layers"] if layer.count("|") > 1]
    assert rooms == side_by_side.split(" | ")


def test_entry_points_named_are_those_of_the_registries():
    from quotedb import exporters, languages, readers

    told = {span for span in in_code(ROOT / "docs" / "extending.md") if span.startswith("quotedb.")}
    assert told == {room.REGISTRY.package for room in (languages, readers, exporters)}


def test_what_a_new_file_must_offer_is_what_the_files_offer():
    from quotedb import exporters, languages, readers

    told = set(in_code(ROOT / "docs" / "extending.md"))
    assert {"LANGUAGE", "read", "records", "cite", "dump"} <= told
    for name in languages.REGISTRY.names():
        assert hasattr(languages.REGISTRY.load(name), "LANGUAGE")
    for room, offered in ((readers, ("read", "records")), (exporters, ("cite", "dump"))):
        for name in room.REGISTRY.names():
            assert any(hasattr(room.REGISTRY.load(name), one) for one in offered), name


def test_extras_and_variables_named_are_there():
    every = "\n".join(map(text_of, DOCUMENTS))
    extras = set(re.findall(r"quotedb\[(\w+)\]", every)) | set(
        re.findall(r"\"\.\[(\w+)\]\"", every)
    )
    assert extras
    assert extras <= PROJECT["project"]["optional-dependencies"].keys()
    code = "\n".join(text_of(path) for path in (ROOT / "quotedb").rglob("*.py"))
    variables = set(re.findall(r"\bQUOTEDB_[A-Z]+\b", every))
    assert variables
    assert [name for name in variables if name not in code] == []


BENCHMARKS = sorted((ROOT / "benchmarks").glob("*.py"))


@pytest.mark.parametrize("path", BENCHMARKS, ids=lambda path: path.name)
def test_a_benchmark_says_how_it_is_run(path):
    document = ast.get_docstring(ast.parse(text_of(path)))
    assert f"python benchmarks/{path.name}" in document


def test_the_marked_commands_stand_before_a_shell_block():
    readme = text_of(ROOT / "README.md")
    for marker in ("main-job", "tests"):
        assert re.search(rf"^<!-- {marker} -->\n```sh\n", readme, re.MULTILINE)
        assert f"readme_command {marker}" in text_of(ROOT / ".ci" / "run")
