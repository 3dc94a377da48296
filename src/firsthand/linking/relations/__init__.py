"""How claims of one story stand to each other: denials, contradictions, updates, and the history of a position."""

from firsthand.linking.relations.finding import find_relations
from firsthand.linking.relations.histories import Position, trace_position

__all__ = ["Position", "find_relations", "trace_position"]
