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

// In a list one goes from row to row by J and K or the arrows, and marks one by X; only while one is in it.
document.addEventListener("keydown", (event) => {
  const list = event.target.closest?.("[data-rows]");
  if (!list || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("select, textarea")) return;
  const rows = [...list.querySelectorAll("tbody tr")];
  const at = rows.findIndex((row) => row.contains(event.target));
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (step) {
    const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step];
    next?.querySelector("a")?.focus();
    event.preventDefault();
  } else if (event.key === "x" && at >= 0) {
    rows[at].querySelector("input[type=checkbox]")?.click();
  }
});

// One mark for all rows of a page.
const markers = () => {
  for (const all of document.querySelectorAll("[data-marks-all]")) all.hidden = false;
};
markers();
document.addEventListener("htmx:afterSwap", markers);
document.addEventListener("change", (event) => {
  const name = event.target.dataset?.marksAll;
  if (!name) return;
  for (const mark of event.target.form.querySelectorAll(`input[type=checkbox][name="${name}"]`)) mark.checked = event.target.checked;
});

// Of the reasons, those of the chosen answer are offered.
for (const select of document.querySelectorAll("[data-groups-follow]")) {
  const answers = [...select.form.elements[select.dataset.groupsFollow]];
  const follow = () => {
    const chosen = answers.findIndex((answer) => answer.checked);
    select.querySelectorAll("optgroup").forEach((group, place) => { group.hidden = group.disabled = chosen >= 0 && place !== chosen; });
    if (select.selectedOptions[0]?.parentElement.disabled) select.value = "";
  };
  answers.forEach((answer) => answer.addEventListener("change", follow));
  follow();
}

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
