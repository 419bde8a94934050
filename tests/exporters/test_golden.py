"""Whole lists against golden files, each checked by hand against the style's published rules.

APA 7 (9.22 description in brackets, 8.15 approximate dates), MLA 9 (5.29 description, 5.78
dates), Chicago 18 (13.86 organisations as authors, 14.89 newspapers without an author).
"""

from pathlib import Path

import pytest

from quotedb.exporters import REGISTRY, CiteOptions

GOLDEN = Path(__file__).parents[2] / "fixtures" / "exporters"


@pytest.mark.parametrize("file", sorted(GOLDEN.glob("*.*-*.txt")), ids=lambda file: file.stem)
def test_a_styled_list_is_as_the_style_has_it(file, cited):
    style, locale = file.stem.split(".")
    printed = "".join(REGISTRY.load("text").cite(cited, CiteOptions(style, locale)))
    assert printed == file.read_text("utf-8")
