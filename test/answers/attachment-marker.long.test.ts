import { describe, expect, test } from "vitest";
import { bounceForms } from "./bounce-forms.ts";
import { leaks, markedBounce, markedReply } from "./marked-attachments.ts";
import { replySet } from "./reply-set.ts";

describe("what is in an attachment is kept, logged and shown nowhere", () => {
  test("for every reply written for this project", async () => {
    expect(await leaks(replySet().map(markedReply))).toEqual([]);
  });

  test("for every form of bounce", async () => {
    expect(await leaks(bounceForms.map(markedBounce))).toEqual([]);
  });
});
