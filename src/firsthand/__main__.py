"""`python -m firsthand`."""

from firsthand.serving.cli import main

raise SystemExit(main())
