"""The timeline of a story, with its three clocks: when it happens, when it was said, when it was reported."""

from firsthand.linking.timeline.making import make_timeline

__all__ = ["make_timeline"]
