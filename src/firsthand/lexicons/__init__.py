"""Words as data, each group with its reason."""
