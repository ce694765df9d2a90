"""A sum is known again by what it adds up, whatever it is called, and told once."""

from civalue_build.model.explained import Explained, How, Sort, What
from civalue_build.present.case.explained.earlier import Earlier
from civalue_build.present.case.explained.group import Group

GROUP = Group(id="how-headline", title="The headline", nodes=())
ONE = Explained("lines.one.discounted", What.DISCOUNTED, Sort.MONEY, 1.0, How.STATED)
TWO = Explained("lines.two.discounted", What.DISCOUNTED, Sort.MONEY, 2.0, How.STATED)


def made(name: str, how: How, *terms: Explained) -> Explained:
    return Explained(name, What.NPV, Sort.MONEY, 3.0, how, terms)


def test_the_same_sum_under_another_name_was_told_before() -> None:
    earlier = Earlier()
    assert not earlier.told(GROUP, "Costs", made("a", How.SUM, ONE, TWO))
    assert earlier.told(GROUP, "Pays", made("b", How.SUM, ONE, TWO)) == "The headline › Costs"


def test_the_same_terms_in_another_operation_or_order_are_another_sum() -> None:
    earlier = Earlier()
    earlier.told(GROUP, "Sum", made("a", How.SUM, ONE, TWO))
    assert not earlier.told(GROUP, "Net", made("b", How.DIFFERENCE, ONE, TWO))
    assert not earlier.told(GROUP, "Net", made("c", How.DIFFERENCE, TWO, ONE))


def test_sums_of_the_same_sums_are_the_same() -> None:
    earlier = Earlier()
    first = made("a.net", How.DIFFERENCE, made("a.gains", How.SUM, ONE), made("a.pays", How.SUM))
    again = made("b.net", How.DIFFERENCE, made("b.gains", How.SUM, ONE), made("b.pays", How.SUM))
    earlier.told(GROUP, "Net", first)
    assert earlier.told(GROUP, "Net", again)


def test_a_number_that_is_only_stated_is_told_each_time() -> None:
    earlier = Earlier()
    assert not earlier.told(GROUP, "One", ONE)
    assert not earlier.told(GROUP, "One", ONE)
