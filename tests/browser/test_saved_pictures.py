"""Pictures that a reader takes along: they are what the screen shows, they say where they come from, and nothing in
them runs."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

from tests.browser.canvas import Canvas

HEAD = 62
"""Pixels of the screen above the network in a saved picture."""
SHARP = 2
GLENCORE, UK = "deal/glencore-orion-memorandum", "country/GB"


def save(canvas: Canvas, kind: str, folder: Path) -> Path:
    """Take a picture along by the toolbar's menu."""
    canvas.root.locator("[data-tool=save]").click()
    with canvas.page.expect_download() as coming:
        canvas.root.locator(f"[data-does={kind}]").click()
    coming.value.save_as(folder / coming.value.suggested_filename)
    return folder / coming.value.suggested_filename


def show_on_screen(canvas: Canvas) -> Image.Image:
    return Image.open(BytesIO(canvas.root.locator(".lg-net").screenshot())).convert("RGB")


def differ(one: Image.Image, other: Image.Image) -> float:
    """The part of the pixels that differ plainly, the edges of letters aside, which no two sizes share."""
    soft = [image.filter(ImageFilter.GaussianBlur(2)) for image in (one, other)]
    unlike = ImageChops.difference(*soft).convert("L").point(lambda value: 255 if value > 40 else 0)
    return unlike.histogram()[255] / (one.width * one.height)


def test_a_saved_picture_is_what_the_screen_shows_with_what_is_hidden_left_out(canvas: Canvas, tmp_path: Path) -> None:
    canvas.click(UK)
    canvas.page.keyboard.press("Delete")
    canvas.legend("label:Person")
    canvas.page.mouse.move(0, 0)
    canvas.page.wait_for_timeout(500)
    screen = show_on_screen(canvas)

    file = save(canvas, "png", tmp_path)

    whole = Image.open(file).convert("RGB")
    at = (0, HEAD * SHARP, screen.width * SHARP, (HEAD + screen.height) * SHARP)
    network = whole.crop(at).resize(screen.size, Image.Resampling.BOX)
    assert file.name == "lodegraph-network.png"
    assert whole.width == screen.width * SHARP and whole.height > (screen.height + HEAD) * SHARP
    assert differ(screen, network) < 0.002
    assert differ(screen, screen.transpose(Image.Transpose.FLIP_LEFT_RIGHT)) > 0.02, "the comparison sees no difference"


def test_a_picture_for_a_slide_has_its_size_and_all_that_is_shown_wherever_one_looks(
    canvas: Canvas, tmp_path: Path
) -> None:
    for _ in range(6):
        canvas.tool("zoomIn")
    before = canvas.root.evaluate("e => e.positions()")

    picture = Image.open(save(canvas, "slide", tmp_path)).convert("RGB")

    middle = picture.crop((0, 200, picture.width, picture.height - 200))
    right, left = middle.crop((2600, 0, 3840, 1760)), middle.crop((0, 0, 1240, 1760))
    assert picture.size == (3840, 2160)
    assert all(len(part.getcolors(10_000_000) or ()) > 50 for part in (left, right)), "a side of the slide is empty"
    assert canvas.root.evaluate("e => e.positions()") == before


def test_a_drawing_in_svg_names_all_that_is_shown_and_its_source_and_holds_no_script(
    canvas: Canvas, tmp_path: Path
) -> None:
    canvas.legend("label:Person")
    canvas.click(GLENCORE)

    text = save(canvas, "svg", tmp_path).read_text(encoding="utf-8")

    shown = canvas.page.context.new_page()
    shown.set_content(text[text.index("<svg") :])
    words = " ".join(shown.locator("svg text").all_text_contents())
    assert "Glencore–Orion" in words and "Christopher" not in words
    assert "is party to" in words, "what a line of the chosen node means is on the screen, and not in the drawing"
    assert "Records: The 2026 Critical Minerals Ministerial (critical-minerals-2026), version " in words
    assert "nodes" in words and "hidden" in words
    assert shown.locator("svg path").count() > 100
    assert "<script" not in text and "href" not in text
