"""Screens for staff in the Wagtail admin. Forms only check and show; the services of the catalog write."""
