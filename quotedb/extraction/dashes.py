"""Words that a dash opens, at the head of a paragraph: dialogue in Spanish, French, Russian and
Turkish print.

    —Nos vamos —dijo Ana—, y no volvemos.      — Nous partons, dit Anne. Et vous ?
    — Мы уходим, — сказала Анна. — А вы?       – Gidiyoruz, dedi Ayşe.

A dash also opens the items of a list and the lead of an agency's report; so a paragraph is taken
for dialogue only when a reporting clause stands in it or in the dialogue that it belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from quotedb.extraction.cues import starts_clause
from quotedb.extraction.marks import Span
from quotedb.languages import Language

_HEAD = re.compile(r"\s*([—–―-])\s*(?=[^\W\d_]|[¿¡«“\"…])")
# A dash with a space before it, or straight after a stop; a comma, for the habit without dashes.
_TURN = re.compile(r"(?<=\s)[—–―-]\s?|(?<=[^\s\w])[—–―]\s?|,\s+|[.?!…]\s+(?=[^\W\d_A-ZÀ-Þ])")
_STOP = re.compile(r"[.?!…]+(?=\s|$)")
_NEXT_DASH = re.compile(r"\s[—–―-]|[—–―]")
_DASH = "—–―-"
_AHEAD = 40  # characters after a turn in which its verb must begin

IsClause = Callable[[str], bool]
"""Whether the words that follow begin a reporting clause: `dijo Ana`, `dit-elle`."""


def dialogue(text: str, paragraphs: list[tuple[int, int]], is_clause: IsClause) -> list[Span]:
    """The spoken words of paragraphs that a dash opens, clauses such as `said Ann` left out."""
    found: list[Span] = []
    run: list[tuple[str, list[Span], bool]] = []
    for start, end in paragraphs:
        head = _HEAD.match(text, start, end)
        if head:
            spans, clause = _turns(text, head, end, is_clause)
            run.append((head[1], spans, clause))
        else:
            found += _spoken(text, run)
            run = []
    return found + _spoken(text, run)


def split(text: str, span: Span, language: Language) -> list[Span]:
    """The parts of a span round a reporting clause within its marks: `«Да, — сказал он. — Нет»`
    and `« Oui, dit-il, et tout de suite. »` are such.
    """
    parts: list[Span] = []
    outer, begin = span.outer_start, span.start
    for turn in _TURN.finditer(text, span.start, span.end):
        mark = turn[0].strip()[:1]
        if turn.start() < begin or mark not in language.inner_clauses:
            continue
        ahead = text[turn.end() : min(turn.end() + _AHEAD, span.end)]
        if not starts_clause(_NEXT_DASH.split(ahead, maxsplit=1)[0], language, mark):
            continue
        end = _clause_end(text, turn.end(), span.end, mark)
        inside = text[begin : turn.start()].rstrip(" ,\u00a0")
        parts.append(replace(span, start=begin, end=begin + len(inside), outer_start=outer))
        parts[-1] = replace(parts[-1], outer_end=turn.start(), continues=False, closed=True)
        outer, begin = end
    if not parts:
        return [span]
    parts[0] = replace(parts[0], continues=span.continues)
    if any(char.isalnum() for char in text[begin : span.end]):
        parts.append(replace(span, start=begin, outer_start=outer, continues=False))
    return parts


def _clause_end(text: str, start: int, end: int, mark: str) -> tuple[int, int]:
    """Where a clause within marks ends, by the outer and the inner beginning of what follows."""
    closing = re.compile(r"(?:(?<=\s)|(?<=[.,]))[—–-]\s" if mark in _DASH else r"[,.]\s")
    found = closing.search(text, start, end)
    while found and mark == "," and text[found.end() : found.end() + 1].isupper():
        if text[found.start()] != ",":  # a sentence of the speech, and no name in apposition
            break
        found = closing.search(text, found.end(), end)
    return (found.end(), found.end()) if found else (end, end)


def _spoken(text: str, run: list[tuple[str, list[Span], bool]]) -> list[Span]:
    """The spans of neighbouring dash paragraphs, if they are a dialogue and not a list."""
    told = any(clause for _, _, clause in run)
    long = all(dash != "-" for dash, _, _ in run)
    asked = any(text[spans[-1].end - 1] == "?" for _, spans, _ in run if spans)
    if told or (long and asked and len(run) > 1):
        return [span for _, spans, _ in run for span in spans]
    return []


def _turns(
    text: str, head: re.Match[str], end: int, is_clause: IsClause
) -> tuple[list[Span], bool]:
    """The spoken stretches of one paragraph, and whether a reporting clause is among them."""
    found: list[Span] = []
    begin, start, told = head.end(), head.start(1), False
    at = begin
    while turn := _TURN.search(text, at, end):
        ahead = text[turn.end() : min(turn.end() + _AHEAD, end)]
        if not is_clause(_NEXT_DASH.split(ahead, maxsplit=1)[0]):
            at = turn.end()
            continue
        told = True
        spoken = len(text[begin : turn.start()].rstrip(" ,\u00a0"))
        found += _stretch(text, start, begin, begin + spoken)
        start, begin = _resume(text, turn, end)
        at = begin
    return found + _stretch(text, start, begin, end), told


def _resume(text: str, turn: re.Match[str], end: int) -> tuple[int, int]:
    """Where the speech goes on after a clause, by its outer and its inner beginning: behind the
    dash that closes it, or, where no dash opened it, behind its sentence.
    """
    if turn[0][0] in _DASH:
        closing = re.compile(r"(?<=[\s\w.,!?…»”])[—–―](?!\w*\s+\w+\s*—)|(?<=\s)-(?=\s)")
        dash = closing.search(text, turn.end(), end)
        if not dash:
            return end, end
        begin = dash.end()
        while begin < end and (text[begin] in ",.;:" or text[begin].isspace()):
            begin += 1
        return dash.start(), begin
    stop = _STOP.search(text, turn.end(), end)
    begin = stop.end() if stop else end
    return begin, begin


def _stretch(text: str, outer: int, start: int, end: int) -> list[Span]:
    inside = text[start:end]
    bare = inside.strip().rstrip(_DASH + " ")
    if not any(char.isalnum() for char in bare):
        return []
    first = start + inside.index(bare[0])
    return [Span(first, first + len(bare), outer, first + len(bare), dash=True)]
