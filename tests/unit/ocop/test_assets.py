"""What `build_assets` makes keeps its budgets."""

import gzip
import io
from pathlib import Path

import pytest
from django.conf import settings
from fontTools.ttLib import TTFont

from ocop.assets import bundles, fonts

CSS = settings.BASE_DIR / "static" / "css"
VIETNAMESE = "ẶẮẰẲẴẤẦẨẪẬẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰỲỶỸỴĐđơưă₫"


@pytest.fixture(scope="module")
def faces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fonts")
    fonts.build(folder)
    return folder


@pytest.mark.parametrize("name", [face.file for face in fonts.FACES])
def test_a_face_is_small_and_has_every_vietnamese_letter(faces: Path, name: str) -> None:
    path = faces / name
    assert path.stat().st_size <= 18 * 1024
    with TTFont(io.BytesIO(path.read_bytes())) as font:
        letters = font.getBestCmap()
    assert [letter for letter in VIETNAMESE if ord(letter) not in letters] == []


def test_the_sans_face_has_a_weight_axis_that_changes_widths(faces: Path) -> None:
    with TTFont(faces / "sans.woff2") as font:
        axes = [(axis.axisTag, axis.minValue, axis.maxValue) for axis in font["fvar"].axes]
        assert axes == [("wght", 400, 600)]
        assert "o" in font["gvar"].variations


def test_building_again_changes_nothing(faces: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in faces.iterdir()}
    fonts.build(faces)
    assert {path.name: path.stat().st_mtime_ns for path in faces.iterdir()} == before


@pytest.mark.parametrize(("name", "budget"), [("site.css", 15), ("scan.css", 6)])
def test_a_bundle_keeps_its_budget(tmp_path: Path, name: str, budget: int) -> None:
    bundles.build(CSS, tmp_path)
    assert len(gzip.compress((tmp_path / name).read_bytes())) <= budget * 1024


def test_the_scan_answer_loads_one_face(tmp_path: Path) -> None:
    bundles.build(CSS, tmp_path)
    assert (tmp_path / "scan.css").read_text().count("url(") == 1


def test_minified_keeps_strings_and_drops_comments() -> None:
    source = '/* why */\n.a {\n  color: var(--color-ink);\n  content: "/" / "";\n}\n'
    assert bundles.minified(source) == '.a{color:var(--color-ink);content:"/" / ""}'
