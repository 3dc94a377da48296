"""`python -m firsthand.serving.intake TASK DATABASE`: what `start_worker` starts."""

import sys

from firsthand.serving.intake.processes import main

raise SystemExit(main(sys.argv[1:]))
