import { expect, test } from "vitest";
import { aReport } from "../support/a-case.ts";
import { aConsole } from "./a-console.ts";

const capture = "https://urlscan.io/result/a1/";
const elsewhere = "https://captures.example/a1/";

test("the case's page leads to the captures that notices have, and says of another why they have it not", async () => {
  const console = aConsole();
  const evidence = { explanation: "It asks for passwords.", links: [capture, elsewhere] };
  const caseId = await console.opened(aReport({ evidence }));
  const { text } = await console.get(`/cases/${caseId}`);
  expect(text).toContain(`<a href="${capture}" rel="noreferrer noopener" target="_blank">`);
  expect(text).not.toContain(elsewhere);
  expect(text).toContain("captures[.]example/a1/ (not in notices: its host is not in linkHosts of the stage)");
});

test("the page of a case that became child abuse leads to none", async () => {
  const console = aConsole();
  const caseId = await console.opened(
    aReport({ category: "csam", evidence: { explanation: "Seen.", links: [capture] } }),
  );
  expect((await console.get(`/cases/${caseId}`)).text).not.toContain(capture);
});
