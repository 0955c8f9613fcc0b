"""Who sells and ships (`Partner`), and at what price and stock (`StockRecord`)."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from oscar.apps.partner.abstract_models import AbstractPartner, AbstractStockRecord


class OutOfStock(Exception):  # noqa: N818  a refusal, which callers turn into a sentence
    """Fewer pieces are left than were asked for."""

    def __init__(self, stockrecord: "StockRecord", asked: int) -> None:
        super().__init__(f"{asked} of {stockrecord.partner_sku} asked for")
        self.stockrecord = stockrecord
        self.asked = asked


class Partner(AbstractPartner):
    """Seller of record. Usually a producer selling its own goods; a co-operative or sales point may sell for many."""

    producer = models.ForeignKey(
        "producers.Producer", models.PROTECT, null=True, blank=True, related_name="partners", verbose_name=_("producer")
    )
    commune = models.ForeignKey(
        "places.AdminUnit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("ships from")
    )
    dispatch_days_min = models.PositiveSmallIntegerField(_("dispatches after, working days"), default=1)
    dispatch_days_max = models.PositiveSmallIntegerField(_("dispatches within, working days"), default=2)


class StockRecord(AbstractStockRecord):
    """Price in whole đồng and pieces in stock. The database itself refuses to promise more than there is."""

    class Meta(AbstractStockRecord.Meta):
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(num_in_stock=None) | Q(num_allocated=None) | Q(num_allocated__lte=F("num_in_stock")),
                name="partner_never_oversold",
            ),
            models.CheckConstraint(
                condition=Q(num_allocated=None) | Q(num_allocated__gte=0), name="partner_allocated_positive"
            ),
        ]

    def allocate(self, quantity: int) -> None:
        """Reserve pieces in one conditional UPDATE, which serializes buyers of the last piece.

        Oscar's own update has no condition: eight buyers of one piece got eight orders. Raises `OutOfStock` and changes
        nothing when fewer are left.
        """
        if not self.can_track_allocations:
            return
        taken = Coalesce(F("num_allocated"), 0) + quantity
        updated = type(self)._default_manager.filter(pk=self.pk, num_in_stock__gte=taken).update(num_allocated=taken)
        if not updated:
            raise OutOfStock(self, quantity)
        self.refresh_from_db(fields=["num_allocated"])


from oscar.apps.partner.models import *  # noqa: E402, F403
