"""Words come back escaped for where they stand."""

import json

from civalue_build.publish.words import Words

TEXT = "A \"b\" & <c> 'd' \\ 日\n"


def test_a_word_comes_back_in_every_kind_of_file() -> None:
    words = Words()
    marker = words.hide(TEXT)
    assert words.show(f"x {marker} y") == f"x {TEXT} y"
    assert words.show_html(f'<a title="{marker}">') == (
        '<a title="A &quot;b&quot; &amp; &lt;c&gt; &#x27;d&#x27; \\ 日\n">'
    )
    assert json.loads(words.show_json(f'{{"title": "{marker}"}}'))["title"] == (
        "A \"b\" &amp; &lt;c&gt; 'd' \\ 日\n"
    )


def test_the_eleventh_word_is_not_taken_for_the_first() -> None:
    words = Words()
    hidden = [words.hide(f"word {number}") for number in range(12)]
    assert words.show(" ".join(hidden)) == " ".join(f"word {number}" for number in range(12))


def test_one_text_has_one_marker() -> None:
    words = Words()
    assert words.hide(TEXT) == words.hide(TEXT)
