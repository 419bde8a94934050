"""From an article to its quotations.

`marks.py` finds the spans between quotation marks; `reading.py` cuts the text into paragraphs,
sentences and words; `mentions.py` finds who is named, with which role; `people.py` sees that two
names are one person; `speakers.py` decides who spoke; `extract.py` puts it together.
No file here knows a word of any language: those are data of `quotedb.languages`.
"""
