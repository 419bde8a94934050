"""Findings in the forms that editors and build servers show: SARIF and GitHub's annotations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from quotedb.actions.faults import MEANING, NOTES, Code
from quotedb.actions.manuscripts import Finding

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_NAMELESS = "stdin"


def finding(found: Finding) -> dict[str, Any]:
    """A finding as `check` prints it."""
    return {
        "file": found.file,
        "line": found.line,
        "column": found.column,
        "paragraph": found.paragraph,
        "code": found.code,
        "name": found.name,
        "wrong": found.wrong,
        "message": found.message,
        "text": found.text,
        "speaker": found.speaker,
        "said": found.said,
        "quote": found.quote,
        "stored": found.stored,
        "difference": [{"stored": a, "printed": b} for a, b in found.difference],
    }


def sarif(findings: Sequence[Finding], version: str) -> dict[str, Any]:
    """A SARIF 2.1.0 log (OASIS Standard) of one run; a file without lines has a paragraph."""
    rules = [
        {
            "id": code.value,
            "name": code.name.replace("_", "-"),
            "shortDescription": {"text": MEANING[code]},
            "defaultConfiguration": {"level": "note" if code in NOTES else "error"},
        }
        for code in Code
    ]
    driver = {"name": "quotedb", "version": version, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one) for one in findings],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(found: Finding) -> dict[str, Any]:
    places = [code.value for code in Code]
    return {
        "ruleId": found.code,
        "ruleIndex": places.index(found.code),
        "level": "error" if found.wrong else "note",
        "message": {"text": f"{found.message}: “{found.text}”"},
        "locations": [_location(found)],
    }


def _location(found: Finding) -> dict[str, Any]:
    # An address may hold no space and no backslash; a path may.
    uri = quote(PurePath(found.file or _NAMELESS).as_posix())
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if found.line is not None:
        physical["region"] = {"startLine": found.line, "startColumn": found.column}
    logical = [{"name": f"paragraph {found.paragraph}", "kind": "paragraph"}]
    return {"physicalLocation": physical, "logicalLocations": logical}


def github(findings: Iterable[Finding]) -> list[str]:
    """Workflow commands of GitHub Actions, one a line, which it shows beside the text."""
    return [_command(one) for one in findings]


def _command(found: Finding) -> str:
    level = "error" if found.wrong else "notice"
    place = {"file": found.file or _NAMELESS, "line": found.line, "col": found.column}
    told = [f"{key}={_property(str(value))}" for key, value in place.items() if value is not None]
    where = "" if found.line else f"paragraph {found.paragraph}: "
    message = _data(f"{where}{found.message}: “{found.text}”")
    return f"::{level} {','.join(told)},title={found.code} {found.name}::{message}\n"


def _data(text: str) -> str:
    """Text as a command takes it, by GitHub's own toolkit (`command.ts`)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
