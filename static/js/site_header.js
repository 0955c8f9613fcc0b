// The basket's number, which cached pages cannot know, and the phone's menu.

export function showBasketCount() {
  const count = Number(document.cookie.match(/(?:^|; )ocop_basket=(\d{1,4})(?:;|$)/)?.[1] ?? 0);
  for (const badge of document.querySelectorAll("[data-basket-count]")) {
    badge.textContent = String(count);
    badge.hidden = count === 0;
  }
}

addEventListener("pageshow", showBasketCount);  // also when the browser brings a kept page back

const menu = document.querySelector("[data-menu]");
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu?.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
menu?.addEventListener("focusout", (event) => {
  if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
});
