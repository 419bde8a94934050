"""BibTeX and BibLaTeX entries, written by bibtexparser.

Text is Unicode; only what TeX acts on is escaped, braces by their names, so that an entry stays
balanced whatever a title holds. Titles are braced twice, which keeps their capitals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from quotedb.errors import MissingExtra
from quotedb.exporters._csl import Item, Reference

Entry = tuple[str, str, Mapping[str, str]]

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "&": r"\&", "%": r"\%",
        "$": r"\$", "#": r"\#", "_": r"\_",
    }
)  # fmt: skip
_UNSAFE = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})

# What tells kinds of documents apart that have one type of entry, as BibLaTeX does.
SUBTYPES = {
    "article-newspaper": "newspaper", "article-magazine": "magazine", "interview": "interview",
    "speech": "speech", "post": "post", "post-weblog": "weblog",
}  # fmt: skip

# CSL variables that both have under these names; BibLaTeX has more.
PLAIN = {
    "edition": "edition", "volume": "volume", "issue": "number", "page": "pages",
    "collection-title": "series", "chapter-number": "chapter",
}  # fmt: skip


def escaped(text: str) -> str:
    """The text with the ten ASCII characters that TeX acts on made harmless."""
    return text.translate(_SPECIAL)


def verbatim(url: str) -> str:
    """A URL for a field that is not escaped: what could end the field is percent-encoded."""
    return url.translate(_UNSAFE)


def author_list(names: Iterable[Mapping[str, str]]) -> str:
    """CSL names as BibTeX has them; one that is no person's in braces of its own."""
    return " and ".join(map(_author, names))


def plain_fields(item: Item) -> dict[str, str]:
    """What both languages call the same, escaped; "" for what the item lacks."""
    made = {name: escaped(item.get(variable, "")) for variable, name in PLAIN.items()}
    made["number"] = made["number"] or escaped(item.get("number", ""))
    made["editor"] = author_list(item.get("editor", ()))
    made["doi"] = verbatim(item.get("DOI", ""))
    made["isbn"] = verbatim(item.get("ISBN", ""))
    return made


def of_quotes(reference: Reference) -> dict[str, str]:
    """The statuses of the quotes as keywords, and in a note what a reader must be told of them."""
    notes = [reference.item.get("note", ""), *reference.warnings]
    return {
        "note": escaped("; ".join(note for note in notes if note)),
        "keywords": ", ".join(reference.statuses),
    }


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """Entries of type, key and fields, each as text; fields that are empty left out.

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
    braces = AddEnclosingMiddleware(
        reuse_previous_enclosing=False, enclose_integers=True, default_enclosing="{"
    )
    space = ""
    for kind, key, fields in entries:
        filled = [model.Field(name, value) for name, value in fields.items() if value]
        text: str = write_string(Library([model.Entry(kind, key, filled)]), unparse_stack=[braces])
        yield space + text
        space = "\n"


def _author(name: Mapping[str, str]) -> str:
    if "literal" in name:
        return f"{{{escaped(name['literal'])}}}"
    family, given = escaped(name.get("family", "")), escaped(name.get("given", ""))
    return f"{family}, {given}" if given else f"{{{family}}}"
