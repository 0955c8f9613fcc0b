"""Saving through services: what a service refuses stands beside its field, and nothing that was typed is lost."""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import QuerySet
from django.forms import BaseForm
from django.http import HttpResponse
from wagtail.admin.views.generic import CreateView, EditView, IndexView
from wagtail.log_actions import log

from catalog.vietnamese import fold_words


def show_errors(form: BaseForm, error: ValidationError) -> None:
    """Put what a service refused beside the fields it names; the rest on top."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, errors in error.error_dict.items():
        form.add_error(name if name in form.fields and name != NON_FIELD_ERRORS else None, errors)


class _SavedByService:
    """`write(values)` calls the service with the cleaned values and answers the saved row."""

    log_action = ""

    def write(self, values: dict[str, Any]) -> Any:
        raise NotImplementedError

    def save_instance(self) -> Any:
        saved = self.write(dict(self.form.cleaned_data))  # type: ignore[attr-defined]
        log(instance=saved, action=self.log_action, user=self.request.user)  # type: ignore[attr-defined]
        return saved

    def form_valid(self, form: BaseForm) -> HttpResponse:
        try:
            response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        except ValidationError as error:
            show_errors(form, error)
            self.produced_error_code = "validation_error"
            self.produced_error_message = self.get_error_message()  # type: ignore[attr-defined]
            response = self.form_invalid(form)  # type: ignore[attr-defined]
        return response


class ServiceCreateView(_SavedByService, CreateView):
    log_action = "wagtail.create"


class ServiceEditView(_SavedByService, EditView):
    log_action = "wagtail.edit"


class FoldedIndexView(IndexView):
    """A list that is searched like everything else here: by words, with or without accents."""

    search_fields = ("folded",)

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        for word in fold_words(self.search_query or "").split():
            queryset = queryset.filter(folded__contains=word)
        return queryset
