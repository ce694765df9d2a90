"""The headline as the sum of what its lines are worth, and how it moves with their inputs."""

from collections.abc import Callable, Iterable, Mapping
from typing import Self

from civalue_build.appraise.number import Number, Values
from civalue_build.appraise.worth import Worth
from civalue_build.model.record import record


@record
class Total:
    """A sum over lines; `values` has the central number of every key of the case.

    `each` is what every line is worth with central numbers, `users` which lines use a key. `bent`
    are the keys along which the sum is no straight line.
    """

    lines: tuple[Worth, ...]
    values: Mapping[str, float]
    each: tuple[float, ...]
    users: Mapping[str, frozenset[int]]
    bent: frozenset[str]

    @classmethod
    def of(cls, lines: Iterable[Worth], values: Mapping[str, float]) -> Self:
        """Return the sum of lines whose numbers are in `values`."""
        given, users = tuple(lines), dict[str, set[int]]()
        for number, line in enumerate(given):
            for key in line.keys:
                users.setdefault(key, set()).add(number)
        return cls(
            lines=given,
            values=values,
            each=tuple(float(line.at(values)) for line in given),
            users={key: frozenset(numbers) for key, numbers in users.items()},
            bent=frozenset(key for line in given for key in line.bent),
        )

    @property
    def shared(self) -> tuple[str, ...]:
        """The keys that several lines use."""
        return tuple(key for key, numbers in self.users.items() if len(numbers) > 1)

    @property
    def central(self) -> float:
        """The sum with every number as it is."""
        return sum(self.each, 0.0)

    def at(self, changed: Values) -> Number:
        """Return the sum with some inputs changed, all others central."""
        return _added(self.lines, {**self.values, **changed})

    def along(self, key: str) -> Callable[[float], float]:
        """Return the sum as a function of one input, all others central."""
        numbers = self.users.get(key, frozenset())
        own = [self.lines[number] for number in numbers]
        values = {used: self.values[used] for line in own for used in line.keys}
        rest = sum([worth for number, worth in enumerate(self.each) if number not in numbers], 0.0)

        def moved(value: float) -> float:
            values[key] = value
            return float(_added(own, values)) + rest

        return moved


def _added(lines: Iterable[Worth], values: Values) -> Number:
    added: Number = 0.0
    for line in lines:
        added = added + line.at(values)
    return added
