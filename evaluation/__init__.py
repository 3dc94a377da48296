"""Quality gates: figures of the package on public data and on the cases, against pinned floors (docs/evaluation.md)."""
