import { expect, test } from "vitest";
import type { Candidate, ContactAnswer } from "../../functions/case/candidate.ts";
import { withChannels } from "../../functions/contact/with-channels.ts";
import type { CurrentSettings } from "../../functions/kernel/in-force.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import type { HttpAnswer } from "../../functions/send/channels/http-answer.ts";
import { aCandidate, anAnswer, aSettings } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";
import { aPlayedApi } from "../support/a-played-api.ts";

/* An adversary's attacks: AWS's desk is told by its API or by mail, never by both, and never against its will. */

const desk = aCandidate({ email: "trustandsafety@support.aws.com", scope: "network" });
const carrier = aCandidate({ email: "abuse@carrier.example", scope: "upstream" });
const silent: HttpAnswer = { kind: "silent", detail: "No answer in time." };
const paused: Settings["channels"] = { aws: { paused: true } };

type Given = { readonly channels?: Settings["channels"]; readonly found?: Partial<ContactAnswer> };

const atAws = ({ channels = { aws: {} }, found = { candidates: [desk, carrier] } }: Given = {}) => {
  const flow = aFlow({ channels });
  const api = aPlayedApi("aws", flow.now);
  flow.apiSays(api.ask);
  let [now, finds] = [channels, found];
  const names = ["shop.bad.example"];
  flow.contacts(() => withChannels(anAnswer(finds), { settings: aSettings({ channels: now }), names }));
  return {
    flow,
    api,
    become: (settings: Partial<CurrentSettings>) => {
      now = settings.channels ?? now;
      flow.settingsBecome({ channels: now, ...settings });
    },
    finds: (candidates: readonly Candidate[], more: Partial<ContactAnswer> = {}) => {
      finds = { candidates, ...more };
    },
    /** Reports at AWS, and mails to its mailbox. */
    told: () => ({ api: api.submitted.length, mails: flow.told().filter((one) => one === desk.email).length }),
  };
};

test.each([
  ["paused", paused],
  ["removed", {}],
])("a report whose answer was lost is not mailed by itself once the API is %s", async (_, channels) => {
  const at = atAws();
  at.api.spoil(silent);
  await at.flow.report(nativeMessage());
  at.become({ channels });
  await at.flow.pass({ minutes: 6 });
  await at.flow.pass({ hours: 2 });
  expect([at.told(), await at.flow.questions()]).toEqual([{ api: 1, mails: 0 }, ["unknown-send"]]);
});

test.each([
  ["paused", paused],
  ["removed", {}],
])("a report in line is mailed once the API is %s", async (_, channels) => {
  const at = atAws();
  at.api.refuse({ kind: "unreached", detail: "No connection." });
  await at.flow.report(nativeMessage());
  at.become({ channels });
  await at.flow.pass({ hours: 2 });
  expect(at.told()).toEqual({ api: 0, mails: 1 });
});

test.each([desk.email, "@support.aws.com"])("an opt-out stops what is in line for the API: %s", async (optOut) => {
  const at = atAws();
  at.api.refuse({ kind: "unreached", detail: "No connection." });
  await at.flow.report(nativeMessage());
  at.api.refuse();
  at.become({ optedOut: [optOut] });
  at.finds([carrier], { optedOut: [desk.email] });
  await at.flow.pass({ hours: 3 });
  expect(at.told()).toEqual({ api: 0, mails: 0 });
});

test("a desk that is to be told nothing for some hours is told nothing by its API", async () => {
  const at = atAws();
  const [since, until] = ["2026-11-24T09:00:00.000Z", "2026-11-24T20:00:00.000Z"];
  at.become({
    inhibitions: [{ about: { desk: { kind: "mailbox", email: desk.email } }, since, until, planned: until }],
  });
  await at.flow.report(nativeMessage());
  expect(at.told()).toEqual({ api: 0, mails: 0 });
});

test("a desk that had a mail, and says that it is not its own, is not told by the API turned on since", async () => {
  const at = atAws({ channels: {} });
  await at.flow.report(nativeMessage());
  at.become({ channels: { aws: {} } });
  await at.flow.deskReplies("not-ours", true);
  await at.flow.pass({ hours: 3 });
  expect(at.told()).toEqual({ api: 0, mails: 1 });
});

test("a desk that its API's answer passed over is not mailed once the API is paused", async () => {
  const at = atAws();
  await at.flow.report(nativeMessage());
  at.api.decide("NOT_RESOLVABLE_TO_AWS");
  await at.flow.pass({ hours: 2 });
  at.become({ channels: paused });
  await at.flow.pass({ hours: 60 });
  expect(at.told()).toEqual({ api: 1, mails: 0 });
});

test("a desk beside another is told once", async () => {
  const beside = { ...desk, beside: true } as const;
  const at = atAws({ found: { candidates: [aCandidate({ email: "abuse@amazonaws.com" }), beside, carrier] } });
  await at.flow.report(nativeMessage());
  await at.flow.pass({ hours: 1 });
  expect([at.told(), at.flow.told()]).toEqual([{ api: 1, mails: 0 }, ["abuse@amazonaws.com"]]);
});

test("a desk of one address's platform and another's network is told once", async () => {
  const name = "Amazon Web Services";
  const candidates: readonly Candidate[] = [
    { ...desk, scope: "platform", source: "directory", name, serves: ["192.0.2.10"] },
    { ...desk, serves: ["198.51.100.10"], range: "198.51.100.0/24" },
    carrier,
  ];
  const addresses = ["192.0.2.10", "198.51.100.10"];
  const at = atAws({ found: { candidates, addresses, platform: name, platformAt: ["192.0.2.10"] } });
  await at.flow.report(nativeMessage());
  await at.flow.pass({ hours: 1 });
  expect(at.told()).toEqual({ api: 1, mails: 0 });
});

test("a word of another provider's list closes nothing", async () => {
  const at = atAws();
  await at.flow.report(nativeMessage());
  at.api.decide("content_removed");
  await at.flow.pass({ hours: 2 });
  expect([await at.flow.outcome(), await at.flow.questions()]).toEqual([undefined, ["reply"]]);
});
