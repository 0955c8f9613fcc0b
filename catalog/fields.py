"""Model fields that need more than Django brings."""

from typing import Any

from django.db import models

from .vietnamese import fold_words


class FoldedField(models.CharField[str, str]):
    """The folded words of other columns, kept up to date on every save and bulk insert; what look-ups compare with.

    `queryset.update()` of a source column does not pass here: update this column with it.
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

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        texts = (str(getattr(model_instance, source) or "") for source in self.sources)
        value = fold_words(" ".join(texts))[: self.max_length]
        setattr(model_instance, self.attname, value)
        return value
