"use strict";
// Everything works without this file. It only spares a click or a search with the eyes.

// After a refused form, go to the summary of what is wrong.
document.querySelector(".summary")?.focus();

// A menu closes when one clicks beside it or presses Escape.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// htmx sends the form's token with every request of its own.
document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector("input[name=csrfmiddlewaretoken]");
  if (token) event.detail.headers["X-CSRFToken"] = token.value;
});

// A scanner types a zone and Enter after each line: after the last one the question is asked.
document.addEventListener("keydown", (event) => {
  const lengths = event.target.dataset?.sendsAt?.split(" ");
  if (!lengths || event.key !== "Enter" || event.shiftKey) return;
  if (!lengths.includes(String(event.target.value.replace(/\s/g, "").length))) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});

// A list that renews itself: never while one works in it or has marked something, and not for who wants things still.
const SECONDS = 30;
for (const button of document.querySelectorAll("[data-renews]")) {
  const list = document.getElementById(button.dataset.renews);
  let paused = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const show = () => { button.textContent = paused ? button.dataset.paused : button.dataset.running; };
  button.addEventListener("click", () => { paused = !paused; show(); });
  button.hidden = false;
  show();
  const isBusy = () => document.hidden || list.contains(document.activeElement) || list.querySelector("input:checked");
  setInterval(() => { if (!paused && !isBusy()) htmx.trigger(document.body, "refresh"); }, SECONDS * 1000);
}
