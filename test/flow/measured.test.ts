import { describe, expect, test } from "vitest";
import type { SourceFailure } from "../../functions/case/candidate.ts";
import registries from "../../functions/contact/bootstrap-table.json" with { type: "json" };
import { missesIn } from "../../functions/contact/misses.ts";
import { anAnswer } from "../support/a-case.ts";
import { type aFlow, aReportedFlow } from "../support/a-flow.ts";

/* What the functions' log says of time and of misses: the stack makes metrics of these lines. */

const silent: SourceFailure = {
  source: "rdap",
  server: "registry.example",
  outcome: "silent",
  detail: "It did not answer.",
};
const sent = ({ said }: ReturnType<typeof aFlow>) =>
  said
    .filter(({ code }) => code === "notice.sent")
    .map(({ fields: { lane, latencySeconds } }) => [lane, latencySeconds]);

describe("how long it took until a host was told", () => {
  test("is counted from the report until SES took the first notice, by lane", async () => {
    const flow = await aReportedFlow({
      contacts: { candidates: [], failures: [silent], retry: true },
      report: { live: true },
    });
    flow.contacts(() => ({}));
    await flow.pass({ minutes: 60 });
    const { openedAt, notices } = await flow.theCase();
    const seconds = (Date.parse(notices[0]?.sentAt ?? "") - Date.parse(openedAt)) / 1000;
    expect(seconds).toBeGreaterThanOrEqual(60);
    expect(sent(flow)[0]).toEqual(["urgent", seconds]);
  });
});

describe("a registry that was asked and named no contact", () => {
  const { ripe, arin } = registries.registries;
  const failures: readonly SourceFailure[] = [
    { source: "rdap", server: `${new URL(ripe.rdap).hostname}`, outcome: "silent", detail: "It did not answer." },
    { source: "whois", server: `${ripe.whois}`, outcome: "silent", detail: "It did not answer." },
    { source: "whois", server: `${arin.whois}`, outcome: "none", detail: "The object names nobody for abuse." },
    {
      source: "rdap",
      server: "rdap.registrar.example",
      outcome: "refused",
      detail: "The registry refused the question.",
    },
    { source: "dns", server: "192.0.2.53", outcome: "none", detail: "There is no such name." },
    { source: "directory", outcome: "refused", detail: "A contact asked never to be written to." },
    { source: "bootstrap", outcome: "none", detail: "The top-level domain has neither RDAP nor WHOIS." },
  ];
  const missed = [
    { registry: "ripe", outcome: "silent" },
    { registry: "arin", outcome: "none" },
    { registry: "other", outcome: "refused" },
    { registry: "dns", outcome: "none" },
  ];

  test("is told by one of seven names and by how it failed, once for each look-up; our own directory is none", () => {
    expect(missesIn(anAnswer({ failures }))).toEqual(missed);
    expect(missesIn(anAnswer())).toEqual([]);
  });

  test("stands in the log without the server's name, which anybody could choose", async () => {
    const flow = await aReportedFlow({ contacts: { failures } });
    const { id: caseId } = await flow.theCase();
    expect(flow.said.filter(({ code }) => code === "contact.missed").map(({ fields }) => fields)).toEqual(
      missed.map((miss) => ({ caseId, ...miss })),
    );
  });
});
