"""Who said what, when, and how do we know: a quote-attribution fact database."""

__version__ = "0.1.0"
