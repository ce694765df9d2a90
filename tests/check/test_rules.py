"""Every rule does what its documentation says, and the set of rules hangs together."""

import re
from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import pytest

from civalue_build.check import rules
from civalue_build.check.judge import inquire, judge
from civalue_build.check.registry import RULES, docs
from civalue_build.check.rule import Rule
from civalue_build.model.enums import Level, Standing
from civalue_build.model.place import KeyPath
from civalue_build.source.faults.catalogue import FAULTS
from tests.check.library import framework, judged, load, overlaid, subject_of

subject = cache(lambda example: subject_of(overlaid(example)))
"""The sound case with an example laid over it, as it is judged, and where its parts stand."""
ALL = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def test_the_sound_case_has_no_finding_and_is_shown_on_every_principle() -> None:
    judgement = judged(overlaid())
    assert judgement.findings == ()
    assert judgement.waived == ()
    assert len(judgement.verdicts) == 10
    assert {verdict.standing for verdict in judgement.verdicts.values()} == {Standing.SHOWN}


@ALL
def test_the_failing_example_of_a_rule_gives_its_finding_and_no_other(rule: Rule) -> None:
    found = judge(*subject(rule.doc.fails)).findings
    assert {finding.code for finding in found} == {rule.code}


@ALL
def test_the_failing_example_of_a_rule_fails_where_it_says(rule: Rule) -> None:
    paths = [path for found, (path, _) in inquire(subject(rule.doc.fails)[0]) if found is rule]
    assert [_dotted(path) for path in paths] == [rule.fails_at]


@ALL
def test_the_passing_example_of_a_rule_passes_it(rule: Rule) -> None:
    assert rule.name not in {found.name for found, _ in inquire(subject(rule.doc.passes)[0])}


@ALL
def test_the_passing_example_of_a_rule_is_not_at_fault_in_another_way(rule: Rule) -> None:
    found = judge(*subject(rule.doc.passes)).findings
    assert [finding.code for finding in found if finding.level is Level.ERROR] == []


def test_a_case_without_an_aim_is_not_told_what_the_aim_lacks() -> None:
    sound, _ = subject_of(overlaid())
    without = replace(sound, case=replace(sound.case, aim=None))
    told = [message for _, (path, message) in inquire(without) if path[0] == "aim"]
    assert len(told) >= 3
    assert [message for message in told if "the aim" in message] == []


@ALL
def test_the_messages_of_a_rule_are_phrases(rule: Rule) -> None:
    for found, (_, message) in inquire(subject(rule.doc.fails)[0]):
        if found is rule:
            first = message.lstrip("“0123456789,%. ")[:1]
            assert first == first.lower() or message.startswith("“")
            assert not message.endswith(".")
            assert "\n" not in message


@ALL
def test_a_rule_documents_itself(rule: Rule) -> None:
    assert rule.doc.summary.endswith(".")
    assert rule.doc.explanation
    assert load(rule.doc.fails)
    assert load(rule.doc.passes) or "{}" in rule.doc.passes


@ALL
def test_the_code_of_a_rule_is_in_the_range_of_its_subject(rule: Rule) -> None:
    number = int(rule.code.removeprefix("CV"))
    assert re.fullmatch(r"CV0\d\d|CV[1-9]\d\d|CV[1-9]\d\d\d", rule.code)
    if rule.principle:
        order = {principle.id: principle.number for principle in framework().principles}
        assert number // 100 == order[rule.principle]
    else:
        assert 50 <= number <= 99 or 2000 < number < 5000


def test_codes_and_names_belong_to_one_check_each() -> None:
    documented = [*FAULTS, *docs()]
    for values in ([doc.code for doc in documented], [doc.name for doc in documented]):
        assert len(values) == len(set(values))


def test_each_module_of_the_rules_holds_one_rule_of_its_own_name() -> None:
    modules = [info.name for info in iter_modules(rules.__path__)]
    assert sorted(modules) == sorted(rule.name.replace("-", "_") for rule in RULES)
    for name in modules:
        module = import_module(f"{rules.__name__}.{name}")
        assert [key for key, value in vars(module).items() if isinstance(value, Rule)] == [name]


def test_every_principle_is_judged_by_at_least_two_rules_of_evidence() -> None:
    for principle in framework().principles:
        judges = [rule for rule in RULES if rule.evidence and rule.principle == principle.id]
        assert len(judges) >= 2
        assert {rule.level for rule in judges} == {Level.GAP}


def test_rules_of_private_data_are_errors_or_gaps() -> None:
    assert all(rule.level is not Level.ADVICE for rule in RULES if rule.code.startswith("CV3"))


def test_rules_of_language_are_advice() -> None:
    language = [rule for rule in RULES if rule.code.startswith("CV4") and len(rule.code) == 6]
    assert {rule.level for rule in language} == {Level.ADVICE}


def test_documentation_is_in_the_order_of_codes() -> None:
    numbers = [int(doc.code.removeprefix("CV")) for doc in docs()]
    assert numbers == sorted(numbers)


def _dotted(path: KeyPath) -> str:
    return ".".join(str(step) for step in path)
