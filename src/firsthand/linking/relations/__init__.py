"""How claims of one story stand to each other: denials, contradictions, updates, and the histories of positions."""

from firsthand.linking.relations.finding import find_relations, relate_views
from firsthand.linking.relations.histories import trace_positions
from firsthand.linking.relations.views import read_claims

__all__ = ["find_relations", "read_claims", "relate_views", "trace_positions"]
