"""The public API, version 1: what the shop tells to programs. Reading only; never liquor, never a tax code."""

from .router import api

__all__ = ["api"]
