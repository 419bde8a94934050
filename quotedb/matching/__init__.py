"""Whether two wordings are one quote.

`blocking.py` says what to ask the store for; `alignment.py` lays two wordings side by side, word
by word; `features.py` measures what the alignment shows; `rules/` hold the decisive differences,
one a file; `decide.py` gives the verdict and says what is to become of a new quotation.
"""
