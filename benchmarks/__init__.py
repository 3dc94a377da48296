"""Speed and memory of the package, beside spaCy and textacy on the same articles (docs/evaluation.md)."""
