/**
 * The part of the console's script that shows times in the viewer's zone, named; UTC is said on
 * hover. Pages show UTC without it, in the one form of `moment` and `clockTime` (`words.ts`). What
 * is there to be copied stays as it is. `localTimes` is called again for what renews itself.
 */
export const timesScript = `"use strict";
const localTimes = (root) => {
  const part = { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" };
  const format = (more) => new Intl.DateTimeFormat("en-GB", { ...part, ...more, timeZoneName: "short" });
  const [toMinutes, toSeconds] = [format({}), format({ second: "2-digit" })];
  const walker = document.createTreeWalker(root.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode())
    if (!walker.currentNode.parentElement.closest("pre, textarea, script, style")) texts.push(walker.currentNode);
  for (const text of texts) {
    const parts = text.data.split(/([0-9]{1,2} [A-Z][a-z]{2} [0-9]{4}, [0-9:]{5,8} UTC)/);
    if (parts.length === 1) continue;
    text.replaceWith(...parts.map((words, at) => {
      const moment = new Date(words.replace(",", ""));
      if (at % 2 === 0 || Number.isNaN(moment.getTime())) return words;
      const local = document.createElement("span");
      local.title = words;
      local.textContent = (words.length > 22 ? toSeconds : toMinutes).format(moment);
      return local;
    }));
  }
};
localTimes(document);
`;
