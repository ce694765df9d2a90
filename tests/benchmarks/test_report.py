"""What the table says of a budget is what was measured."""

import pytest

from benchmarks.process import Sample
from benchmarks.report import Results, as_data, as_markdown, budgets
from benchmarks.tasks import Task


def measured(**seconds: float) -> Results:
    tasks = [Task(id=name.replace("_", "-"), label=name, command=[]) for name in seconds]
    samples = {
        (1000, name.replace("_", "-")): [Sample(seconds=took, peak=80_000_000)]
        for name, took in seconds.items()
    }
    return Results(tasks={1000: tasks}, samples=samples)


def found(results: Results, task: str) -> str:
    listed = as_data(results, {})["budgets"]
    return str(next(b["result"] for b in listed if b["task"] == task and b["cases"] == 1000))


@pytest.mark.parametrize(("build", "mkdocs", "result"), [(3.0, 10.0, "met"), (3.0, 8.0, "missed")])
def test_a_ratio_is_of_the_engine_in_the_same_run(build: float, mkdocs: float, result: str) -> None:
    assert found(measured(build=build, mkdocs=mkdocs), "build") == result


def test_a_budget_without_a_measurement_is_neither_met_nor_missed() -> None:
    results = measured(build=3.0)
    assert found(results, "build") == "not measured"
    assert found(results, "check") == "not measured"


def test_growth_in_step_has_the_exponent_one() -> None:
    samples = {(n, "build"): [Sample(seconds=n / 1000)] for n in (10_000, 100_000)}
    results = Results(tasks={n: [] for n, _ in samples}, samples=samples)
    assert results.exponent(100_000, 10_000, "build") == pytest.approx(1)


def test_the_table_has_a_row_for_every_task() -> None:
    said = as_markdown(measured(check=1.2, build=3.0, mkdocs=10.0), {"cores": "4"})
    rows = [line for line in said.splitlines() if line.startswith("| check |")]
    assert rows == ["| check | 1.20 s | 1.20–1.20 | 0.120 | – | 80 MB | ≤ 1.5 s | met |"]


def test_every_budget_is_of_a_known_shape() -> None:
    empty = Results(tasks={}, samples={})
    assert len(as_data(empty, {})["budgets"]) == len(budgets()) > 10
