"""No photo gets into the library without words for those who do not see it."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from catalog.photos.models import Photo
from tests.factories.content import make_staff


def picture() -> SimpleUploadedFile:
    content = BytesIO()
    Image.new("RGB", (40, 50), "white").save(content, "PNG")
    return SimpleUploadedFile("hinh.png", content.getvalue(), "image/png")


@pytest.mark.parametrize(("description", "kept"), [("", 0), ("   ", 0), ("Đồi chè lúc sáng sớm", 1)])
def test_alternative_text_is_required(client: Client, description: str, kept: int) -> None:
    client.force_login(make_staff("Editors"))
    data = {"title": "Đồi chè", "file": picture(), "description": description, "tags": ""}

    response = client.post(reverse("wagtailimages:add"), data)

    assert Photo.objects.count() == kept
    if not kept:
        assert "Hãy viết vài chữ cho biết hình có gì." in response.content.decode()
