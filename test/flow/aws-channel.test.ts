import { describe, expect, test } from "vitest";
import { reportKeyOf } from "../../functions/case/case-id.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import type { HttpAnswer } from "../../functions/send/channels/http-answer.ts";
import { numberOf } from "../../infra/local/servers/channels/played.ts";
import { aCandidate, aSettings } from "../support/a-case.ts";
import { aFlow, classifiedAbuse, nativeMessage } from "../support/a-flow.ts";
import { aPlayedApi } from "../support/a-played-api.ts";

const desk = aCandidate({ email: "trustandsafety@support.aws.com", scope: "network" });
const carrier = aCandidate({ email: "abuse@carrier.example", scope: "upstream" });
const checks: Partial<Settings> = {
  reporters: aSettings().reporters.map((one) => (one.id === "hotline" ? { ...one, checks: true } : one)),
};
const silent: HttpAnswer = { kind: "silent", detail: "No answer in time." };
const answered = (status: number, json: unknown): HttpAnswer => ({ kind: "answered", status, json });

type Given = {
  readonly settings?: Partial<Settings>;
  readonly report?: Record<string, unknown>;
  readonly spoil?: HttpAnswer;
  readonly refuse?: HttpAnswer;
};

/** A page in a network of AWS, whose desk has a mailbox as well. */
const atAws = async ({ settings = {}, report = {}, spoil, refuse }: Given = {}) => {
  const flow = aFlow({ channels: { aws: {} }, ...settings });
  const api = aPlayedApi("aws", flow.now);
  if (spoil) api.spoil(spoil);
  if (refuse) api.refuse(refuse);
  flow.apiSays(api.ask);
  flow.contacts(() => ({ candidates: [{ ...desk, channel: "aws" }, carrier] }));
  await flow.report(nativeMessage(report));
  const notice = async () => (await flow.theCase()).notices[0] ?? expect.fail("the case has a notice");
  return { flow, api, notice };
};

describe("a page at AWS", () => {
  test("is reported by its API, once, by no mail, and with nobody asked", async () => {
    const { flow, api, notice } = await atAws();
    expect(await notice()).toMatchObject({ state: "sent", ticket: numberOf("aws", 1) });
    await flow.pass({ hours: 3 });
    expect([api.submitted.length, flow.mails.length, await flow.questions()]).toEqual([1, 0, []]);
    const { id, notices } = await flow.theCase();
    const key = `${id}_${notices[0]?.id}`;
    expect(api.submitted[0]?.body).toMatchObject({ clientToken: key, correlationId: key });
  });

  test.each(["terrorism", "other"])("of a category that XARF has no type for is mailed: %s", async (category) => {
    const { flow, api } = await atAws({ report: { category } });
    expect([api.asks(), flow.told()]).toEqual([0, [desk.email]]);
  });

  test.each([
    ["that it does not take it", answered(422, { message: "The report is too old." })],
    ["that we may not", answered(403, { message: "The role lacks abuse:CreateAbuseReport." })],
  ])("is mailed where the API says %s", async (_, refuse) => {
    const { flow, api } = await atAws({ refuse });
    await flow.pass({ minutes: 5 });
    expect([api.puts(), flow.told(), await flow.questions()]).toEqual([1, [desk.email], []]);
  });
});

