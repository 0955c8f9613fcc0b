"""A StreamField whose block definitions stay out of migrations."""

from typing import Any

from wagtail.fields import StreamField


class BlockField(StreamField):
    """Stores the same JSON as `StreamField`.

    Wagtail 8 writes every block with its labels and help texts into migrations: a reworded hint would need one, and an
    old migration would import blocks that are long gone. The column never changes, so nothing of that is needed.
    """

    def __init__(self, block_types: Any = (), **kwargs: Any) -> None:
        super().__init__(block_types, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs
