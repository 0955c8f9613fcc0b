"""QR symbols as one SVG path, without inline style. Pure functions (GS1: Model 2, level M, quiet zone 4)."""

from dataclasses import dataclass
from functools import lru_cache

import qrcode
from qrcode.constants import ERROR_CORRECT_M

QUIET_ZONE = 4


@dataclass(frozen=True, slots=True)
class Symbol:
    """`size` in modules with the quiet zone on both sides, and the dark modules as SVG path data in that box."""

    size: int
    path: str

    @property
    def pixels(self) -> int:
        """Side on the screen: three whole pixels a module, because a fraction makes modules of unequal width."""
        return self.size * 3


@lru_cache(maxsize=512)
def symbol(text: str) -> Symbol:
    """The symbol for a text, about 5 ms the first time."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(text)
    matrix = code.get_matrix()
    return Symbol(len(matrix), "".join(_row(y, modules) for y, modules in enumerate(matrix)))


def _row(y: int, modules: list[bool]) -> str:
    """Each run of dark modules as one rectangle."""
    path, start = "", None
    for x, is_dark in enumerate([*modules, False]):
        if is_dark and start is None:
            start = x
        elif not is_dark and start is not None:
            path += f"M{start} {y}h{x - start}v1H{start}z"
            start = None
    return path
