"""PDF: the citation list in any CSL style, set by whichever engine is installed.

The engine is the `typst` package (the extra `pdf`), or else a program of that name, or one of
TeX's.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from quotedb.errors import DataError, MissingExtra
from quotedb.exporters import CiteOptions
from quotedb.exporters._pandoc import convert
from quotedb.exporters._styled import styled_document
from quotedb.facts import Citation

SUFFIX = ".pdf"
BINARY = True

# Programs that set type, with the options of a run, and the language that pandoc writes for them.
ENGINES = {
    "typst": ("typst", ["compile"]),
    "tectonic": ("latex", []),
    "lualatex": ("latex", ["-interaction=nonstopmode", "-no-shell-escape"]),
    "xelatex": ("latex", ["-interaction=nonstopmode", "-no-shell-escape"]),
}


def cite(citations: Iterable[Citation], options: CiteOptions) -> Iterator[bytes]:
    """The whole document in one piece.

    Raises:
        MissingExtra: there is no engine.
        DataError: it could not set the list.
    """
    engine = _engine()
    made = styled_document(citations, options, "pdf")
    if made is None:
        return
    written = "typst" if engine == "module" else ENGINES[engine][0]
    text, _ = convert(json.dumps(made), "--from=json", "--standalone", f"--to={written}")
    with TemporaryDirectory(prefix="quotedb-") as folder:
        source = Path(folder, "list.typ" if written == "typst" else "list.tex")
        source.write_bytes(text)
        yield _by_module(source) if engine == "module" else _by_program(engine, source)


def _engine() -> str:
    if find_spec("typst"):
        return "module"
    for name in ENGINES:
        if shutil.which(name):
            return name
    raise MissingExtra(
        "a PDF needs a program that sets type, and none is installed",
        hint=f"pip install 'quotedb[pdf]', or install one of {', '.join(ENGINES)}; or ask for docx",
    )


def _by_module(source: Path) -> bytes:
    import typst

    try:
        made: bytes = typst.compile(str(source), root=str(source.parent))
    except (RuntimeError, ValueError) as error:
        raise DataError(f"typst could not set the list ({str(error)[:200]})") from error
    return made


def _by_program(name: str, source: Path) -> bytes:
    made = source.with_suffix(".pdf")
    done = _run([name, *ENGINES[name][1], source.name], cwd=source.parent)
    if not made.is_file():
        said = (done.stderr or done.stdout).decode("utf-8", "replace").strip()
        raise DataError(f"{name} could not set the list ({said[-200:]})")
    return made.read_bytes()


def _run(command: list[str], cwd: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, cwd=cwd, capture_output=True, check=False)
