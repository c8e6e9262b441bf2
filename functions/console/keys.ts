/**
 * The part of the console's script, all our own, that gives keys to whoever works through a list.
 * Pages work without it. It writes text and never markup, requests nothing, and presses only what
 * is on the page. Single keys can be turned off (WCAG 2.2, 2.1.4), and rest while somebody types.
 */
export const keysScript = `"use strict";
const make = (name, text, kind) => {
  const it = document.createElement(name);
  if (text !== undefined) it.textContent = text;
  if (kind !== undefined) it.className = kind;
  if (name === "button") it.type = "button";
  return it;
};
/** A button that turns something on and off, for good in this browser. */
const lastingSwitch = (name, says, turned) => {
  const kept = () => {
    try { return localStorage.getItem(name); } catch { return null; }
  };
  let isOff = kept() === "off";
  const button = make("button", "", "button quiet");
  const show = () => {
    button.textContent = says(isOff);
    turned(isOff);
  };
  button.addEventListener("click", () => {
    isOff = !isOff;
    try { localStorage.setItem(name, isOff ? "off" : "on"); } catch {}
    show();
  });
  show();
  return { button, isOff: () => isOff };
};
(() => {
  const says = [
    ["j", "Next row"],
    ["k", "Row before"],
    ["Enter", "Open the row"],
    ["x", "Choose the row, or not"],
    ["X", "Choose all rows, or none"],
    ["b", "Answer those chosen"],
    ["1 to 9", "Choose an answer of the question"],
    ["a, s, d, f", "Record it with a preset reason, where the question has any"],
    ["c", "Assign to me, or unassign"],
    ["n", "Next case"],
    ["u", "Undo what was just decided"],
    ["l", "Load what has changed"],
    ["r", "Report something"],
    ["/", "Search"],
    ["?", "These keys"],
  ];
  const keys = lastingSwitch(
    "keys",
    (isOff) => (isOff ? "Turn the keys on" : "Turn the keys off"),
    (isOff) => document.documentElement.classList.toggle("keys", !isOff),
  );
  const help = make("dialog", undefined, "keys-help");
  help.setAttribute("aria-label", "Keys");
  help.append(make("h2", "Keys"));
  const list = make("dl", undefined, "facts");
  for (const [key, does] of says) {
    const row = make("div");
    const term = make("dt");
    term.append(make("kbd", key));
    row.append(term, make("dd", does));
    list.append(row);
  }
  const close = make("button", "Close", "button");
  close.addEventListener("click", () => help.close());
  const deeds = make("p", undefined, "deeds");
  deeds.append(close, keys.button);
  help.append(list, deeds);
  document.body.append(help);
  const opens = make("button", "Keys: ?", "button quiet");
  opens.addEventListener("click", () => help.showModal());
  document.querySelector("footer")?.append(opens);

  const isShown = (it) => it.checkVisibility();
  const press = (it) => {
    if (!it) return false;
    it.focus();
    it.click();
    return true;
  };
  const rows = () => [...document.querySelectorAll("[data-row]")].filter(isShown);
  const rowNow = () => document.activeElement?.closest("[data-row]");
  const move = (by) => {
    const all = rows();
    const at = all.indexOf(rowNow());
    const to = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
    const link = to?.querySelector("a[href]");
    link?.focus();
    return Boolean(link);
  };
  const seen = (it) => {
    const { top, bottom } = it.getBoundingClientRect();
    return Math.min(bottom, innerHeight) - Math.max(top, 0);
  };
  /** Forms that keys answer unasked. A list's group is answered where somebody is at a row. */
  const forms = ".question, section.group form";
  /** The question that somebody is at; what they were at and have scrolled away from is none. */
  const focused = () => {
    const at = document.activeElement;
    return at && seen(at) > 0 ? at.closest(".question, .group form") : null;
  };
  /** That one, or else the one of which most is seen; keys stand on it alone. */
  const question = () => {
    const all = [...document.querySelectorAll(forms)].filter(isShown);
    const most = all.reduce((one, other) => (one === undefined || seen(other) > seen(one) ? other : one), undefined);
    return focused() ?? most;
  };
  const here = () => {
    const at = question();
    for (const one of document.querySelectorAll(".question")) one.toggleAttribute("data-here", one === at);
  };
  for (const moves of ["scroll", "resize", "focusin"]) addEventListener(moves, here, { passive: true });
  new MutationObserver(here).observe(document.body, { childList: true, subtree: true });
  here();
  const answer = (digit) => {
    const choice = question()?.querySelector("select[name=decision]");
    if (!choice) return press([...(question()?.querySelectorAll("input[name=decision]") ?? [])][Number(digit) - 1]);
    choice.focus();
    if (Number(digit) < choice.options.length) choice.selectedIndex = Number(digit);
    return true;
  };
  const chooseAll = () => {
    const boxes = [...document.querySelectorAll("main [data-row] input[type=checkbox]")];
    const is = boxes.some((box) => !box.checked);
    for (const box of boxes) box.checked = is;
    return boxes.length > 0;
  };
  /** Of several questions nobody records one that they are not at: its button is shown first. */
  const reason = (key) => {
    const button = [...(question()?.querySelectorAll("button[name=preset]") ?? [])]["asdf".indexOf(key)];
    if (focused() || document.querySelectorAll(forms).length < 2) return press(button);
    button?.focus();
    return Boolean(button);
  };
  const find = () => {
    const box = document.querySelector("#find, #q");
    box?.focus();
    return Boolean(box);
  };
  const act = (key) => {
    if (key === "?") { help.showModal(); return true; }
    if (key === "j") return move(1);
    if (key === "k") return move(-1);
    if (key === "x") return press(rowNow()?.querySelector("input[type=checkbox]"));
    if (key === "X") return chooseAll();
    if (key === "/") return find();
    if (/^[1-9]$/.test(key)) return answer(key);
    if (/^[asdf]$/.test(key)) return reason(key);
    if (/^[bclnru]$/.test(key)) {
      const it = [...document.querySelectorAll("[aria-keyshortcuts=" + key + "]")].find(isShown);
      // A page further on, what was decided stands among one's own decisions until it takes effect.
      return press(it ?? (key === "u" ? document.querySelector("#my-decisions") : undefined));
    }
    return false;
  };
  const typed = "textarea, select:not([name=decision]), input:not([type=radio]):not([type=checkbox])";
  /** Only what the page shows is copied. */
  const copy = async (button) => {
    const { value, textContent } = document.getElementById(button.dataset.copies);
    await navigator.clipboard.writeText(value ?? textContent);
    button.firstChild.textContent = "Copied";
  };
  document.documentElement.classList.add("scripted");
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-copies]") : null;
    if (button) copy(button).catch(() => {});
  });
  const isTyping = (it) => it instanceof HTMLElement && it.matches(typed);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) return;
    if (isTyping(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (!keys.isOff() && act(event.key)) event.preventDefault();
  });
})();
`;
