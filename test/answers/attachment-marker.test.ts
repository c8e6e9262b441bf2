import { describe, expect, test } from "vitest";
import { aMail } from "./a-mail.ts";
import { bounceForms } from "./bounce-forms.ts";
import { leaks, markedBounce, markedReply } from "./marked-attachments.ts";
import { lettersBefore } from "./training/letter-set.ts";

describe("what is in an attachment is kept, logged and shown nowhere", () => {
  test("a marker in the text itself is found, so that this would find one", async () => {
    expect(
      await leaks([["planted", aMail({ From: "x@elsewhere.example" }, "mark-in-the-text"), "mark-in-the-text"]]),
    ).toHaveLength(1);
  });

  test("for a reply of each class", async () => {
    const ofEach = new Map(lettersBefore().map((reply) => [reply.wanted, reply]));
    expect(await leaks([...ofEach.values()].map(markedReply))).toEqual([]);
  });

  test("for bounces with a report and without", async () => {
    expect(await leaks(bounceForms.slice(0, 6).map(markedBounce))).toEqual([]);
  });
});
