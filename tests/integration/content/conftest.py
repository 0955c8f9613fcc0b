import pytest

from content import services
from content.models import HomePage


@pytest.fixture(autouse=True)
def site(db: None) -> HomePage:
    """The page tree in both languages, the groups and the workflow."""
    return services.site_prepare()
