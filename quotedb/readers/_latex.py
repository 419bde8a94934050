"""Text as BibTeX has it, in LaTeX's commands, as plain text; read by pylatexenc."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_BRACES = re.compile(r"[{}]")
_PERCENT = re.compile(r"(?<!\\)%")  # no comment in a field, whatever TeX would make of it
_ADDRESS = re.compile(r"^\\url\s*\{(.*)\}$")
_ESCAPED = re.compile(r"\\([_%&#~$])")
# Commands that pylatexenc does not know or has another character for.
_OWN = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^", "textasciitilde": "~"}


def plain(value: str) -> str:
    """A field's text on one line, without braces and commands; what is no known command stays."""
    if "\\" in value:
        text = _decoder().latex_to_text(_PERCENT.sub(r"\\%", value))
    else:
        text = _BRACES.sub("", value.replace("~", " "))
    return " ".join(text.split())


def address(value: str) -> str:
    """A URL as it is, apart from what people escape in one."""
    bare = _BRACES.sub("", _ADDRESS.sub(r"\1", value.strip()))
    return _ESCAPED.sub(r"\1", bare).strip()


@lru_cache
def _decoder() -> Any:  # noqa: ANN401
    from pylatexenc.latex2text import (
        LatexNodes2Text,
        MacroTextSpec,
        get_default_latex_context_db,
    )

    def as_it_is(node: Any) -> str:  # noqa: ANN401
        return str(node.latex_verbatim())

    known = get_default_latex_context_db()
    own = [MacroTextSpec(name, text) for name, text in _OWN.items()]
    files = [MacroTextSpec(name, as_it_is) for name in ("input", "include")]
    known.add_context_category("quotedb", macros=[*own, *files], prepend=True)
    known.set_unknown_macro_spec(MacroTextSpec("", as_it_is))
    return LatexNodes2Text(
        known, math_mode="verbatim", strict_latex_spaces=True, keep_comments=True
    )
