import { describe, expect, test } from "vitest";
import { spread } from "../support/spread.ts";
import { bounceForms } from "./bounce-forms.ts";
import { leaks, marked, markedBounce, markedReply } from "./marked-attachments.ts";
import { strangeMails } from "./strange-mails.ts";
import { lettersBefore } from "./training/letter-set.ts";

describe("what is in an attachment is kept, logged and shown nowhere", () => {
  test("for replies of every kind that were written for this project", async () => {
    expect(await leaks(spread(lettersBefore(), 500).map(markedReply))).toEqual([]);
  });

  test("for every form of bounce", async () => {
    expect(await leaks(bounceForms.map(markedBounce))).toEqual([]);
  });

  test("for every mail whose form is rare, broken or hostile", async () => {
    expect(await leaks(strangeMails.map(({ name, bytes }) => marked(name, bytes)))).toEqual([]);
  });
});
