"""Where the sections of pages live. Links go by key, so that a moved section is moved in one place."""

from catalog.languages import is_english

SECTIONS: dict[str, tuple[str, str]] = {
    "home": ("/", "/en/"),
    "stories": ("/cau-chuyen/", "/en/stories/"),
    "villages": ("/lang-du-lich/", "/en/villages/"),
    "fairs": ("/hoi-cho/", "/en/fairs/"),
    "news": ("/tin-tuc/", "/en/news/"),
    "documents": ("/van-ban/", "/en/documents/"),
    "about": ("/gioi-thieu/", "/en/about/"),
    "policies": ("/quy-dinh/", "/en/policies/"),
    "terms": ("/quy-dinh/dieu-khoan-chung/", "/en/policies/terms/"),
    "shipping": ("/quy-dinh/giao-hang/", "/en/policies/shipping/"),
    "returns": ("/quy-dinh/doi-tra/", "/en/policies/returns/"),
    "payment": ("/quy-dinh/thanh-toan/", "/en/policies/payment/"),
    "privacy": ("/quy-dinh/bao-mat/", "/en/policies/privacy/"),
    "complaints": ("/quy-dinh/khieu-nai/", "/en/policies/complaints/"),
    "suspected_fakes": ("/quy-dinh/khieu-nai/#nghi-hang-gia", "/en/policies/complaints/#suspected-fakes"),
    "alcohol_policy": ("/quy-dinh/do-uong-co-con/", "/en/policies/alcohol-policy/"),
    "food_safety": ("/quy-dinh/an-toan-thuc-pham/", "/en/policies/food-safety/"),
    "operating_rules": ("/quy-dinh/quy-che-hoat-dong/", "/en/policies/operating-rules/"),
}


def section_path(key: str) -> str:
    """The address of a section in the language of the page. Raises `KeyError` for an unknown key."""
    return SECTIONS[key][is_english()]
