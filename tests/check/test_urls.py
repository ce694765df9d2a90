"""Places inside addresses are known."""

from civalue_build.check.urls import hide_dois, in_urls


def test_places_inside_addresses_are_told_from_those_outside() -> None:
    text = "a https://x.org/b c HTTP://y.org d"
    is_inside = in_urls(text)
    assert all(is_inside(text.index(word)) for word in ("https", "/b", "HTTP", "y.org"))
    assert not any(is_inside(text.index(word)) for word in ("a", " c", " d"))


def test_names_of_publications_become_blanks_of_the_same_length() -> None:
    text = "see doi:10.1136/bmj.1 or https://doi.org/10/943 now 10.5/x"
    hidden = hide_dois(text)
    assert len(hidden) == len(text)
    assert hidden.split() == ["see", "doi:", "or", "https://", "now", "10.5/x"]
