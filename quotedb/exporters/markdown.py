"""Markdown: the citation list in any CSL style, one paragraph a source.

What pandoc's Markdown would take for TeX, mathematics or a citation is escaped too, so that the
list means the same to every reader of Markdown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotedb.exporters import CiteOptions
from quotedb.exporters._styled import styled
from quotedb.facts import Citation

SUFFIX = ".md"

# Pandoc's own Markdown, without whatever CommonMark does not read.
WRITER = "markdown" + "".join(
    f"-{name}"
    for name in (
        "smart", "raw_html", "raw_attribute", "native_divs", "native_spans", "fenced_divs",
        "bracketed_spans", "header_attributes", "link_attributes", "fenced_code_attributes",
        "inline_code_attributes", "superscript", "definition_lists",
        "fancy_lists", "example_lists", "line_blocks", "pipe_tables", "implicit_figures",
    )
)  # fmt: skip


def cite(citations: Iterable[Citation], options: CiteOptions) -> Iterator[str]:
    """The list in the style's own order."""
    yield styled(citations, options, WRITER)
