"""Which tables and columns each revision has, so that opening can tell its form without a model.

A test holds the last revision against `tables.py`.
"""

from __future__ import annotations

from collections.abc import Mapping

HEAD = "0009"

FACTS: Mapping[str, frozenset[str]] = {
    table: frozenset(columns.split())
    for table, columns in {
        "speaker": "id name kind wikidata",
        "speaker_name": "id speaker_id text key language",
        "role": "id speaker_id title organization held_from held_to",
        "source": "id csl_type title container_title authors issued issued_earliest issued_latest"
        " accessed url publisher language content_hash",
        "source_text": "source_id text",
        "quote": "id text key key_hash language speaker_id said said_earliest said_latest"
        " said_inferred place event status note",
        "attestation": "id quote_id source_id anchor exact prefix suffix start_offset end_offset"
        " locator speaker_id speaker_as_written said said_earliest said_latest said_inferred cue"
        " kind method confidence rule",
        "relation": "quote_id kind to_id score reason",
        "tag": "quote_id name",
        "review": "quote_id to_id score reason",
    }.items()
}
PARTS: Mapping[str, frozenset[str]] = {"attestation": FACTS["attestation"] | {"parts"}}
DETAILS: Mapping[str, frozenset[str]] = {"source": FACTS["source"] | {"details"}}
FINDING: Mapping[str, frozenset[str]] = {"fingerprint": frozenset(("hash", "quote_id"))}
RUNS: Mapping[str, frozenset[str]] = {
    "fingerprint_run": frozenset(("id", "size")),
    "fingerprint_block": frozenset(("id", "run_id", "first", "hashes", "quotes")),
}
HISTORY: Mapping[str, frozenset[str]] = {
    "evidence": frozenset(["id", "quote_id", "status", "because", "source_id", "who", "at"]),
    "history": frozenset(["id", "at", "who", "action", "about", "undoes", "undone_by"]),
    "change": frozenset(
        ["entry_id", "number", "fact", "what", "keys", "low", "high", "before", "after"]
    ),
}

REVISIONS: Mapping[str, Mapping[str, frozenset[str]]] = {
    "0001": FACTS,
    "0002": {**FACTS, **FINDING},
    "0003": {**FACTS, **FINDING, **PARTS},
    "0004": {**FACTS, **FINDING, **PARTS},
    "0005": {**FACTS, **FINDING, **PARTS, **DETAILS},
    "0006": {**FACTS, **FINDING, **PARTS, **DETAILS, **HISTORY},
    "0007": {**FACTS, **FINDING, **PARTS, **DETAILS, **HISTORY},
    "0008": {**FACTS, **RUNS, **PARTS, **DETAILS, **HISTORY},
    "0009": {**FACTS, **RUNS, **PARTS, **DETAILS, **HISTORY},
}


def faults(revision: str, columns: Mapping[str, frozenset[str]]) -> list[str]:
    """What a database of `revision` lacks, or has from a later one, in words.

    Args:
        revision: what the database says it is.
        columns: its tables, each with the names of its columns.
    """
    expected = REVISIONS[revision]
    missing = [f"the table {table} is missing" for table in expected if table not in columns]
    partial = [
        f"the table {table} has no {', '.join(sorted(lacks))}"
        for table, names in expected.items()
        if table in columns and (lacks := names - columns[table])
    ]
    later = [
        f"the table {table} is there too early"
        for table in REVISIONS[HEAD]
        if table not in expected and table in columns
    ]
    return missing + partial + later
