"""What a reference CSL processor (citeproc-js) prints for our own sources, kept for the tests.

    python benchmarks/citeproc_js.py --processor node_modules/citeproc --locales FOLDER

Reads `fixtures/citations/sources.jsonl` and writes `fixtures/citations/citeproc-js.json`: for each
style and locale, the entry of every source. The styles are the shipped ones as they come; the
processor is npm's `citeproc`, the locales those of <https://github.com/citation-style-language/locales>
(Debian's citation-style-language-locales), and node runs it. With --check nothing is written,
and the differences from the file are printed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
from pathlib import Path

from quotedb.exporters._csl import items, printable
from quotedb.exporters._styles import ALIASES, _collection, fitted
from quotedb.facts import Attestation, Citation, Quote, Source
from quotedb.text.records import from_record

FOLDER = Path(__file__).parents[1] / "fixtures" / "citations"
STYLES = ("apa", "mla", "chicago-notes", "chicago", "ieee")
LOCALES = ("en-US", "tr-TR")

PROGRAM = """
const fs = require('fs');
const CSL = require(process.argv[2]);
const {items, style, locale, locales} = JSON.parse(fs.readFileSync(process.argv[3], 'utf8'));
const byId = Object.fromEntries(items.map(item => [item.id, item]));
const system = {
    retrieveLocale: tag => fs.existsSync(`${locales}/locales-${tag}.xml`)
        ? fs.readFileSync(`${locales}/locales-${tag}.xml`, 'utf8') : false,
    retrieveItem: id => byId[id],
};
const engine = new CSL.Engine(system, fs.readFileSync(style, 'utf8'), locale, true);
engine.setOutputFormat('text');
engine.updateItems(items.map(item => item.id));
const [told, entries] = engine.makeBibliography();
const found = {};
const dropped = new Set((told.bibliography_errors || []).map(error => error.itemID));
const kept = told.entry_ids.filter(ids => !dropped.has(ids[0]));
if (kept.length !== entries.length) throw new Error('an entry without its id');
kept.forEach((ids, n) => { found[ids[0]] = entries[n].trim(); });
process.stdout.write(JSON.stringify(found));
"""


def sources() -> list[Citation]:
    """The sources of the fixture, each cited once."""
    lines = (FOLDER / "sources.jsonl").read_text("utf-8").splitlines()
    facts = [from_record(json.loads(line)) for line in lines]
    return [
        Citation(quote=Quote(text="x"), attestation=Attestation(source=fact, exact="x"))
        for fact in facts
        if isinstance(fact, Source)
    ]


def entries(style: str, locale: str, processor: Path, locales: Path) -> dict[str, str]:
    """The entry of each source by its key, as citeproc-js prints it."""
    family = fitted(style, None, locale, 1).family
    asked = {
        "items": [printable(item, locale, family) for item in items(sources())],
        "style": str(_collection()[ALIASES.get(style, style)]),
        "locale": locale,
        "locales": str(locales),
    }
    with tempfile.TemporaryDirectory() as name:
        program, question = Path(name, "run.js"), Path(name, "asked.json")
        program.write_text(PROGRAM, encoding="utf-8")
        question.write_text(json.dumps(asked), encoding="utf-8")
        command = ["node", str(program), str(processor.resolve()), str(question)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, str] = json.loads(done.stdout)
    return found


def main() -> None:
    """Write the file, or say how it would change."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--processor", type=Path, required=True)
    parser.add_argument("--locales", type=Path, required=True)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    made = {
        style: {tag: entries(style, tag, options.processor, options.locales) for tag in LOCALES}
        for style in STYLES
    }
    file = FOLDER / "citeproc-js.json"
    if options.check:
        kept = json.loads(file.read_text("utf-8"))
        changed = [
            (style, tag, key)
            for style in STYLES
            for tag in LOCALES
            for key in made[style][tag]
            if kept[style][tag].get(key) != made[style][tag][key]
        ]
        print(f"{len(changed)} entries differ from {file.name}", *changed, sep="\n")
        return
    file.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{sum(len(made[s][t]) for s in STYLES for t in LOCALES)} entries in {file.name}")


if __name__ == "__main__":
    main()
