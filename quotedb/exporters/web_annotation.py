"""Web Annotations of the W3C: where in its source each printing of a quote stands.

<https://www.w3.org/TR/annotation-model/>: an AnnotationPage of one annotation a printing, with a
TextQuoteSelector and, where offsets are known, a TextPositionSelector (in code points).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from quotedb.facts import Attestation, Fact, Quote

SUFFIX = ".json"
Node = dict[str, Any]

_HEAD = '{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": [\n'


def dump(facts: Iterable[Fact]) -> Iterator[str]:
    """The page, an annotation a line."""
    before = _HEAD
    for fact in facts:
        if not isinstance(fact, Quote):
            continue
        for printed in fact.attestations:
            yield before + json.dumps(_annotation(fact, printed), ensure_ascii=False)
            before = ",\n"
    if before != _HEAD:
        yield "\n]}\n"


def _annotation(quote: Quote, printed: Attestation) -> Node:
    source = printed.source
    target = source.url or f"urn:quotedb:source:{source.id}"
    bodies = [
        _body("describing", f"{_attributed(quote)}: {quote.text}", quote.language),
        _body("tagging", f"status:{quote.status}"),
        *(_body("tagging", tag) for tag in quote.tags),
    ]
    return {
        "id": f"urn:quotedb:attestation:{printed.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": bodies,
        "target": {"source": target, "selector": _selectors(printed)},
    }


def _attributed(quote: Quote) -> str:
    """Who is said to have said it, as far as the status lets one say so."""
    name = quote.speaker or "?"
    return name if quote.status in ("verified", "unverified") else f"{quote.status}, {name}"


def _body(purpose: str, value: str, language: str | None = None) -> Node:
    body = {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
    return body | ({"language": language} if language else {})


def _selectors(printed: Attestation) -> list[Node]:
    around = {"prefix": printed.prefix, "suffix": printed.suffix}
    exact = {"type": "TextQuoteSelector", "exact": printed.exact}
    selectors: list[Node] = [exact | {name: text for name, text in around.items() if text}]
    if printed.start is not None and printed.end is not None:
        selectors.append(
            {"type": "TextPositionSelector", "start": printed.start, "end": printed.end}
        )
    return selectors
