import { expect, test } from "vitest";
import { readAttemptId } from "../../functions/answers/delivery-fact.ts";
import {
  probeMessage,
  probeNames,
  probes,
  probeTag,
  readProbe,
  readProbeEvent,
  runAmong,
  smokeAddress,
} from "../../functions/smoke/probe.ts";

const run = "abcdefghij234567";

test("a probe goes to SES's own simulator or to our reply domain, and to nobody else", () => {
  expect([...new Set(Object.values(probes).map(({ to }) => to))]).toEqual([
    "success@simulator.amazonses.com",
    "bounce@simulator.amazonses.com",
    "complaint@simulator.amazonses.com",
    "reply-domain",
  ]);
});

test.each(probeNames)("the probe %s is read from its message as it was put there", (name) => {
  expect(readProbe(probeMessage({ run, name }))).toEqual({ run, name });
});

test.each([
  ["a hint", '{"caseId":"NL-1"}'],
  ["a recipient in the message", `{"smoke":{"run":"${run}","probe":"delivered","to":"someone@example.org"}}`],
  ["a probe of another name", `{"smoke":{"run":"${run}","probe":"someone@example.org"}}`],
  ["a run of another form", '{"smoke":{"run":"../../x","probe":"delivered"}}'],
])("%s is no probe", (_, body) => {
  expect(readProbe(body)).toBeUndefined();
});

const eventOf = (attempt: string) =>
  JSON.stringify({ source: "aws.ses", detail: { eventType: "Bounce", mail: { tags: { attempt: [attempt] } } } });

test("an event of SES about a probe names its run, and is about no notice", () => {
  const tag = probeTag({ run, name: "urgent-delivered" });
  expect(readProbeEvent(eventOf(tag))).toEqual({ run, name: "urgent-delivered", event: "Bounce" });
  expect(readAttemptId(tag)).toBeUndefined();
});

test.each([`smoke_${run}_other`, `smoke_${run.slice(1)}_bounced`, "NL-1_n-1_1"])(
  "an event tagged %s is about no probe",
  (tag) => {
    expect(readProbeEvent(eventOf(tag))).toBeUndefined();
  },
);

test("a reply is a run's own by its address in a reply domain alone", () => {
  const domains = ["reply.hotline.example"];
  const address = smokeAddress(run, "reply.hotline.example");
  expect(runAmong(["c.x@reply.hotline.example", address.toUpperCase()], domains)).toBe(run);
  expect(runAmong([smokeAddress(run, "elsewhere.example")], domains)).toBeUndefined();
  expect(runAmong(["smoke.short@reply.hotline.example"], domains)).toBeUndefined();
});
