"""Who runs the site: what the law wants at the foot of every page (Decree 52/2013, article 29)."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="site")
class SiteOwner(BaseGenericSetting):
    """One row. `content.selectors.owner.site_owner` reads it through the cache."""

    name = models.CharField(_("legal name"), max_length=160, default="Công ty TNHH Sản Vật Mẫu (tên minh họa)")
    name_en = models.CharField(
        _("name in English"), max_length=160, blank=True, default="San Vat Mau Co., Ltd (illustrative name)"
    )
    address = models.CharField(_("address"), max_length=240, default="Số 1 đường Mẫu, phường Hải Châu, TP. Đà Nẵng")
    registration = models.CharField(
        _("registration number, office and date"), max_length=240,
        default="Mã số doanh nghiệp 0000 000 000, do Sở Tài chính TP. Đà Nẵng cấp ngày 05/01/2026",
    )  # fmt: skip
    registration_en = models.CharField(
        _("registration in English"), max_length=240, blank=True,
        default="Business registration 0000 000 000, issued by the Department of Finance of Da Nang on 05/01/2026",
    )  # fmt: skip
    responsible = models.CharField(_("responsible for the content"), max_length=120, default="Nguyễn Văn Mẫu")
    phone = models.CharField(_("phone"), max_length=30, default="0236 000 0000")
    hours = models.CharField(_("phone hours"), max_length=80, default="7:30–21:00")
    email = models.EmailField(_("email"), default="hotro@sanvat.example")
    notice = models.CharField(
        _("notice to the Ministry of Industry and Trade"), max_length=160, default="số MẪU-0000, ngày 12/01/2026"
    )
    notice_en = models.CharField(
        _("notice in English"), max_length=160, blank=True, default="no. 0000 (sample) of 12/01/2026"
    )

    panels: ClassVar[list[Panel]] = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("name_en"), FieldPanel("address"), FieldPanel("responsible")], _("Owner")
        ),
        MultiFieldPanel(
            [FieldPanel("registration"), FieldPanel("registration_en"), FieldPanel("notice"), FieldPanel("notice_en")],
            _("Registration"),
        ),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("hours"), FieldPanel("email")]),
    ]

    class Meta:
        verbose_name = _("owner of the site")
        verbose_name_plural = _("owners of the site")
