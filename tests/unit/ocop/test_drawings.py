"""The picture for link previews and the old icon are drawn from the site's sign and colors."""

from pathlib import Path

from django.conf import settings
from PIL import Image

from ocop.assets import drawings

SOURCE = settings.BASE_DIR / "static"


def test_both_are_built_once(tmp_path: Path) -> None:
    sizes = drawings.build(SOURCE, tmp_path)
    share = tmp_path / "img" / "share.png"
    assert sizes["share.png"] < 60_000
    with Image.open(share) as picture:
        assert picture.size == drawings.SHARE_SIZE
        assert picture.getpixel((2, 2)) == (0xFA, 0xF7, 0xF1)
    with Image.open(tmp_path / "favicon.ico") as icon:
        assert icon.info["sizes"] == set(drawings.ICON_SIZES)
    built = share.stat().st_mtime_ns
    drawings.build(SOURCE, tmp_path)
    assert share.stat().st_mtime_ns == built


def test_the_sign_has_eight_pods_and_a_disc() -> None:
    assert len(drawings.outlines((SOURCE / "favicon.svg").read_text(encoding="utf-8"))) == 9
