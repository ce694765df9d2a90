from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from civalue_build.source.folder.pictures import Allowance, kind_of, read_picture
from civalue_build.source.log import Log


def picture(kind: str, mode: str = "RGB", size: tuple[int, int] = (8, 4), **settings: Any) -> bytes:
    out = BytesIO()
    Image.new(mode, size, 128 if mode == "L" else None).save(out, kind, **settings)
    return out.getvalue()


def read(name: str, data: bytes) -> tuple[bytes | None, list[str]]:
    log = Log(name)
    found = read_picture(name, data, log, Allowance())
    return found.content if found else None, [f"{f.code} {f.message}" for f in log.findings]


@pytest.mark.parametrize(
    ("kind", "name"), [("PNG", "x.png"), ("JPEG", "x.JPG"), ("WEBP", "x.webp")]
)
def test_a_picture_stays_of_its_kind_and_size_and_is_the_same_every_time(
    kind: str, name: str
) -> None:
    content, found = read(name, picture(kind))
    assert found == []
    assert content is not None
    assert kind_of(content) == kind
    assert Image.open(BytesIO(content)).size == (8, 4)
    assert read(name, picture(kind))[0] == content


def test_what_a_camera_wrote_into_a_picture_is_gone() -> None:
    exif = Image.Exif()
    exif[0x010E] = "Ward 7, bed 12"
    content, _ = read("x.jpg", picture("JPEG", exif=exif, comment=b"Ward 7"))
    assert content is not None
    assert b"Ward 7" not in content
    assert not Image.open(BytesIO(content)).getexif()


def test_texts_and_what_follows_a_png_are_gone() -> None:
    info = PngInfo()
    info.add_text("Author", "Somebody")
    content, _ = read("x.png", picture("PNG", pnginfo=info) + b"<script>alert(1)</script>")
    assert content is not None
    assert b"Somebody" not in content
    assert b"script" not in content


@pytest.mark.parametrize(
    ("kind", "name"), [("PNG", "x.png"), ("JPEG", "x.jpg"), ("WEBP", "x.webp")]
)
def test_a_colour_profile_is_gone(kind: str, name: str) -> None:
    content, _ = read(name, picture(kind, icc_profile=b"Ward 7, bed 12" * 20))
    assert content is not None
    assert b"Ward 7" not in content


def test_a_turned_photograph_is_shown_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    content, _ = read("x.jpg", picture("JPEG", exif=exif))
    assert content is not None
    assert Image.open(BytesIO(content)).size == (4, 8)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_pictures_of_every_mode_are_read(mode: str) -> None:
    kind, name = ("JPEG", "x.jpg") if mode == "CMYK" else ("PNG", "x.png")
    assert read(name, picture(kind, mode))[1] == []


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("x.png", b"GIF89a\x01\x00\x01\x00", "the file is not a PNG, JPEG or WebP picture"),
        ("x.png", b"<svg/>", "the file is not a PNG, JPEG or WebP picture"),
        ("x.png", b"", "the file is not a PNG, JPEG or WebP picture"),
        ("x.png", picture("JPEG"), "the picture is JPEG; its name ends in .jpg or .jpeg"),
        ("x.png", picture("PNG")[:40], "the picture is damaged, or far too large"),
        ("x.jpg", b"\xff\xd8\xff" + b"\x00" * 500, "the picture is damaged, or far too large"),
        ("x.webp", b"RIFF\x00\x00\x00\x00WEBP", "the picture is damaged, or far too large"),
    ],
)
def test_what_is_no_picture_is_refused(name: str, data: bytes, message: str) -> None:
    assert read(name, data) == (None, [f"CV045 {message}"])


def test_a_picture_of_too_many_bytes_is_refused() -> None:
    content, found = read("x.png", picture("PNG") + b"\x00" * 4_000_000)
    assert content is None
    assert found[0].startswith("CV002")


def test_a_small_file_of_many_pixels_is_refused_before_it_is_unpacked() -> None:
    content, found = read("x.png", picture("PNG", "1", (4_000, 4_001)))
    assert content is None
    limit = "at most 16,000,000 are read, and 24,000,000 in one case"
    assert found == [f"CV045 the picture has 16,004,000 pixels; {limit}"]


def test_the_pictures_of_a_case_have_one_allowance_of_pixels() -> None:
    log, allowance = Log("x.png"), Allowance(pixels=40)
    found = [read_picture("x.png", picture("PNG"), log, allowance) for _ in range(2)]
    assert [one is not None for one in found] == [True, False]
    assert [one.code for one in log.findings] == ["CV045"]
