import axe from "axe-core";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { consoleApp } from "../../functions/console/app.tsx";
import { type LocalConsole, startConsole } from "../../infra/local/console-server.ts";
import type { Console } from "../console/a-console.ts";
import { launch } from "./launch.ts";

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };
export const small: BrowserContextOptions = { viewport: { width: 320, height: 640 }, hasTouch: true };
export const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
export const withoutScript = { javaScriptEnabled: false } as const;

/** A browser for the tests of one file, and consoles for it. What a test opened is closed after it. */
export const aChromium = (alsoWith: () => readonly string[] = () => []) => {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const servers: LocalConsole[] = [];
  beforeAll(async () => {
    browser = await launch(alsoWith());
  });
  afterEach(() => Promise.all(contexts.splice(0).map((context) => context.close())));
  afterAll(() => Promise.all([browser?.close(), ...servers.map((server) => server.close())]));
  const newPage = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext(options);
    contexts.push(context);
    return context.newPage();
  };
  return {
    newPage,
    /** On loopback, to whom its one-time addresses name. */
    serves: async ({ deps: { person: _, ...deps } }: Pick<Console, "deps">): Promise<LocalConsole> => {
      const server = await startConsole({ app: (person) => consoleApp({ ...deps, person }), port: 0 });
      servers.push(server);
      return server;
    },
    /** A page in a context of its own, on the first page of the console. */
    signedIn: async (server: LocalConsole, options: BrowserContextOptions = {}, as = "jane"): Promise<Page> => {
      const page = await newPage(options);
      await page.goto(server.addressFor(as));
      return page;
    },
  };
};

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
