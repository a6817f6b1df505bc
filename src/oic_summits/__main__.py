"""`python -m oic_summits` is the command `oic-summits`."""

import sys

from oic_summits.cli import main

if __name__ == "__main__":
    sys.exit(main())
