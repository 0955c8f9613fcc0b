"""Model fields that need more than Django brings."""

from typing import Any

from django.db import models

from .vietnamese import fold_words


class FoldedField(models.CharField[str, str]):
    """The folded words of other columns, kept up to date on every save and bulk insert; what look-ups compare with.

    `queryset.update()` and `bulk_update()` of a source column do not pass here: update this column with it.
    """

    def __init__(self, *args: Any, sources: tuple[str, ...] = (), **kwargs: Any) -> None:
        kwargs.setdefault("editable", False)
        kwargs.setdefault("default", "")
        self.sources = sources
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, path, args, kwargs = super().deconstruct()
        kwargs["sources"] = self.sources
        return name, path, args, kwargs

    def value_of(self, source: object) -> str:
        """The folded words of whatever has the source columns as attributes."""
        texts = (str(getattr(source, name) or "") for name in self.sources)
        return fold_words(" ".join(texts))[: self.max_length]

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        value = self.value_of(model_instance)
        setattr(model_instance, self.attname, value)
        return value
