// On phones the price and the button stay in reach while the form's own button is out of view.

const bar = document.querySelector("[data-buy-bar]");
const button = document.querySelector("[data-buy-button]");
if (bar && button) {
  new IntersectionObserver(([entry]) => {
    bar.hidden = entry.isIntersecting;
  }).observe(button);
}
