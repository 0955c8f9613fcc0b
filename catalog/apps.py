from oscar.apps.catalogue import apps


class CatalogueConfig(apps.CatalogueConfig):
    """Oscar's `catalogue`; the path says `catalog`, Oscar's label keeps its own spelling."""

    name = "catalog"
