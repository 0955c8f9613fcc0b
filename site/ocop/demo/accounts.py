"""Sample accounts. Their passwords are generated at seeding and kept in var/, never in the repository."""

import json
import secrets

from django.conf import settings
from django.contrib.auth.models import Group

from storefront.accounts.models import User

PASSWORDS = settings.VAR_DIR / "demo_accounts.json"

# e-mail address, what the person does, groups, superuser
ACCOUNTS = (
    ("admin@sanvat.example", "Quản trị viên", (), True),
    ("bientap@sanvat.example", "Biên tập viên", ("Editors",), False),
    ("duyetbai@sanvat.example", "Người duyệt bài", ("Moderators",), False),
    ("canbo@sanvat.example", "Cán bộ OCOP", ("Officers",), False),
)


def seed_accounts() -> dict[str, str]:
    """Create what is missing; answers address → password of all."""
    passwords: dict[str, str] = json.loads(PASSWORDS.read_text()) if PASSWORDS.exists() else {}
    for email, name, groups, is_superuser in ACCOUNTS:
        user = User.objects.filter(email=email).first() or User(email=email, first_name=name)
        if user.pk is None or email not in passwords:
            passwords[email] = secrets.token_urlsafe(9)
            user.set_password(passwords[email])
        user.is_superuser = is_superuser
        user.is_staff = is_superuser
        user.save()
        user.groups.set(Group.objects.filter(name__in=groups))
    PASSWORDS.write_text(json.dumps(passwords, indent=2))
    PASSWORDS.chmod(0o600)
    return passwords