describe("a report to AWS whose answer nobody knows", () => {
  test.each<[string, HttpAnswer]>([
    ["nothing in time", silent],
    ["an error of its own", answered(500, { message: "Internal" })],
    ["a page of HTML", { kind: "unreadable", status: 200, detail: "which is not JSON." }],
    ["that it has it in other words", answered(409, { message: "Conflict" })],
  ])("is found in its list, and no second report: %s", async (_, spoil) => {
    const { flow, api, notice } = await atAws({ spoil });
    await flow.pass({ minutes: 10 });
    expect(await notice()).toMatchObject({ state: "sent", ticket: numberOf("aws", 1) });
    expect([api.submitted.length, flow.mails.length, await flow.questions()]).toEqual([1, 0, []]);
  });

  test("is put again by itself where it never came, and nobody is asked", async () => {
    const { flow, api, notice } = await atAws({ refuse: silent });
    await flow.pass({ minutes: 3 });
    api.refuse();
    await flow.pass({ minutes: 6 });
    await flow.pass({ hours: 2 });
    expect([(await notice()).state, api.submitted.length, await flow.questions()]).toEqual(["sent", 1, []]);
  });

  test.each([
    ["within a day", {}, 24],
    ["in the urgent lane within two hours", classifiedAbuse, 2],
  ])("is a person's where the API stays down, and never mailed by itself: %s", async (_, report, hours) => {
    const { flow, api } = await atAws({ report, refuse: silent });
    await flow.pass({ hours });
    const { notices } = await flow.theCase();
    expect([api.submitted.length, notices.map(({ to, state }) => [to.channel, state])]).toEqual([
      0,
      [["aws", "unknown"]],
    ]);
    expect(await flow.questions()).toContain("unknown-send");
  });
});

test("an outage that others met leaves to mail no report that may have been taken before it", async () => {
  const { flow, api } = await atAws({ report: classifiedAbuse, refuse: silent });
  for (const page of ["2", "3", "4", "5"])
    await flow.report(
      nativeMessage({ ...classifiedAbuse, reportId: `r-${page}`, target: { url: `https://shop.bad.example/${page}` } }),
    );
  await flow.pass({ hours: 2 });
  expect([api.submitted.length, flow.said.some(({ code }) => code === "channel.shut")]).toEqual([0, true]);
  const caseId = (await flow.store.caseOfReport(reportKeyOf("hotline", "r-1"))) ?? "";
  const first = await flow.store.read(caseId);
  expect(first?.kind === "case" && first.notices.map(({ to, state }) => [to.channel, state])).toEqual([
    ["aws", "unknown"],
  ]);
});

describe("what AWS comes to", () => {
  test.each(["ACTIONED", "CONTENT_DOWN_OR_INACCESSIBLE"])("ends the case once the checker agrees: %s", async (word) => {
    const { flow, api } = await atAws({ settings: checks });
    api.decide(word);
    await flow.pass({ hours: 1 });
    expect([(await flow.theCase()).closed, (await flow.theCase()).checks?.open?.closes]).toEqual([undefined, true]);
    await flow.says("gone");
    await flow.pass({ minutes: 3 });
    expect([await flow.outcome(), await flow.questions()]).toEqual(["removed", []]);
  });

  test("is that it is not AWS's: the next is told, and not AWS once more by mail", async () => {
    const { flow, api, notice } = await atAws();
    api.decide("NOT_RESOLVABLE_TO_AWS");
    await flow.pass({ hours: 1.5 });
    expect([(await notice()).taken?.way, flow.told()]).toEqual(["right-party", [carrier.email]]);
  });

  test.each([
    ["NEED_MORE_INFORMATION", "AWS says that it needs to know more (AWS is done with your report.)."],
    [
      "SOMETHING_NEW",
      "AWS closed the report by a word that nobody knows: SOMETHING_NEW (AWS is done with your report.).",
    ],
  ])("is a person's with its own words: %s", async (word, says) => {
    const { flow, api } = await atAws();
    api.decide(word);
    await flow.pass({ hours: 1 });
    const { reviews, closed } = await flow.theCase();
    expect([reviews.map(({ question }) => question), closed]).toEqual([["reply"], undefined]);
    expect(reviews[0]?.reason).toContain(says.slice(0, -1));
  });

  test("about a report of another notice is a person's", async () => {
    const { flow, api } = await atAws();
    api.refuse(
      answered(200, {
        reportId: numberOf("aws", 1),
        correlationId: "another",
        status: "COMPLETED",
        reasonCode: "ACTIONED",
        description: "",
      }),
    );
    await flow.pass({ hours: 1 });
    expect([(await flow.theCase()).closed, await flow.questions()]).toEqual([undefined, ["reply"]]);
  });
});
