"""Across articles: copies, actors, claims, origins, relations, stories and the timeline."""
