import { expect, test } from "vitest";
import { aCandidate } from "../support/a-case.ts";
import { aReportedFlow } from "../support/a-flow.ts";

const peer = (seenAt: string) => ({ peer: { address: "192.0.2.1", port: 51413, seenAt } });

test.each([
  ["the year 0", "seenAt", { seenAt: "0000-01-01T00:00:00Z" }],
  ["a clock that was never set", "seenAt", { seenAt: "1970-01-01T00:00:00Z" }],
  ["eleven years ago", "seenAt", { seenAt: "2015-11-24T09:00:00Z" }],
  ["a first sight of 1970", "firstSeenAt", { firstSeenAt: "1970-01-01T00:00:00Z" }],
  ["a peer's moment of 1970", "target.peer.seenAt", { target: peer("1970-01-01T00:00:00Z") }],
])("%s is a person's question, and nobody is written to", async (_, field, spoilt) => {
  const flow = await aReportedFlow({ contacts: { candidates: [aCandidate()] }, report: spoilt });
  await flow.pass({ minutes: 20 });
  const state = await flow.onlyEntry();
  expect([state.field, flow.mails.length]).toEqual([field, 0]);
  expect(state.reviews.map(({ question }) => question)).toEqual(["not-taken-in"]);
});

test("nine years ago is taken in", async () => {
  const flow = await aReportedFlow({ report: { seenAt: "2017-11-25T09:00:00Z" } });
  expect((await flow.theCase()).kind).toBe("case");
});
