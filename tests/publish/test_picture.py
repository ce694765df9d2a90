"""The picture of the site is the same on every computer, and shows no empty boxes."""

import io

from PIL import Image

from civalue_build.publish.picture import HEIGHT, WIDTH, picture


def test_it_has_the_size_that_programs_expect_and_is_the_same_each_time() -> None:
    made = picture("Value of improvement", "Case by case.")
    assert Image.open(io.BytesIO(made)).size == (WIDTH, HEIGHT)
    assert made == picture("Value of improvement", "Case by case.")


def test_other_words_give_another_picture_even_with_letters_of_other_languages() -> None:
    assert picture("Gŵyl £5", "a") != picture("Gwyl 5", "a")


def test_a_text_with_letters_that_the_font_lacks_is_left_out() -> None:
    assert picture("日本語", "Case by case.") == picture("", "Case by case.")


def test_a_long_title_stays_inside_the_picture() -> None:
    long = Image.open(io.BytesIO(picture("word " * 100, "word " * 300))).convert("RGB")
    ground = long.getpixel((2, 2))
    edges = {long.getpixel((WIDTH - 1, y)) for y in range(HEIGHT - 30)}
    below = {long.getpixel((x, HEIGHT - 25)) for x in range(WIDTH)}
    assert edges == below == {ground}
