"""QR symbols: what the encoder drew is what the path draws, with the quiet zone around it."""

import re

import qrcode
from qrcode.constants import ERROR_CORRECT_M

from traceability.qr import QUIET_ZONE, symbol

TEXT = "https://ocop.vn/01/09520123456788/21/15K3RMZC93JT2C7E"


def drawn(path: str, size: int) -> list[list[bool]]:
    matrix = [[False] * size for _ in range(size)]
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1H\1z", path):
        for column in range(int(x), int(x) + int(width)):
            matrix[int(y)][column] = True
    return matrix


def test_the_path_draws_the_symbol() -> None:
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(TEXT)
    made = symbol(TEXT)
    assert drawn(made.path, made.size) == code.get_matrix()


def test_the_size_is_that_of_the_standard_and_whole_pixels() -> None:
    made = symbol(TEXT)
    assert made.size == 33 + 2 * QUIET_ZONE  # version 4
    assert made.pixels == 3 * made.size
