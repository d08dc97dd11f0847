"""`python -m carelevel.live HOST PORT [LOG]`: what a notebook starts."""

from __future__ import annotations

import sys
from pathlib import Path

from carelevel.core.errors import CarelevelError


def main() -> int:
    """Serve until no room is left; 2 where that cannot be, with the reason on stderr."""
    host, port, *log = sys.argv[1:]
    from carelevel.live.server import serve

    try:
        return serve(host, int(port), log=Path(log[0]) if log else None, until_idle=True)
    except CarelevelError as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
