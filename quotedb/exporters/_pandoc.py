"""Styled citation lists by pandoc's own citeproc, which reads only what it is handed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from quotedb.errors import DataError, MissingExtra
from quotedb.exporters import CiteOptions
from quotedb.exporters._csl import Item, items, printable
from quotedb.exporters._styles import check_locale, prepared
from quotedb.facts import Citation

_OLDEST = 3  # pandoc's major version; 2.x formats a number of dates and names otherwise
# American usage puts a full stop inside both of two closing marks; pandoc, inside the outer one.
_AMERICAN = re.compile(r"(‘[^‘’“”]*)’(</span>)?([.,])”")
_DROPPED = re.compile(r"Bibliography entry with no printed form: (\S+)")


def styled(citations: Iterable[Citation], options: CiteOptions, output: str) -> str:
    """The citation list in a style, as pandoc writes `output` (plain, html, …); "" for none.

    Raises:
        UnknownName: no such style or locale.
        DataError: the style file is broken.
        MissingExtra: there is no pandoc 3.
    """
    locale = check_locale(options.locale)
    found = [printable(item, locale) for item in items(citations)]
    style = prepared(options.style, options.csl, locale, len(found))
    if not found:
        return ""
    printed, left_out = _run(found, style, locale, output)
    if left_out:
        printed, _ = _run([_as_page(i, left_out) for i in found], style, locale, output)
    return _AMERICAN.sub(r"\1\3’\2”", printed) if locale == "en-US" else printed


def _as_page(item: Item, left_out: frozenset[str]) -> Item:
    """An item that the style keeps out of lists (Chicago: speeches, papers) as a kind it takes."""
    return dict(item, type="webpage") if item["id"] in left_out else item


def _run(found: list[Item], style: str, locale: str, output: str) -> tuple[str, frozenset[str]]:
    """What pandoc prints, and the ids of the items for which the style printed nothing."""
    with TemporaryDirectory(prefix="quotedb-") as folder:
        csl, bibliography = Path(folder, "style.csl"), Path(folder, "items.json")
        csl.write_text(style, encoding="utf-8")
        bibliography.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
        command = [
            pandoc(), "--sandbox", "--data-dir", folder, "--citeproc", "--wrap=none",
            "--from=markdown", f"--to={output}", f"--csl={csl}", f"--bibliography={bibliography}",
        ]  # fmt: skip
        everything = f"---\nnocite: '@*'\nlang: {locale}\n---\n"
        done = subprocess.run(command, input=everything.encode(), capture_output=True, check=False)
    said = done.stderr.decode("utf-8", "replace")
    if done.returncode:
        raise DataError(f"pandoc could not make the list ({said.strip()[:300]})")
    return done.stdout.decode("utf-8"), frozenset(_DROPPED.findall(said))


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
