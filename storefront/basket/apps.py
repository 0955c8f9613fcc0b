from oscar.apps.basket import apps


class BasketConfig(apps.BasketConfig):
    name = "storefront.basket"

    def ready(self) -> None:
        super().ready()
        from . import receivers  # noqa: PLC0415  needs loaded apps

        receivers.connect()
