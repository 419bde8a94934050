"""JSON-LD, read back by PyLD as triples of schema.org."""

import json

import pytest
from pyld import jsonld

from quotedb.exporters import json_ld
from quotedb.facts import Attestation, Author, Quote, Source, Speaker, SpeakerName

SCHEMA = "https://schema.org/"
SOURCE = Source(
    id=3,
    csl_type="article-newspaper",
    title="Mayor speaks",
    container_title="The Horn",
    authors=(Author("Lund", "Vera"), Author(literal="Horn Staff")),
    issued="1999-05-02",
    url="https://a.example",
    publisher="Horn Press",
    language="en",
)
SPEAKER = Speaker(
    id=7,
    name="Ada Quill",
    names=(SpeakerName("Ada Quill"), SpeakerName("Ада Квилл", "ru")),
    wikidata="Q1",
)


def quote(status):
    printed = Attestation(source=SOURCE, exact="x")
    return Quote(
        id=1, text="No </script> here", speaker_id=7, speaker="Ada Quill", status=status,
        said="1950", place="Port Lowen", tags=("sea",), language="en", attestations=(printed,),
    )  # fmt: skip


def offline(url, options=None):
    assert url == "https://schema.org"
    context = {"@context": {"@vocab": SCHEMA, "url": {"@type": "@id"}, "sameAs": {"@type": "@id"}}}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url,
            "document": context}  # fmt: skip


def nodes(facts):
    document = json.loads("".join(json_ld.dump(facts)))
    options = {"documentLoader": offline, "base": "https://me.example/"}
    return {one["@id"].partition("#")[2]: one for one in jsonld.expand(document, options)}


def value(node, name):
    return [one.get("@value", one.get("@id")) for one in node.get(SCHEMA + name, ())]


def test_the_same_facts_come_back_as_triples():
    found = nodes([SOURCE, SPEAKER, quote("verified")])
    said, work, person = found["quote-1"], found["source-3"], found["speaker-7"]
    assert said["@type"] == [SCHEMA + "Quotation"]
    assert value(said, "text") == ["No </script> here"]
    assert value(said, "creator") == ["https://me.example/#speaker-7"]
    assert value(said, "citation") == ["https://me.example/#source-3"]
    assert value(said, "creativeWorkStatus") == ["verified"]
    assert value(said, "dateCreated") == ["1950"]
    assert work["@type"] == [SCHEMA + "NewsArticle"]
    assert value(work, "url") == ["https://a.example"]
    assert [n["@type"] for n in work[SCHEMA + "author"]] == [
        [SCHEMA + "Person"], [SCHEMA + "Organization"],
    ]  # fmt: skip
    assert value(person, "alternateName") == ["Ада Квилл"]
    assert value(person, "sameAs") == ["http://www.wikidata.org/entity/Q1"]


def test_what_is_misattributed_has_no_creator():
    said = nodes([quote("misattributed")])["quote-1"]
    assert value(said, "creator") == []
    assert value(said, "creativeWorkStatus") == ["misattributed"]
    assert value(said, "disambiguatingDescription") == ["misattributed to Ada Quill"]


@pytest.mark.parametrize("status", ["unverified", "verified", "disputed"])
def test_every_quote_has_its_status(status):
    said = nodes([quote(status)])["quote-1"]
    assert value(said, "creativeWorkStatus") == [status]


def test_no_tag_can_end_the_script_it_stands_in():
    assert "<" not in "".join(json_ld.dump([quote("verified")]))
