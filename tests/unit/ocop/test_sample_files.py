"""The sample files agree with each other, before anything is loaded from them."""

from collections import Counter

from ocop.demo.files import PICTURES, rows
from ocop.demo.goods import parts


def pictures() -> list[dict[str, str]]:
    return list(rows("pictures/pictures.csv"))


def test_pictures_have_a_title_of_their_own_that_is_no_file_name() -> None:
    titles = [row["title"] for row in pictures()]

    assert len(titles) == len(set(titles))
    assert not [title for title in titles if "/" in title or ".webp" in title]
    assert all((PICTURES / row["file"]).exists() for row in pictures())


def test_no_list_of_producers_is_made_of_one_picture() -> None:
    makers = {row["producer"] for name in parts("products") for row in rows(name) if row["is_alcohol"] != "1"}
    used = Counter(row["picture"] for name in parts("producers") for row in rows(name) if row["slug"] in makers)

    assert max(used.values()) <= 8
