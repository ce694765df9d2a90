from civalue_build.source.front_matter import Parts, part
from civalue_build.source.log import Log


def test_a_file_is_parted_with_the_lines_of_its_parts() -> None:
    log = Log("f")
    assert part("---\na: 1\nb: 2\n---\n\n## X\n", log) == Parts(
        yaml="a: 1\nb: 2\n", yaml_line=2, prose="\n## X\n", prose_line=5
    )
    assert log.findings == []


def test_blank_lines_above_and_blanks_after_the_hyphens_do_no_harm() -> None:
    parts = part("\n\n---  \na: 1\n--- \nx\n", Log("f"))
    assert parts == Parts(yaml="a: 1\n", yaml_line=4, prose="x\n", prose_line=6)


def test_front_matter_may_be_empty_and_the_text_may_be_missing() -> None:
    assert part("---\n---", Log("f")) == Parts(yaml="", yaml_line=2, prose="", prose_line=3)


def test_hyphens_inside_a_value_do_not_end_the_front_matter() -> None:
    parts = part("---\na: |\n  ---\nb: ----\n---\n", Log("f"))
    assert parts is not None
    assert parts.yaml == "a: |\n  ---\nb: ----\n"
