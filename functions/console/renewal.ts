/**
 * The part of the console's script that renews lists and cases: each half minute it reads the page's own
 * address and replaces what has changed. Forms that decide stay as seen, as does whatever somebody has
 * chosen, typed, opened or marked; the change is said beside it. The keyboard's row is kept. On a case's page
 * `l` takes typed text along, into the same field or below the page if its form is gone. It can be turned off
 * (WCAG 2.2, 2.2.2). Stands behind the keys' script (`keys.ts`), whose pieces it uses. Network: one
 * request of its own address, while looked at.
 */
export const renewalScript = `"use strict";
(() => {
  const everyMs = 30000;
  /** Nothing moves below a hand. */
  const restMs = 1500;
  const address = document.querySelector("[data-renews]")?.dataset.renews;
  if (address === undefined) return;
  const lookOn = (page) => page.querySelector("[data-look]")?.dataset.look;
  const personOn = (page) => page.querySelector("footer strong")?.textContent;
  /** A page that continues a look says so, and its viewer is not recorded again. */
  let look = lookOn(document);
  /** What is renewed: a list, or a case whose forms are somebody's work. */
  const isCase = document.querySelector("[data-keeps]") !== null;
  const what = isCase ? "case" : "list";

  /** One choice for both; that which is looked at is named first. */
  const both = isCase ? "cases and lists" : "lists and cases";
  const { button, isOff } = lastingSwitch("renewal", (is) => (is ? "Renew " : "Stop renewing ") + both, () => {});
  document.querySelector("footer")?.append(" ", button);

  const bar = make("p", undefined, "renewal");
  bar.setAttribute("aria-live", "polite");
  document.querySelector("main").append(bar);
  const say = (text, shows) => {
    if (bar.firstChild?.textContent === text) return;
    bar.replaceChildren(...(text === "" ? [] : [text]));
    bar.classList.toggle("visually-hidden", shows === undefined && (text === "" || !isCase));
    if (shows === undefined) return;
    const link = make("a", shows + " ", "button quiet");
    link.href = address;
    link.setAttribute("aria-keyshortcuts", "l");
    const key = make("span", "l", "key-cap");
    key.setAttribute("aria-hidden", "true");
    link.append(key);
    if (isCase) link.addEventListener("click", (event) => { event.preventDefault(); renew(true); });
    bar.append(" ", link);
  };
  say("");

  const partsOf = (page) => [...page.querySelectorAll("[data-part]")];
  const rowsIn = (page) => [...page.querySelectorAll("[data-part] [data-row]")];
  /** What a page says, by its rows or its lines, and how each is called. */
  const marksOf = (page) =>
    new Map(
      [...page.querySelectorAll("[data-part] [data-row], [data-part] [data-mark]")].map((one) => {
        const words = one.querySelector("h3, summary, .event, .words")?.textContent ?? "";
        return [one.dataset.row ?? one.dataset.mark, words.length > 140 ? words.slice(0, 139) + "…" : words];
      }),
    );
  const decides = (part) =>
    [...part.querySelectorAll("form[method=post]:not([data-decides=no])")].some(
      (form) => !form.closest("details:not([open])"),
    );
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
  /** Takes what was typed or chosen into the new part's same field; gives texts that have none. */
  const carry = (part, next) => {
    const fieldsIn = (of) =>
      [...of.querySelectorAll("form input, form select, form textarea")].filter((one) => one.type !== "hidden");
    const isBox = (field) => field.matches("[type=checkbox], [type=radio]");
    const nameOf = (field) =>
      [field.form.getAttribute("action"), field.name, isBox(field) ? field.value : ""].join(" ");
    const left = [];
    for (const field of fieldsIn(part).filter(isSet)) {
      const same = fieldsIn(next).find((one) => nameOf(one) === nameOf(field));
      if (same && isBox(same)) same.checked = field.checked;
      else if (same) same.value = field.value;
      else if (!isBox(field) && !field.matches("select")) left.push(field.value);
      for (let it = same; it; it = it.parentElement) if (it.matches("details")) it.open = true;
    }
    return left;
  };
  /** What was typed for a form that is gone stays to be copied. */
  const leave = (texts) => {
    for (const text of texts) {
      const kept = make("label", "You had typed this. What it was for is gone:", "panel");
      const field = make("textarea");
      field.readOnly = true;
      field.value = text;
      kept.append(field);
      bar.before(kept);
    }
  };

  /** What each answer leads to, without how long that takes from now. */
  const effectsIn = (part) =>
    [...part.querySelectorAll(".answers")]
      .map((it) => it.textContent)
      .map((text) => text.replace(/((less than a minute|[0-9]+ (min|h|days?)(?![a-z])) ?)+/g, ""))
      .join();

  const put = (fresh, isAsked) => {
    let isStale = false;
    const before = marksOf(document);
    const at = document.activeElement?.id;
    const on = document.activeElement?.closest("[data-part] [data-row]");
    const place = rowsIn(document).indexOf(on);
    const top = on?.getBoundingClientRect().top;
    const wanted = marksOf(fresh);
    for (const part of partsOf(document)) {
      const next = partsOf(fresh).find((one) => one.dataset.part === part.dataset.part);
      if (!next || isSame(part, next)) continue;
      if (!isAsked && (decides(part) || decides(next) || isInUse(part))) {
        isStale ||= isCase && effectsIn(part) !== effectsIn(next);
        continue;
      }
      const left = carry(part, next);
      part.replaceWith(document.adoptNode(next));
      leave(left);
    }
    if (isAsked && at) document.getElementById(at)?.focus({ preventScroll: true });
    document.title = fresh.title === "" ? document.title : fresh.title;
    if (on && !on.isConnected) {
      goBackTo(on.dataset.row, place);
      const now = document.activeElement?.closest("[data-row]");
      if (now) scrollBy(0, now.getBoundingClientRect().top - top);
    }
    const told = (from, to, word) => {
      const others = [...to].filter(([mark]) => !from.has(mark)).map(([, words]) => words);
      if (others.length === 0) return [];
      const named = isCase && others.every((one) => one !== "") ? " (" + others.slice(0, 3).join("; ") + ")" : "";
      return [others.length + " " + word + named];
    };
    /** Of a long history, and of notes, the oldest make room. */
    const lasting = (marks) => new Map([...marks].filter(([mark]) => !mark.startsWith("line ")));
    const words = (from) => [...told(from, wanted, "new"), ...told(wanted, lasting(from), "gone")].join(", ");
    const held = words(marksOf(document));
    const renewed = words(before);
    if (held !== "")
      return say("This " + what + " has changed: " + (isCase ? renewed : held) + ".", "Show it as it is now");
    if (isStale)
      return say(
        "What your answers lead to has changed" + (renewed && ": " + renewed) + ".",
        "Show it as it is now",
      );
    if (renewed !== "") return say("Renewed: " + document.querySelector("h1").textContent + ". " + renewed + ".");
    // What was renewed last stays said.
    if (isCase && !isAsked && !bar.querySelector("a")) return;
    if (!bar.classList.contains("visually-hidden")) say("");
  };

  let movedAt = 0;
  for (const kind of ["pointermove", "pointerdown", "keydown", "wheel", "touchmove"])
    addEventListener(kind, () => { movedAt = Date.now(); }, { passive: true });
  const waits = (ms) => new Promise((done) => setTimeout(done, ms));
  let lookedAt = Date.now();
  let failed = 0;
  const renew = async (isAsked) => {
    lookedAt = Date.now();
    try {
      const headers = look ? { "Open-Look": look } : {};
      const answer = await fetch(address, { redirect: "error", headers });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      localTimes(fresh);
      if (!answer.ok || !fresh.querySelector("[data-renews]")) throw new Error("no list");
      failed = 0;
      // What one person typed is taken into no form that names another.
      if (personOn(fresh) !== personOn(document))
        return say("Somebody else has signed in: this page is no longer renewed.", isCase ? undefined : "Load it anew");
      look = lookOn(fresh);
      while (!isAsked && Date.now() - movedAt < restMs) await waits(restMs);
      if (isAsked || (!isOff() && !document.querySelector("dialog[open]"))) put(fresh, isAsked);
    } catch {
      failed += 1;
      if (failed > 1) say("This " + what + " is no longer kept up to date.", "Load it anew");
    }
  };
  const isDue = () => !isOff() && document.visibilityState === "visible" && Date.now() - lookedAt >= everyMs;
  const goOn = async () => {
    for (;;) {
      await waits(5000);
      if (isDue()) await renew(false);
    }
  };
  goOn();
})();
`;
