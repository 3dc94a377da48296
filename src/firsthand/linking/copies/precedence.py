"""Which of two articles of a story can have had the text first."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from firsthand.lexicons.credits import AGENCIES
from firsthand.linking.copies.crediting import Credits
from firsthand.linking.copies.moments import subtract
from firsthand.linking.copies.profiles import Profile

# Pages are often dated by the day, or by when they were found: a credit outweighs that much in the dates.
CREDIT_OUTWEIGHS = timedelta(days=2)


class Precedence:
    """The order of a story's articles: by date; of one day an agency first, then the longer text, then by id.

    An article that credits another's publisher comes after it, even where the dates differ by up to two days.
    """

    def __init__(self, profiles: Sequence[Profile], credits: Sequence[Credits]) -> None:
        self.profiles = profiles
        self.credits = credits
        keys = {number: _make_key(profile) for number, profile in enumerate(profiles)}
        order = sorted(keys, key=lambda number: keys[number])
        self.rank: Mapping[int, int] = {number: rank for rank, number in enumerate(order)}

    def is_credited(self, original: int, copy: int) -> bool:
        """Whether the one credits the other's publisher, and not the other way round."""
        one, other = self.profiles[copy].publisher, self.profiles[original].publisher
        return other in self.credits[copy] and one not in self.credits[original]

    def is_before(self, original: int, copy: int) -> bool:
        """Whether the one can be the original of the other."""
        if original == copy:
            return False
        if self._is_turned(original, copy) or self._is_turned(copy, original):
            return self._is_turned(original, copy)
        return self.rank[original] < self.rank[copy]

    def _is_turned(self, original: int, copy: int) -> bool:
        """Whether a credit outweighs the dates."""
        if not self.is_credited(original, copy):
            return False
        gap = subtract(self.profiles[original].moment, self.profiles[copy].moment)
        return gap is None or gap <= CREDIT_OUTWEIGHS


def _make_key(profile: Profile) -> tuple[object, ...]:
    """By day, then the time where it is known; an agency and a long text before others of one day."""
    day, time = profile.moment.key
    is_agency = any(name.casefold() in AGENCIES for name in profile.names)
    return (day, time if profile.moment.time else "", not is_agency, -len(profile.text), profile.id)
