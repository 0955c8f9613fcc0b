"""`manage.py search_rebuild`: the whole search index anew."""

from typing import Any

from django.core.management.base import BaseCommand

from search.services import index_rebuild


class Command(BaseCommand):
    help = "Make the search index anew from the catalog and the pages. Searches go on meanwhile."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{index_rebuild()} documents")
