"""The shape of CSL-JSON (csl-data 1.0.2) as a JSON Schema, in our own words."""

from quotedb.text import csl

NAME = {
    "type": "object",
    "properties": {part: {"type": "string"} for part in ("family", "given", "literal")},
    "additionalProperties": False,
    "minProperties": 1,
}
PARTS = {
    "type": "array",
    "minItems": 1,
    "maxItems": 2,
    "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
}
DATE = {
    "type": "object",
    "properties": {
        "date-parts": PARTS,
        "season": {"type": "integer"},
        "circa": {"type": "boolean"},
        "literal": {"type": "string"},
    },
    "additionalProperties": False,
    "minProperties": 1,
}
ITEM = {
    "type": "object",
    "properties": {
        "id": {"type": "string"},
        "type": {"enum": sorted(csl.TYPES)},
        **{name: {"type": "string"} for name in csl.TEXTS},
        **{name: {"type": "array", "items": NAME, "minItems": 1} for name in csl.NAMES},
        **dict.fromkeys(csl.DATES, DATE),
    },
    "required": ["id", "type"],
    "additionalProperties": False,
}
LIST = {"$schema": "http://json-schema.org/draft-07/schema#", "type": "array", "items": ITEM}
