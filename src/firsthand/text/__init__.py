"""Plain functions on strings. Spans are half-open, in Unicode code points."""
