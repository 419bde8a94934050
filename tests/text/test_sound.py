"""Facts that no database could hold, or no format write, are refused with the field's name."""

import pytest

from quotedb.errors import MalformedRecord
from quotedb.text.records import from_record

SOURCE = {"type": "source", "id": 1, "title": "T"}
SPEAKER = {"type": "speaker", "id": 1, "name": "Ada"}
PRINTED = {"id": 1, "source": {"id": 1}, "exact": "one"}
QUOTE = {"type": "quote", "id": 1, "text": "one", "attestations": [PRINTED]}
TIE = {"type": "relation", "quote_id": 1, "kind": "variant_of", "to": 2}


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (SOURCE | {"id": 0}, "id"),
        (SOURCE | {"id": 2**31}, "id"),
        (SOURCE | {"csl_type": "nope"}, "csl_type"),
        (SOURCE | {"issued": "yesterday"}, "issued"),
        (SOURCE | {"issued": "Y1000000000"}, "issued"),
        (SOURCE | {"title": "a\0b"}, "title"),
        (SOURCE | {"authors": [{"family": "\ud800"}]}, r"authors\[0\]\.family"),
        (SOURCE | {"details": [{"variable": "nope", "text": "x"}]}, r"details\[0\]\.variable"),
        (SOURCE | {"details": [{"variable": "original-date", "text": "x"}]}, "text"),
        (SPEAKER | {"name": " "}, "name"),
        (SPEAKER | {"names": [{"text": ""}]}, r"names\[0\]\.text"),
        (SPEAKER | {"roles": [{"title": "T", "start": "nope"}]}, r"roles\[0\]\.start"),
        (SPEAKER | {"wikidata": "javascript:alert(1)"}, "wikidata"),
        (QUOTE | {"text": ""}, "text"),
        (QUOTE | {"said": "sometime"}, "said"),
        (QUOTE | {"language": "no tag!"}, "language"),
        (QUOTE | {"attestations": [PRINTED | {"confidence": 7}]}, "confidence"),
        (QUOTE | {"attestations": [PRINTED | {"confidence": float("nan")}]}, "confidence"),
        (QUOTE | {"attestations": [PRINTED | {"start": -5}]}, "start"),
        (QUOTE | {"attestations": [PRINTED | {"end": 10**20}]}, "end"),
        (TIE | {"to": 1}, "itself"),
        (TIE | {"score": float("inf")}, "score"),
    ],
)
def test_what_is_not_sound(record, field):
    with pytest.raises(MalformedRecord, match=field):
        from_record(record)


@pytest.mark.parametrize("record", [SOURCE, SPEAKER, QUOTE, TIE, SOURCE | {"issued": "1850~/.."}])
def test_what_is(record):
    from_record(record)
