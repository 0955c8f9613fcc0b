from oscar.apps.customer.abstract_models import AbstractUser


class User(AbstractUser):
    """Signs in with an e-mail address, which is unique in the database. Buyers need no account."""

    class Meta(AbstractUser.Meta):
        abstract = False
