"""Where the marks of a drawing stand: plain functions from a view to numbers, which a template draws as SVG."""
