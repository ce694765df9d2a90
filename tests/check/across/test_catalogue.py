"""Every check across files is documented, under a code and a name of its own."""

import re

import pytest

from civalue_build.check.across.catalogue import DOCS, MESSAGE_LENGTH, finding
from civalue_build.check.registry import docs
from civalue_build.model.finding import CheckDoc
from civalue_build.model.place import Place
from civalue_build.source.faults.catalogue import FAULTS


def test_codes_run_in_order_and_no_code_or_name_belongs_to_another_check() -> None:
    codes = [doc.code for doc in DOCS]
    assert codes == sorted(codes)
    others = (*FAULTS, *docs())
    assert not {doc.code for doc in DOCS} & {doc.code for doc in others}
    assert not {doc.name for doc in DOCS} & {doc.name for doc in others}
    assert len({doc.name for doc in DOCS}) == len(DOCS)


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc.name)
def test_a_check_is_named_and_explained(doc: CheckDoc) -> None:
    assert re.fullmatch(r"CV5\d{3}", doc.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", doc.name)
    assert doc.summary.endswith(".")
    assert doc.explanation.endswith(".")


def test_a_message_keeps_to_one_short_line() -> None:
    found = finding(DOCS[0], "word\n" * 200, Place("f"))
    assert len(found.message) <= MESSAGE_LENGTH
    assert "\n" not in found.message
