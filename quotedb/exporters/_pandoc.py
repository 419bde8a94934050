"""Pandoc: found, and run so that it reads only what it is handed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from quotedb.errors import DataError, MissingExtra

_OLDEST = 3  # pandoc's major version; 2.x formats a number of dates and names otherwise
_NONE: Mapping[str, tuple[str, str]] = {}
_DROPPED = re.compile(r"Bibliography entry with no printed form: (\S+)")


def convert(
    text: str, *arguments: str, files: Mapping[str, tuple[str, str]] = _NONE
) -> tuple[bytes, frozenset[str]]:
    """What pandoc makes of a text, and the ids of the items for which a style printed nothing.

    Args:
        text: its standard input.
        arguments: its options; `{name}` in one stands for the path of a file of that name.
        files: files to write for it: name, kind (`csl`, `json`) and content.

    Raises:
        DataError: pandoc failed, and what it says.
        MissingExtra: there is no pandoc 3.
    """
    with TemporaryDirectory(prefix="quotedb-") as folder:
        places = {name: Path(folder, f"{name}.{kind}") for name, (kind, _) in files.items()}
        for name, (_, content) in files.items():
            places[name].write_text(content, encoding="utf-8")
        told = [one.format_map(places) if "{" in one else one for one in arguments]
        command = [pandoc(), "--sandbox", "--data-dir", folder, "--wrap=none", *told]
        done = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
    said = done.stderr.decode("utf-8", "replace")
    if done.returncode:
        raise DataError(f"pandoc could not make the list ({said.strip()[:300]})")
    return done.stdout, frozenset(_DROPPED.findall(said))


@lru_cache
def pandoc() -> str:
    """The pandoc to run: that of the PATH if it is new enough, else that of `pypandoc-binary`.

    Raises:
        MissingExtra: neither is there.
    """
    own = shutil.which("pandoc")
    if own and _major(own) >= _OLDEST:
        return own
    spec = find_spec("pypandoc")
    name = "pandoc.exe" if sys.platform == "win32" else "pandoc"
    for folder in (spec and spec.submodule_search_locations) or ():
        bundled = Path(folder, "files", name)
        if bundled.is_file():
            return str(bundled)
    raise MissingExtra(
        f"styled citations need pandoc {_OLDEST} or later",
        hint="pip install pypandoc-binary, or install pandoc",
    )


def _major(program: str) -> int:
    """The first number of a pandoc's version, 0 when it does not answer."""
    try:
        done = subprocess.run([program, "--version"], capture_output=True, check=False, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return 0
    found = re.match(rb"pandoc\S* (\d+)", done.stdout)
    return int(found[1]) if found else 0
