/**
 * The part of the console's script that shows times in the viewer's zone, named; UTC is said on
 * hover. Pages show UTC without it. `localTimes` is called again for what renews itself.
 */
export const timesScript = `"use strict";
const localTimes = (root) => {
  const format = new Intl.DateTimeFormat("en-GB", {
    day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short",
  });
  for (const it of root.querySelectorAll("time[datetime]")) {
    const [at, text] = [new Date(it.dateTime), it.firstChild];
    if (Number.isNaN(at.getTime()) || text?.nodeType !== Node.TEXT_NODE || !text.data.endsWith(" UTC")) continue;
    it.title = text.data;
    text.data = format.format(at);
  }
};
localTimes(document);
`;
