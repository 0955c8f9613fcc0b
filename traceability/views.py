"""What a stamp's address answers: machines are sent on, people get a verdict. Reading only, no cookie, never stored."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt

from catalog.gtin import is_gtin14
from catalog.languages import is_english
from catalog.vietnamese import normalize

from . import answers, digital_link, stamp_code
from .links import code_in
from .selectors import StampVerdict, Verdict, product_of_gtin, stamp_verdict
from .undecoded import raw_path

View = Callable[..., HttpResponse]
METHODS = ("GET", "HEAD", "OPTIONS")
MOST_TYPED = 200  # letters of a refused code that are given back


class TemporaryRedirect(HttpResponseRedirect):
    """307: the method stays, and nobody may remember the target."""

    status_code = 307


def open_to_all(view: View) -> View:
    """GET, HEAD and OPTIONS from any origin (GS1-Conformant Resolver 1.2.1); stored nowhere, indexed by nobody."""

    @wraps(view)
    def opened(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        if request.method == "OPTIONS":
            response = HttpResponse(status=204, headers={"Allow": ", ".join(METHODS)})
        elif request.method in METHODS:
            response = view(request, *args, **kwargs)
        else:
            response = HttpResponseNotAllowed(METHODS)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Allow-Methods"] = ", ".join(METHODS)
        response.headers["Access-Control-Expose-Headers"] = "Link, Location"
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return csrf_exempt(opened)


@open_to_all
def digital_link_resolve(request: HttpRequest, rest: str) -> HttpResponse:
    """Send a GS1 Digital Link on: a serial to its answer, a product without one to its page. 400 for bad syntax."""
    path = raw_path(request)
    query = request.META.get("QUERY_STRING", "")
    try:
        link = digital_link.parse(path.removesuffix("/"), query)
    except digital_link.DigitalLinkError:
        return _unreadable(request)
    target = _target(link)
    if target is None:
        return _answer(request, StampVerdict(Verdict.UNKNOWN_GTIN, link.serial, link.gtin))
    origin = f"{request.scheme}://{request.get_host()}"
    return TemporaryRedirect(f"{origin}{target}" + (f"?{query}" if query else ""))


def _target(link: digital_link.DigitalLink) -> str | None:
    """The path that answers; None for a GTIN that nobody here has, or has only in private."""
    product = product_of_gtin(link.gtin)
    if product is None:
        return None
    if link.serial:
        return f"/tem/{link.gtin}/{quote(link.serial, safe='')}"
    shown = product.parent if product.is_child else product
    return shown.get_absolute_url() if shown.is_public else None


@open_to_all
def stamp_answer(request: HttpRequest, gtin: str, serial: str) -> HttpResponse:
    """The answer to a full stamp: `/tem/<gtin14>/<serial>`; 400 for what can be no GTIN, of which no stamp speaks."""
    if not is_gtin14(gtin):
        return _unreadable(request)
    return _answer(request, stamp_verdict(code=serial.removesuffix("/"), gtin=gtin))


@open_to_all
def stamp_code_answer(request: HttpRequest, code: str) -> HttpResponse:
    """The answer to a compact stamp: `/S/<code>`, for producers without GTIN and for typed codes."""
    return _answer(request, stamp_verdict(code=code.removesuffix("/")))


def _unreadable(request: HttpRequest) -> HttpResponse:
    return render(request, "traceability/bad_link.html", {"language_url": _check_url_elsewhere()}, status=400)


def _answer(request: HttpRequest, answer: StampVerdict) -> HttpResponse:
    status = 200 if answer.is_on_record else 404
    return render(request, "traceability/answer.html", answers.context(answer), status=status)


@open_to_all
def stamp_check(request: HttpRequest) -> HttpResponse:
    """The form for typed codes and pasted addresses of stamps; a code leads to its answer."""
    asked = request.GET.get("code", "").strip()
    typed = normalize(code_in(asked))[:MOST_TYPED]
    code = stamp_code.clean(typed)
    if code.isascii() and code.isalnum():
        # What can be no code is given back as it was typed: "hello", not "HE110".
        address = code if stamp_code.is_code(code) else typed
        return HttpResponseRedirect(reverse("traceability:stamp_code", args=[address]))
    context = {
        "typed": asked[:MOST_TYPED],
        "is_refused": "code" in request.GET,
        "language_url": _check_url_elsewhere(),
    }
    return render(request, "traceability/check.html", context)


def _check_url_elsewhere() -> str:
    with override("vi" if is_english() else "en"):
        return reverse("traceability:stamp_check")
