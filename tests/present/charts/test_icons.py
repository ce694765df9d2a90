from xml.etree import ElementTree as ET

import pytest
from markupsafe import Markup

from civalue_build.model.enums import Assurance, Reading, Variation
from civalue_build.present.charts.icons import assurance_icon, point_icon, variation_icon

ALL = [
    *(variation_icon(state) for state in Variation),
    *(assurance_icon(state) for state in (*Assurance, None)),
    *(point_icon(reads) for reads in (*Reading, None)),
]


def test_every_state_has_a_picture_of_its_own() -> None:
    assert len(set(ALL)) == len(ALL) == 7 + 4 + 4


def test_states_differ_without_their_colour() -> None:
    bare = {_without_colour(icon) for icon in ALL}
    assert len(bare) == len(ALL)


def _without_colour(icon: Markup) -> str:
    root = ET.fromstring(str(icon))  # noqa: S314 our own drawing
    for element in root.iter():
        for name in ("fill", "stroke"):
            element.attrib.pop(name, None)
    return ET.tostring(root, encoding="unicode")


@pytest.mark.parametrize("icon", ALL)
def test_a_picture_is_silent_since_words_stand_beside_it(icon: Markup) -> None:
    assert 'aria-hidden="true"' in icon
