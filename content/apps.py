from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _


class ContentConfig(AppConfig):
    name = "content"
    label = "content"
    verbose_name = _("Content")

    def ready(self) -> None:
        import_module("content.contexts")
        owner = import_module("content.selectors.owner")
        post_save.connect(
            owner.forget_site_owner, sender=self.get_model("SiteOwner"), dispatch_uid="content-forget-site-owner"
        )
        stories = import_module("content.services.producers")
        post_save.connect(
            stories.producer_saved, sender="producers.Producer", dispatch_uid="content-producer-pages-follow"
        )
