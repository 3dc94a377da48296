"""The doors: the command line, and what all doors ask of a store."""
