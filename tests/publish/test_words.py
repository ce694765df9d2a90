"""Words come back escaped for where they stand."""

from civalue_build.publish.words import Words

TEXT = "A \"b\" & <c> 'd' \\ 日\n"


def test_a_word_comes_back_in_every_kind_of_file() -> None:
    words = Words()
    marker = words.hide(TEXT)
    assert words.show(f"x {marker} y") == f"x {TEXT} y"
    assert words.show_html(f'<a title="{marker}">') == (
        '<a title="A &quot;b&quot; &amp; &lt;c&gt; &#x27;d&#x27; \\ 日\n">'
    )


def test_a_link_comes_back_as_it_was() -> None:
    words = Words()
    html = f'<a href="{words.hide_link("../a%20b/index.html")}">'
    assert words.show_html(html) == '<a href="../a%20b/index.html">'


def test_the_eleventh_word_is_not_taken_for_the_first() -> None:
    words = Words()
    hidden = [words.hide(f"word {number}") for number in range(12)]
    assert words.show(" ".join(hidden)) == " ".join(f"word {number}" for number in range(12))


def test_one_text_has_one_marker() -> None:
    words = Words()
    assert words.hide(TEXT) == words.hide(TEXT)
