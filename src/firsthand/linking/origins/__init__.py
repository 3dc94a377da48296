"""Statements of one claim → who said it first-hand: its independent origins, counted and explained."""

from firsthand.linking.origins.finding import OriginFinding, find_origins
from firsthand.linking.origins.ground import Ground

__all__ = ["Ground", "OriginFinding", "find_origins"]
