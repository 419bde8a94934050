"""JSON-LD in schema.org's words: `Quotation`, its creator, and the works that print it.

<https://schema.org/Quotation>. A misattributed quote has no creator; every quote has its status
as `creativeWorkStatus`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from quotedb.facts import Fact, Quote, Source, Speaker

SUFFIX = ".jsonld"

_TYPES = {
    "article-newspaper": "NewsArticle", "article-magazine": "Article", "article-journal":
    "ScholarlyArticle", "book": "Book", "chapter": "Chapter", "webpage": "WebPage",
    "post": "SocialMediaPosting", "post-weblog": "BlogPosting", "motion_picture": "Movie",
    "broadcast": "Episode", "report": "Report", "thesis": "Thesis", "manuscript": "Manuscript",
    "personal_communication": "Message", "interview": "Conversation",
}  # fmt: skip
_WIKIDATA = "http://www.wikidata.org/entity/"
Node = dict[str, Any]


def dump(facts: Iterable[Fact]) -> Iterator[str]:
    """One graph: the works and the people, then the quotations that refer to them."""
    before = '{"@context": "https://schema.org", "@graph": [\n'
    empty = True
    for fact in facts:
        if node := _node(fact):
            # No tag in it can end the `script` element of a page that it stands in.
            yield before + json.dumps(node, ensure_ascii=False).replace("<", "\\u003c")
            before, empty = ",\n", False
    if not empty:
        yield "\n]}\n"


def _node(fact: Fact) -> Node | None:
    if isinstance(fact, Source):
        return _work(fact)
    if isinstance(fact, Speaker):
        return _creator(fact)
    return _quotation(fact) if isinstance(fact, Quote) else None


def _work(source: Source) -> Node:
    authors = [
        {"@type": "Organization" if author.literal else "Person", "name": author.full}
        for author in source.authors
    ]
    outlet = source.container_title and {"@type": "CreativeWork", "name": source.container_title}
    publisher = source.publisher and {"@type": "Organization", "name": source.publisher}
    return _filled(
        {
            "@type": _TYPES.get(source.csl_type, "CreativeWork"),
            "@id": f"#source-{source.id}",
            "name": source.title,
            "isPartOf": outlet,
            "author": authors,
            "datePublished": source.issued,
            "url": source.url,
            "publisher": publisher,
            "inLanguage": source.language,
        }
    )


def _creator(speaker: Speaker) -> Node:
    others = [name.text for name in speaker.names if name.text != speaker.name]
    known = speaker.wikidata and f"{_WIKIDATA}{speaker.wikidata}"
    return _filled(
        {
            "@type": "Organization" if speaker.kind == "organization" else "Person",
            "@id": f"#speaker-{speaker.id}",
            "name": speaker.name,
            "alternateName": others,
            "sameAs": known,
        }
    )


def _quotation(quote: Quote) -> Node:
    misattributed = quote.status == "misattributed"
    creator = {"@id": f"#speaker-{quote.speaker_id}"} if quote.speaker_id else None
    works = dict.fromkeys(f"#source-{a.source.id}" for a in quote.attestations)
    said_of = quote.speaker and f"misattributed to {quote.speaker}"
    return _filled(
        {
            "@type": "Quotation",
            "@id": f"#quote-{quote.id}",
            "text": quote.text,
            "inLanguage": quote.language,
            "creator": None if misattributed else creator,
            "disambiguatingDescription": said_of if misattributed else None,
            "creativeWorkStatus": quote.status,
            "dateCreated": quote.said,
            "locationCreated": quote.place and {"@type": "Place", "name": quote.place},
            "recordedAt": quote.event and {"@type": "Event", "name": quote.event},
            "keywords": list(quote.tags),
            "citation": [{"@id": work} for work in works],
        }
    )


def _filled(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [])}
