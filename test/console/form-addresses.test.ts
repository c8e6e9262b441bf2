import { expect, test } from "vitest";
import { aReport } from "../support/a-case.ts";
import { aConsole } from "./a-console.ts";

const console = aConsole();
const caseId = await console.opened(aReport());

test.each([
  [`/cases/${caseId}/note`, `/cases/${caseId}`],
  [`/cases/${caseId}/hold`, `/cases/${caseId}`],
  [`/cases/${caseId}/write`, `/cases/${caseId}`],
  [`/cases/${caseId}/reserve?in=lane%3Durgent`, `/cases/${caseId}?in=lane%3Durgent`],
  [`/cases/${caseId}/reviews/no-contact.1`, `/cases/${caseId}`],
  ["/lists", "/"],
  ["/reviews/together", "/"],
  ["/reviews/take-back?in=", "/"],
  ["/sending/stop", "/sending"],
  ["/stopped-desks/abc", "/stopped-desks"],
  ["/dead-letters/notice-urgent", "/dead-letters"],
  ["/settings/rows/opt-out-1/change", "/settings/rows/opt-out-1"],
  ["/settings/rows/opt-out-1/end", "/settings/rows/opt-out-1"],
  ["/settings/proposals/proposal-1/agree", "/settings/proposals/proposal-1"],
])("%s is a form's address, and leads to its page when it is opened", async (address, page) => {
  const { status, headers } = await console.get(address);
  expect([status, headers.get("location")]).toEqual([302, page]);
  if (!page.startsWith("/settings/")) expect((await console.get(page)).status).toBe(200);
});

test("no form has an address at which there is nothing, so that a refused form can be loaded again", async () => {
  const forms = console.app.routes.filter(({ method }) => method === "POST").map(({ path }) => path);
  expect(forms.length).toBeGreaterThan(20);
  const opened = await Promise.all(
    forms.map(async (path) => [path, (await console.get(path.replace(/:\w+/g, "x"))).text] as const),
  );
  expect(opened.filter(([, text]) => text.includes("There is nothing at this address")).map(([path]) => path)).toEqual(
    [],
  );
});

test("leads nowhere but to a page of this console", async () => {
  const { headers } = await console.get("/cases/%2F%2Fevil.example/note");
  expect(headers.get("location")).toBe("/cases/%2F%2Fevil.example");
});
