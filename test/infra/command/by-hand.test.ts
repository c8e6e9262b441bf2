import { ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { describe, expect, test } from "vitest";
import { advance } from "../../../functions/case/advance.ts";
import type { CaseEvent } from "../../../functions/case/event.ts";
import { beginTarget } from "../../../functions/case/evolve/report.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { changeCase } from "../../../functions/store/change-case.ts";
import { changeOf } from "../../../functions/store/change-of.ts";
import { reopen } from "../../../infra/command/by-hand.ts";
import { caseWorkAt, storeAt } from "../../../infra/command/connection.ts";
import { correct } from "../../../infra/command/correct.ts";
import { writeToDesk } from "../../../infra/command/write.ts";
import { readEndpoints } from "../../../infra/local/endpoints.ts";
import { anAnswer, anOpening, aSettings, morning } from "../../support/a-case.ts";
import { besideATable } from "../../support/beside-a-table.ts";

const { folder, said } = besideATable();
const where = { folder, why: "The desk's word was not true: it stands there as before." };

const aKeptCase = async (closed?: Extract<CaseEvent, { type: "closed" }>) => {
  const opening = anOpening();
  const facts = [opening, { type: "contact-answered", at: morning, answer: anAnswer() } as const];
  const advanced = advance(
    beginTarget(opening),
    [...facts, ...(closed ? [closed] : [])],
    policyOf(aSettings()),
    morning,
  );
  const written = await storeAt(where).commit(changeOf(advanced, morning, undefined));
  expect(written.ok).toBe(true);
  return advanced.next.id;
};
const removed = { type: "closed", at: morning, outcome: "removed", why: "its desk says so" } as const;
const hinted = async () => {
  const QueueUrl = readEndpoints(folder)?.hintQueueUrls["contact-standard"];
  const { Messages = [] } = await new SQSClient({}).send(new ReceiveMessageCommand({ QueueUrl }));
  return Messages.map(({ Body = "" }) => JSON.parse(Body));
};

describe("takedown reopen", () => {
  test("opens a closed case again in the name of who is signed in, by a fresh look-up, and says so", async () => {
    const caseId = await aKeptCase(removed);
    await reopen(caseId.toLowerCase(), { ...where, why: `  ${where.why} ` });
    expect(said).toEqual([expect.stringMatching(new RegExp(`^${caseId} is open again, and nobody is told twice`))]);
    const state = await storeAt(where).read(caseId);
    expect(state).toMatchObject({ lookAgain: true });
    expect(state).not.toHaveProperty("closed");
    const lines = await storeAt(where).history(caseId);
    expect(lines.at(-1)?.events[0]).toMatchObject({ type: "reopened", by: "local operator", why: where.why });
    expect(await hinted()).toEqual([{ caseId }]);
  });

  test("gives a program what it did", async () => {
    const caseId = await aKeptCase(removed);
    await reopen(caseId, { ...where, json: true });
    expect(said.map((line) => JSON.parse(line))).toMatchObject([{ caseId, does: "reopen" }]);
  });

  test("says why nothing was changed of a case that is open, that there is none, or without a reason", async () => {
    const caseId = await aKeptCase();
    await expect(reopen(caseId, where)).rejects.toThrow("The case is open; nothing was changed.");
    await expect(reopen("TD-0000-0000-0000", where)).rejects.toThrow("There is no case TD-0000-0000-0000.");
    await expect(reopen(caseId, { ...where, why: " " })).rejects.toThrow("Give the reason with --why");
    expect(said).toEqual([]);
  });
});

const aToldCase = async (opening = anOpening()) => {
  const facts = [opening, { type: "contact-answered", at: morning, answer: anAnswer() } as const];
  const opened = advance(beginTarget(opening), facts, policyOf(aSettings()), morning);
  const { next } = opened;
  const wire = next.notices.flatMap(({ id: noticeId }): readonly CaseEvent[] => {
    const of = { at: morning, noticeId, attemptId: `${next.id}_${noticeId}_1` };
    const claim = { subject: "ABUSE: phishing", renderHash: "0f", recipientHash: "0f" };
    return [
      { type: "send-claimed", ...of, ...claim },
      { type: "sent", ...of, sesMessageId: "m-1" },
    ];
  });
  expect((await storeAt(where).commit(changeOf(opened, morning, undefined))).ok).toBe(true);
  expect((await changeCase(await caseWorkAt(where), next.id, () => wire)).ok).toBe(true);
  return next.id;
};

describe("takedown correct", () => {
  const right = { folder, why: "The reporter mistook the bank.", explanation: "It copies Second Bank." };
  const correctionsOf = async (caseId: string) => {
    const state = await storeAt(where).read(caseId);
    return state?.kind === "case" ? state.notices.filter(({ step }) => step === "correction") : [];
  };

  test("shows the mail and its desk, and writes nothing without --send", async () => {
    const caseId = await aToldCase();
    await correct(caseId, right);
    expect(said[0]).toMatch(/^To: \S+@\S+\nSubject: .*CORRECTION/);
    expect(said[0]).toContain("It copies Second Bank.");
    expect(said[1]).toMatch(
      /^Nothing was recorded or sent. The same command with --send --seen [0-9a-f]{16} does both.$/,
    );
    expect(await correctionsOf(caseId)).toEqual([]);
  });

  test("with --send puts it in line once, however often it is said", async () => {
    const caseId = await aToldCase();
    await correct(caseId, { ...right, send: true, json: true });
    expect(said.map((line) => JSON.parse(line))).toMatchObject([{ caseId, does: "correct", mails: [{}] }]);
    await expect(correct(caseId, { ...right, send: true })).rejects.toThrow("says these very words already");
    expect(await correctionsOf(caseId)).toHaveLength(1);
  });

  test("sends nothing where somebody was first since the mails were seen", async () => {
    const caseId = await aToldCase();
    await correct(caseId, right);
    const seen = /--send --seen ([0-9a-f]{16}) /.exec(said.at(-1) ?? "")?.[1] ?? "";
    await correct(caseId, { ...right, explanation: "It copies a third bank.", send: true });
    await expect(correct(caseId, { ...right, send: true, seen })).rejects.toThrow(
      "What would go may not be what you saw",
    );
    await correct(caseId, { ...right, json: true });
    await correct(caseId, { ...right, send: true, seen: JSON.parse(said.at(-1) ?? "").seen });
    const state = await storeAt(where).read(caseId);
    expect(state).toMatchObject({ evidence: { explanation: right.explanation } });
  });

  test("says what is wrong with it before it shows anything", async () => {
    const caseId = await aToldCase();
    await expect(correct(caseId, { ...right, explanation: " " })).rejects.toThrow("Write what is right");
    await expect(correct("TD-0000-0000-0000", right)).rejects.toThrow("There is no case TD-0000-0000-0000.");
    expect(said).toEqual([]);
  });
});

describe("takedown write", () => {
  const letter = { folder, why: "They ask for the browser.", text: "It was a phone's browser." };
  const lettersOf = async (caseId: string) => {
    const state = await storeAt(where).read(caseId);
    return state?.kind === "case" ? state.notices.filter(({ step }) => step === "letter") : [];
  };
  const seenIn = () => /--send --seen ([0-9a-f]{16}) sends it\.$/.exec(said.at(-1) ?? "")?.[1] ?? "";

  test("shows the mail, writes nothing without --send, and sends by its code what was shown", async () => {
    const caseId = await aToldCase();
    await writeToDesk(caseId, letter);
    expect(said[0]).toMatch(/^To: \S+@\S+\nSubject: Re: /);
    expect([seenIn(), await lettersOf(caseId)]).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/), []]);
    await writeToDesk(caseId, { ...letter, send: true, seen: seenIn() });
    expect(await lettersOf(caseId)).toMatchObject([{ letter: { by: "local operator", text: letter.text } }]);
  });

  test("sends nothing where another mail would go than was seen", async () => {
    const caseId = await aToldCase();
    await writeToDesk(caseId, letter);
    const seen = seenIn();
    const other = { ...letter, text: "It was a desktop's browser.", send: true, seen } as const;
    await expect(writeToDesk(caseId, other)).rejects.toThrow("What would go may not be what you saw");
    expect(await lettersOf(caseId)).toEqual([]);
    await writeToDesk(caseId, { ...letter, json: true });
    expect(JSON.parse(said.at(-1) ?? "")).toMatchObject({ caseId, does: "preview", seen });
  });

  test("sends nothing by another case's code", async () => {
    const one = await aToldCase();
    const target = { kind: "url", url: "https://other.bad.example/", host: "other.bad.example" } as const;
    const other = await aToldCase({ ...anOpening({ reportId: "r-2", target }), caseId: "TD-0000-0000-0002" });
    await writeToDesk(one, letter);
    await expect(writeToDesk(other, { ...letter, send: true, seen: seenIn() })).rejects.toThrow(
      "What would go may not be what you saw",
    );
    expect(await lettersOf(other)).toEqual([]);
  });

  test("takes no code without --send, and says after a refusal how to look anew", async () => {
    const caseId = await aToldCase();
    const seen = "0000000000000000";
    await expect(writeToDesk(caseId, { ...letter, seen })).rejects.toThrow("--seen goes with --send");
    await expect(writeToDesk(caseId, { ...letter, send: true, seen })).rejects.toThrow("Without --send");
    expect([said, await lettersOf(caseId)]).toEqual([[], []]);
  });

  test("takes its own look with --send alone", async () => {
    const caseId = await aToldCase();
    await writeToDesk(caseId, { ...letter, send: true });
    expect(await lettersOf(caseId)).toHaveLength(1);
  });
});
