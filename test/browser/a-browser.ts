import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/**
 * What a page did that it must not: dialogs, violations of its own policy, errors, requests to
 * anywhere else.
 */
export const watch = (page: Page, origin: string): readonly string[] => {
  const seen: string[] = [];
  page.on("dialog", (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => seen.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => seen.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(`${origin}/`)) seen.push(`request: ${request.url()}`);
  });
  return seen;
};

/** Nothing that axe finds, nothing to scroll sideways, targets for thumbs. */
export const readsWell = async (page: Page, path: string): Promise<void> => {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', " +
      "'best-practice'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ " +
      "html, failureSummary }) => [id, html.slice(0, 160), failureSummary].join(' '))))",
  );
  expect(found, path).toEqual([]);
  expect(
    await page.evaluate("document.documentElement.scrollWidth - window.innerWidth"),
    `${path} is wider than the screen by`,
  ).toBeLessThanOrEqual(0);
  const low = await page.evaluate(
    "[...document.querySelectorAll('button, nav a, a.button, select, textarea, .answer > label, " +
      "input:not([type=radio]):not([type=hidden])')].filter((it) => it.checkVisibility() && " +
      "it.getBoundingClientRect().height < 44).map((it) => it.outerHTML.slice(0, 100))",
  );
  expect(low, path).toEqual([]);
};
