"""What the rules of the site promise and several pages, letters and machine-readable data repeat."""

# A change of mind within seven days while the seal is unbroken; change it together with the page under /quy-dinh/.
RETURN_DAYS = 7
