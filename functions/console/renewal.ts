/**
 * The part of the console's script that renews lists: each half minute the page reads its own address, and
 * puts what has changed in the place of what stood there. A list with a form that decides stays as it was
 * seen, as does whatever somebody has chosen, typed, opened or marked; that it has changed is said beside it.
 * The row that the keyboard stands on is kept. It can be turned off (WCAG 2.2, 2.2.2). Network: one request of
 * this page's own address, while it is looked at.
 */
export const renewalScript = `"use strict";
(() => {
  const everyMs = 30000;
  /** Nothing moves below a hand. */
  const restMs = 1500;
  const address = document.querySelector("[data-renews]")?.dataset.renews;
  if (address === undefined) return;

  const kept = () => {
    try { return localStorage.getItem("renewal"); } catch { return null; }
  };
  let isOff = kept() === "off";
  const turn = document.createElement("button");
  turn.type = "button";
  turn.className = "button quiet";
  const label = () => { turn.textContent = isOff ? "Renew lists" : "Stop renewing lists"; };
  label();
  turn.addEventListener("click", () => {
    isOff = !isOff;
    try { localStorage.setItem("renewal", isOff ? "off" : "on"); } catch {}
    label();
  });
  document.querySelector("footer")?.append(" ", turn);

  const bar = document.createElement("p");
  bar.className = "renewal";
  bar.setAttribute("aria-live", "polite");
  document.querySelector("main").append(bar);
  const say = (text, shows) => {
    if (bar.firstChild?.textContent === text) return;
    bar.replaceChildren(...(text === "" ? [] : [text]));
    bar.classList.toggle("visually-hidden", shows === undefined);
    if (shows === undefined) return;
    const link = document.createElement("a");
    link.href = address;
    link.className = "button quiet";
    link.setAttribute("aria-keyshortcuts", "r");
    const key = document.createElement("span");
    key.className = "key-cap";
    key.setAttribute("aria-hidden", "true");
    key.textContent = "r";
    link.append(shows + " ", key);
    bar.append(" ", link);
  };
  say("");

  const partsOf = (page) => [...page.querySelectorAll("[data-part]")];
  const rowsIn = (page) => [...page.querySelectorAll("[data-part] [data-row]")];
  const marksOf = (page) => new Set(rowsIn(page).map((row) => row.dataset.row));
  const decides = (part) =>
    [...part.querySelectorAll("form[method=post]")].some((form) => !form.closest("details:not([open])"));
  const isSet = (field) => {
    if (field.matches("select"))
      return field.selectedIndex !== Math.max(0, [...field.options].findIndex((one) => one.defaultSelected));
    if (field.matches("[type=checkbox], [type=radio]")) return field.checked !== field.defaultChecked;
    return field.value !== field.defaultValue;
  };
  const isInUse = (part) => {
    const at = document.activeElement;
    const marked = getSelection();
    return (
      (part.contains(at) && !at.matches("[data-row] a")) ||
      part.querySelector("details[open]") !== null ||
      [...part.querySelectorAll("input, select, textarea")].some(isSet) ||
      (!marked.isCollapsed && part.contains(marked.anchorNode))
    );
  };

  /** An alert is read out as often as it is put there, however little of it is new. */
  const headsOf = (part) => [...part.querySelectorAll(".banner-title")].map((it) => it.textContent).join();
  const isSame = (part, next) =>
    part.isEqualNode(next) || (part.querySelector("[role=alert]") !== null && headsOf(part) === headsOf(next));

  /** Goes back to the row that the keyboard stood on, or to the one that has its place. */
  const goBackTo = (row, place) => {
    const rows = rowsIn(document);
    const to = rows.find((one) => one.dataset.row === row) ?? rows[Math.min(place, rows.length - 1)];
    to?.querySelector("a[href]")?.focus({ preventScroll: true });
  };
  const put = (fresh) => {
    const before = marksOf(document);
    const on = document.activeElement?.closest("[data-part] [data-row]");
    const place = rowsIn(document).indexOf(on);
    const top = on?.getBoundingClientRect().top;
    const wanted = marksOf(fresh);
    for (const part of partsOf(document)) {
      const next = partsOf(fresh).find((one) => one.dataset.part === part.dataset.part);
      if (!next || isSame(part, next) || decides(part) || decides(next) || isInUse(part)) continue;
      part.replaceWith(document.adoptNode(next));
    }
    document.title = fresh.title === "" ? document.title : fresh.title;
    if (on && !on.isConnected) {
      goBackTo(on.dataset.row, place);
      const now = document.activeElement?.closest("[data-row]");
      if (now) scrollBy(0, now.getBoundingClientRect().top - top);
    }
    const told = (from, to) => [...to].filter((mark) => !from.has(mark)).length;
    const words = (from) =>
      [[told(from, wanted), "new"], [told(wanted, from), "gone"]]
        .flatMap(([number, what]) => (number > 0 ? [number + " " + what] : []))
        .join(", ");
    const held = words(marksOf(document));
    if (held !== "") return say("This list has changed: " + held + ".", "Show it as it is now");
    const renewed = words(before);
    if (renewed !== "") return say("Renewed: " + document.querySelector("h1").textContent + ". " + renewed + ".");
    if (!bar.classList.contains("visually-hidden")) say("");
  };

  let movedAt = 0;
  for (const kind of ["pointermove", "pointerdown", "keydown", "wheel", "touchmove"])
    addEventListener(kind, () => { movedAt = Date.now(); }, { passive: true });
  const waits = (ms) => new Promise((done) => setTimeout(done, ms));
  let lookedAt = Date.now();
  let failed = 0;
  const renew = async () => {
    lookedAt = Date.now();
    try {
      const answer = await fetch(address, { redirect: "error" });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!answer.ok || !fresh.querySelector("[data-renews]")) throw new Error("no list");
      failed = 0;
      while (Date.now() - movedAt < restMs) await waits(restMs);
      if (!isOff && !document.querySelector("dialog[open]")) put(fresh);
    } catch {
      failed += 1;
      if (failed > 1) say("This list is no longer kept up to date.", "Load it anew");
    }
  };
  const isDue = () => !isOff && document.visibilityState === "visible" && Date.now() - lookedAt >= everyMs;
  const goOn = async () => {
    for (;;) {
      await waits(5000);
      if (isDue()) await renew();
    }
  };
  goOn();
})();
`;
