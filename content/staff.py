"""Who may do what in the editor: editors write, moderators publish, officers also keep producers and goods."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

EDITORS, MODERATORS, OFFICERS = "Editors", "Moderators", "Officers"
WORKFLOW = "Duyệt trước khi đăng"  # as editors read it; a migration renames the one that Wagtail brings

_ENTRY = ("wagtailadmin.access_admin", "simple_translation.submit_translation")
_OFFICE = (
    "producers.add_producer", "producers.change_producer", "producers.view_producer",
    "catalogue.add_product", "catalogue.change_product", "catalogue.view_product",
    "partner.change_stockrecord",
    "sales_points.add_salespoint", "sales_points.change_salespoint", "sales_points.view_salespoint",
    "order.view_order", "order.change_order",
    "content.change_siteowner",
)  # fmt: skip
_PERMISSIONS: dict[str, tuple[str, ...]] = {
    EDITORS: _ENTRY,
    MODERATORS: _ENTRY,
    OFFICERS: (*_ENTRY, *_OFFICE),
}
_ON_PAGES: dict[str, tuple[str, ...]] = {
    EDITORS: ("add_page", "change_page"),
    MODERATORS: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
    OFFICERS: ("add_page", "change_page"),
}
_IN_LIBRARY = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")


@transaction.atomic
def groups_prepare() -> None:
    """Create the groups and the workflow, or bring their permissions back to what stands here; members stay."""
    root = Page.get_first_root_node()
    for name in (EDITORS, MODERATORS, OFFICERS):
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.set([_permission(full_name) for full_name in _PERMISSIONS[name]])
        _set_page_permissions(group, root, _ON_PAGES[name])
        _set_library_permissions(group)
    _prepare_workflow(root)


def _permission(full_name: str) -> Permission:
    app_label, codename = full_name.split(".")
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)


def _set_page_permissions(group: Group, root: Page, codenames: tuple[str, ...]) -> None:
    wanted = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames)
    GroupPagePermission.objects.filter(group=group, page=root).exclude(permission__in=wanted).delete()
    for permission in wanted:
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def _set_library_permissions(group: Group) -> None:
    labels = ("wagtailimages", "wagtaildocs")
    for permission in Permission.objects.filter(content_type__app_label__in=labels, codename__in=_IN_LIBRARY):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=Collection.get_first_root_node(), permission=permission
        )


def _prepare_workflow(root: Page) -> None:
    """An editor submits, a moderator approves, and approval publishes."""
    workflow, _created = Workflow.objects.get_or_create(name=WORKFLOW, defaults={"active": True})
    task = GroupApprovalTask.objects.filter(workflow_tasks__workflow=workflow).first()
    if task is None:
        task = GroupApprovalTask.objects.create(name=WORKFLOW, active=True)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    task.groups.set([Group.objects.get(name=MODERATORS)])
    WorkflowPage.objects.get_or_create(page=root, defaults={"workflow": workflow})
