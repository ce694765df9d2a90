"""What the measures of a case show after its change: improvement, or concern."""

from collections.abc import Iterator

from civalue_build.appraise.stretches import Stretch, points_of, reads, stretches
from civalue_build.model.case import Case
from civalue_build.model.enums import MeasureResult, MeasureRole, Reading
from civalue_build.model.estimate import PartialDate
from civalue_build.model.gate import Seen
from civalue_build.model.measures import Measure

FEWEST = 2


class Sights:
    """The measures of one case; each series is fitted once, and only where it is looked at."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._measures = {measure.id: measure for measure in case.measures}
        self._stretches: dict[str, tuple[Stretch, ...]] = {}
        self._seen: dict[tuple[str, Reading, tuple[int, int, int]], Seen | None] = {}

    def measure(self, name: str | None) -> Measure | None:
        """Return a measure by id; none where there is no such."""
        return self._measures.get(name or "")

    def has_series(self, measure: Measure) -> bool:
        """Whether a measure has two points or more that have a value."""
        return bool(self._parts(measure))

    def seen(
        self, measure: Measure, wanted: Reading, since: PartialDate | None = None
    ) -> Seen | None:
        """Return the first signal after a measure's change began that reads so, if there is one.

        `since` is when the change began where the measure does not say.
        """
        began = measure.change_on or since
        if began is None:
            return None
        key = measure.id, wanted, began.first_day
        if key not in self._seen:
            self._seen[key] = next(self._signals(measure, wanted, began), None)
        return self._seen[key]

    def _signals(self, measure: Measure, wanted: Reading, began: PartialDate) -> Iterator[Seen]:
        for part in self._parts(measure):
            for point, found in part.found_since(began):
                if found and reads(measure.better, found[1]) is wanted:
                    yield Seen(measure=measure.id, signal=found[0], reads=wanted, date=point.date)

    def concerns(self, of: Measure | None) -> Iterator[str]:
        """Go through the balancing measures that got worse: by a signal, or as a source says."""
        began = (of.change_on if of else None) or self.case.period.start
        for measure in self.case.measures:
            if measure.role is MeasureRole.BALANCING and measure is not of:
                is_worse = measure.result is MeasureResult.WORSE
                if is_worse or self.seen(measure, Reading.CONCERN, began):
                    yield measure.id

    def _parts(self, measure: Measure) -> tuple[Stretch, ...]:
        if measure.id not in self._stretches:
            points = points_of(self.case, measure)
            known = sum(point.value is not None for point in points)
            found = stretches(measure, points) if known >= FEWEST else ()
            self._stretches[measure.id] = found
        return self._stretches[measure.id]
