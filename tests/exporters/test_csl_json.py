"""CSL-JSON, checked for the shape of CSL's input schema."""

import json

from quotedb.exporters import CiteOptions, csl_json

# Of the variables that the schema has (csl-data.json 1.0.2), those that a source fills.
STRINGS = {"id", "type", "title", "container-title", "publisher", "URL", "language"}
NAMES = {"author"}
DATES = {"issued", "accessed"}


def test_items_have_the_shape_of_the_schema(cited):
    items = json.loads("".join(csl_json.cite(cited, CiteOptions())))
    assert len({item["id"] for item in items}) == len(cited)
    for item in items:
        assert {"id", "type"} <= item.keys() <= STRINGS | NAMES | DATES
        assert all(isinstance(item[key], str) for key in STRINGS & item.keys())
        for name in item.get("author", ()):
            assert name.keys() <= {"family", "given", "literal"}
        for key in DATES & item.keys():
            assert 1 <= len(item[key]["date-parts"]) <= 2
            assert all(1 <= len(part) <= 3 for part in item[key]["date-parts"])


def test_nothing_is_an_empty_list():
    assert json.loads("".join(csl_json.cite([], CiteOptions()))) == []
