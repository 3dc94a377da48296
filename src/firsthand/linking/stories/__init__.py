"""Stories: articles about one course of events, found by what their words tell and when they were published."""

from firsthand.linking.stories.edges import find_edges
from firsthand.linking.stories.partitions import partition
from firsthand.linking.stories.terms import StoryTerms, make_terms
from firsthand.linking.stories.titles import make_title

__all__ = ["StoryTerms", "find_edges", "make_terms", "make_title", "partition"]
