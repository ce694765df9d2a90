"""Parts of formulas, each with what it comes to."""

from collections.abc import Iterable
from typing import NamedTuple


class Term(NamedTuple):
    """A part of a formula: a cell, or arithmetic on cells, and its number."""

    text: str
    value: float


ONE = Term("1", 1.0)
NOTHING = Term("0", 0.0)


def product(terms: Iterable[Term]) -> Term:
    """Return terms multiplied; a factor 1 that is no cell is left out."""
    texts, value = [], 1.0
    for term in terms:
        value *= term.value
        if term is not ONE:
            texts.append(term.text)
    return Term("*".join(texts), value) if texts else ONE


def total(terms: Iterable[Term]) -> Term:
    """Return terms added up, in brackets where there are several."""
    given = list(terms)
    if len(given) < 2:
        return given[0] if given else NOTHING
    return Term(f"({'+'.join(term.text for term in given)})", sum(term.value for term in given))


def rest(term: Term) -> Term:
    """Return 1 − the term."""
    return Term(f"(1-{term.text})", 1 - term.value)


def power(term: Term, exponent: int) -> Term:
    """Return a term to the power of a whole number; 1 for the power 0."""
    if exponent == 0:
        return ONE
    return term if exponent == 1 else Term(f"{term.text}^{exponent}", term.value**exponent)


def loss(term: Term) -> Term:
    """Return the term with its sign turned."""
    return Term(f"(-{term.text})", -term.value)
