import { expect, it } from "vitest";
import { aConsole, threeAtNight as at, firstNotice } from "../console/a-console.ts";
import { hostileTexts as texts } from "../fixtures/hostile-texts.ts";
import { aCandidate, aReport } from "../support/a-case.ts";
import { aChromium, watch } from "./a-browser.ts";

/** Of a page's elements, those that could be made of what somebody wrote. */
const notOurs = "!it.closest('search.find, dialog.keys-help') && " + "!it.matches('script[src=\"/script.js\"]')";

/** What our own pages are made of. */
const made = (
  "a article blockquote body button code dd details div dl dt fieldset footer form h1 h2 h3 head header html " +
  "input label legend li link main meta nav ol option p pre section select span strong summary textarea time " +
  "title ul"
).split(" ");

const chromium = aChromium();

it("hostile texts in a browser execute nothing, load nothing and make no element", async () => {
  const console = aConsole();
  const all = texts.join("\n");
  const caseId = await console.opened(aReport({ evidence: { explanation: all, reproduce: all, imitates: all } }));
  const told = await console.lookedUp(caseId, {
    candidates: [aCandidate({ name: all, range: all, remarks: texts })],
    failures: texts.map((text) => ({ source: "rdap", server: text, outcome: "silent", detail: text })),
  });
  const noticeId = firstNotice(told);
  for (let from = 0; from < texts.length; from += 50) {
    const facts = texts.slice(from, from + 50).map((said) => ({
      type: "replied" as const,
      at,
      noticeId,
      replyClass: "acknowledgement" as const,
      authenticated: false,
      mailHash: `${from}`,
      said,
      ticket: said,
    }));
    await console.happened(caseId, ...facts);
  }
  const unread = await console.unreadable(all, all);
  const server = await chromium.serves(console);
  const page = await chromium.signedIn(server);
  const seen = watch(page, server.origin);
  for (const path of ["/", "/?state=all", `/cases/${caseId}`, `/cases/${unread}`]) {
    await page.goto(`${server.origin}${path}`);
    await page.mouse.move(200, 300);
    const elements = await page.evaluate(
      // The drawing of what comes, the script of the keys with its help, and the search are ours,
      // and have no text of anybody's in them.
      `[...new Set([...document.querySelectorAll('*')].filter((it) => ${notOurs})` +
        ".map((it) => it.localName))].sort()",
    );
    expect(
      (elements as string[]).filter((name) => !made.includes(name)),
      path,
    ).toEqual([]);
    expect(
      await page.evaluate(
        `[...document.querySelectorAll('*')].filter((it) => ${notOurs}).flatMap((it) => it.getAttributeNames())` +
          ".filter((name) => name.startsWith('on') || name === 'style' || name === 'src')",
      ),
      path,
    ).toEqual([]);
    expect(
      await page.evaluate("[...document.querySelectorAll('a')].filter((it) => it.origin !== location.origin).length"),
      path,
    ).toBe(0);
  }
  expect(seen).toEqual([]);
});
