"""Web Annotations, read back by PyLD with the terms of the W3C's vocabulary."""

import json

from pyld import jsonld

from quotedb.exporters import web_annotation
from quotedb.facts import Attestation, Quote, Source

OA = "http://www.w3.org/ns/oa#"
CONTEXT = {
    "id": "@id", "type": "@type", "oa": OA, "items": "oa:items", "body": "oa:hasBody",
    "target": "oa:hasTarget", "selector": "oa:hasSelector", "exact": "oa:exact",
    "prefix": "oa:prefix", "suffix": "oa:suffix", "start": "oa:start", "end": "oa:end",
    "source": {"@id": "oa:hasSource", "@type": "@id"}, "purpose": "oa:hasPurpose",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value", "motivation": "oa:motivatedBy",
    "Annotation": "oa:Annotation", "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector", "TextualBody": "oa:TextualBody",
}  # fmt: skip
PRINTED = Attestation(
    id=4, source=Source(id=3, url="https://a.example/x"), exact="The bridge", prefix="say “",
    suffix="” he", start=10, end=20,
)  # fmt: skip


def offline(url, options=None):
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url,
            "document": {"@context": CONTEXT}}  # fmt: skip


def annotations(facts):
    document = json.loads("".join(web_annotation.dump(facts)))
    [page] = jsonld.expand(document, {"documentLoader": offline})
    return page[OA + "items"]


def texts(node):
    return [v["@value"] for values in node.values() if isinstance(values, list)
            for v in values if isinstance(v, dict) and "@value" in v]  # fmt: skip


def test_where_a_quote_stands_comes_back_as_triples():
    quote = Quote(id=1, text="The bridge", speaker="Vera Lund", attestations=(PRINTED,))
    [one] = annotations([quote])
    assert (one["@id"], one["@type"]) == ("urn:quotedb:attestation:4", [OA + "Annotation"])
    [target] = one[OA + "hasTarget"]
    assert target[OA + "hasSource"] == [{"@id": "https://a.example/x"}]
    words, place = target[OA + "hasSelector"]
    assert words["@type"] == [OA + "TextQuoteSelector"]
    assert words[OA + "exact"] == [{"@value": "The bridge"}]
    assert words[OA + "prefix"] == [{"@value": "say “"}]
    assert (place[OA + "start"], place[OA + "end"]) == ([{"@value": 10}], [{"@value": 20}])


def test_a_source_without_an_address_has_a_name_of_its_own():
    printed = Attestation(id=5, source=Source(id=3), exact="The bridge")
    [one] = annotations([Quote(id=1, text="x", attestations=(printed,))])
    [target] = one[OA + "hasTarget"]
    assert target[OA + "hasSource"] == [{"@id": "urn:quotedb:source:3"}]
    assert len(target[OA + "hasSelector"]) == 1


def test_the_status_of_a_quote_is_told():
    quote = Quote(id=1, text="x", speaker="Einstein", status="misattributed",
                  attestations=(PRINTED,))  # fmt: skip
    [one] = annotations([quote])
    told = [text for body in one[OA + "hasBody"] for text in texts(body)]
    assert "status:misattributed" in told
    assert "misattributed, Einstein: x" in told
