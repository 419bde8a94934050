"""A timeline as a picture (SVG), by matplotlib; the same timeline gives the same bytes."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from quotedb.actions.timeline import Timeline, span
from quotedb.errors import DataError, MissingExtra

ROW = 0.42
"""Inches of a printing."""

_COLORS = {
    "first": "#1b6f3a", "same": "#3a6ea5", "excerpt": "#7aa6d6", "longer": "#7aa6d6",
    "changed": "#c05a1c", "translation": "#7d4fa0",
}  # fmt: skip
_LONGEST_TITLE = 90


def save(line: Timeline, path: str) -> None:
    """Draw a timeline into a file, which is written whole or not at all.

    Raises:
        MissingExtra: matplotlib is not installed.
        DataError: there is no date to draw, or the file cannot be written.
    """
    drawn = svg(line)
    try:
        Path(path).write_bytes(drawn)
    except OSError as error:
        raise DataError(
            error.strerror or str(error), where=path, hint="Look at the path"
        ) from error


def svg(line: Timeline) -> bytes:
    """The picture: a row a printing, its date along the x axis, its outlet beside it."""
    spans = [span(one) for one in line.printings]
    if not any(spans):
        raise DataError("no printing has a date to draw", hint="Give sources one with --issued")
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingExtra(
            "drawing needs matplotlib", hint="pip install 'quotedb[plot]'"
        ) from error
    # Ids hashed with a salt of our own, and text as text: equal bytes, and words one can search.
    with (
        mpl.rc_context({"svg.hashsalt": "quotedb", "svg.fonttype": "none"}),
        warnings.catch_warnings(),
    ):
        # The reader's fonts draw the text: that ours lack a script is no matter.
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        figure = Figure(figsize=(9, 1.2 + ROW * len(spans)), layout="constrained")
        axes = figure.add_subplot()
        for row, (one, days) in enumerate(zip(line.printings, spans, strict=True)):
            if days:
                color = _COLORS.get(one.how, "#3a6ea5")
                years = [day / 365.2425 + 1 for day in days]
                axes.plot(years, [row, row], marker="o", color=color, solid_capstyle="round")
        labels = [f"{one.outlet} ({one.how}, {one.date or 'no date'})" for one in line.printings]
        axes.set_yticks(range(len(labels)), [_plain(label) for label in labels])
        axes.invert_yaxis()
        axes.ticklabel_format(axis="x", useOffset=False, style="plain")
        axes.set_xlabel("year")
        axes.set_title(_plain(line.title[:_LONGEST_TITLE]), fontsize=10)
        out = io.BytesIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": "quotedb"})
    return out.getvalue()


def _plain(text: str) -> str:
    """Text in which a dollar opens no formula."""
    return text.replace("$", r"\$")
