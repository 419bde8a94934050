"""`quotedb` and `python -m quotedb`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line on this process's arguments and exit with its code."""
    from quotedb.cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
