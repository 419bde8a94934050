"""BibTeX and BibLaTeX entries, written by bibtexparser.

Text is Unicode; only what TeX acts on is escaped, braces by their names, so that an entry stays
balanced whatever a title holds. Titles are braced twice, which keeps their capitals.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quotedb.errors import MissingExtra

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "&": r"\&", "%": r"\%",
        "$": r"\$", "#": r"\#", "_": r"\_",
    }
)  # fmt: skip
_UNSAFE = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def escaped(text: str) -> str:
    """The text with the ten ASCII characters that TeX acts on made harmless."""
    return text.translate(_SPECIAL)


def verbatim(url: str) -> str:
    """A URL for a field that is not escaped: what could end the field is percent-encoded."""
    return url.translate(_UNSAFE)


def author_list(names: Iterable[Mapping[str, str]]) -> str:
    """CSL names as BibTeX has them; one that is no person's in braces of its own."""
    return " and ".join(map(_author, names))


def write(entries: Iterable[tuple[str, str, Mapping[str, str]]]) -> str:
    """Entries of type, key and fields, as text.

    Raises:
        MissingExtra: bibtexparser is not installed.
    """
    try:
        from bibtexparser import model
        from bibtexparser.entrypoint import write_string
        from bibtexparser.library import Library
        from bibtexparser.middlewares import AddEnclosingMiddleware
    except ImportError as error:
        raise MissingExtra(
            "BibTeX needs bibtexparser", hint="pip install 'bibtexparser>=2.1'"
        ) from error
    blocks: list[model.Block] = [
        model.Entry(kind, key, [model.Field(*field) for field in fields.items()])
        for kind, key, fields in entries
    ]
    braces = AddEnclosingMiddleware(
        reuse_previous_enclosing=False, enclose_integers=True, default_enclosing="{"
    )
    text: str = write_string(Library(blocks), unparse_stack=[braces])
    return text


def _author(name: Mapping[str, str]) -> str:
    if "literal" in name:
        return f"{{{escaped(name['literal'])}}}"
    family, given = escaped(name.get("family", "")), escaped(name.get("given", ""))
    return f"{family}, {given}" if given else f"{{{family}}}"
