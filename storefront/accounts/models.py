from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext as _
from oscar.apps.customer.abstract_models import AbstractUser


class User(AbstractUser):
    """Signs in with an e-mail address, which the database keeps unique whatever its case. Buyers need no account."""

    class Meta(AbstractUser.Meta):
        abstract = False
        constraints: ClassVar = [models.UniqueConstraint(Lower("email"), name="accounts_email_once")]

    def clean(self) -> None:
        """Says beside the field what the constraint could only say of the whole form."""
        super().clean()
        if User.objects.filter(email__iexact=self.email).exclude(pk=self.pk).exists():
            raise ValidationError({"email": _("Somebody has this email address already.")})
