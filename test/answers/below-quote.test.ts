import { describe, expect, test } from "vitest";
import { ourGreetings } from "../../functions/answers/quoted-mail.ts";
import { composeNotice } from "../../functions/notice/compose-notice.ts";
import { languages } from "../../functions/notice/templates/languages.ts";
import { aContact, aFullCase, aNotice, aRequest, sentBefore } from "../notice/a-request.ts";
import { aMail } from "./a-mail.ts";
import { anInbox } from "./an-inbox.ts";
import { readMail } from "./as-deployed.ts";

const own = "We will not act on this without a court order.\n\nLegal";
const heads = [
  ["Outlook's line", "-----Original Message-----\nFrom: Example Hotline\nSubject: ABUSE: phishing\n\n"],
  ["Outlook's head", "Hello.\n\nFrom: Example Hotline\nSent: Tuesday, 24 November 2026 10:00\nSubject: phishing\n\n"],
  ["Gmail's line", "On Tue, Nov 24, 2026 at 10:00 AM Dispatch Desk <notices@dispatch.example> wrote:\n\n"],
  ["no line", ""],
] as const;
const at = "2026-11-23T08:00:00.000Z";
const steps = ["first", "reminder", "escalation", "withdrawal", "correction", "moved", "returned"] as const;

const theNotice = async (language: string, step: (typeof steps)[number]): Promise<string> => {
  const to = aContact("network", { language });
  const notice = aNotice(step, to);
  const state = aFullCase("phishing", {
    notices: [sentBefore(to), notice],
    cameBack: { removedAt: at, seenAt: at, at, times: 1, keptMs: 0 },
  });
  const made = await composeNotice(aRequest(notice, state));
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.text;
};

describe.each(languages.map(({ language, name }) => [name, language] as const))(
  "words below our own notice, quoted without marks, in %s",
  (_, language) => {
    test.each(steps)("are shown, and nothing of the notice, which is not the desk's word: %s", async (step) => {
      const notice = await theNotice(language, step);
      expect(readMail(aMail({}, `Thank you.\n\n${notice}`)).text).toBe("Thank you.");
      expect(readMail(aMail({}, notice))).toMatchObject({ class: "unclear", text: "" });
      for (const [, head] of heads) {
        expect(readMail(aMail({}, `${head}${notice}\n\n${own}`)).below).toBe(own);
        expect(readMail(aMail({}, `Thank you.\n\n${head}${notice}`)).below).toBeUndefined();
      }
    });
  },
);

describe("what a person reads of a reply", () => {
  const said = async (body: string): Promise<unknown> => {
    const inbox = await anInbox();
    const notice = await theNotice("en", "first");
    await inbox.take(inbox.from("abuse@network.example", {}, body.replace("NOTICE", notice)));
    const [replied] = (await inbox.events()).flatMap((event) => (event.type === "replied" ? [event] : []));
    return replied?.said;
  };

  test.each(heads)("has the words below an unmarked quote, under %s", async (_, head) => {
    expect(await said(`${head}NOTICE\n\n${own}`)).toContain(own);
  });

  test("has both, where the desk wrote above and below", async () => {
    expect(await said(`We have your mail.\n\n${heads[0][1]}NOTICE\n\n${own}`)).toMatch(
      /We have your mail\.\n\n\[…\]\n\nWe will not act/,
    );
  });

  test("keeps the end, which is the desk's, where the words above are long", async () => {
    const long = "The customer has been asked to comment on this. ".repeat(100);
    expect(await said(`${long}\n\n${heads[0][1]}NOTICE\n\n${own}`)).toContain(own);
  });

  test.each([
    ["another's quote", `-----Original Message-----\nFrom: Somebody\n\nPlease look into this.\n\n${own}`],
    ["a rule of dashes at the top", `--\n${own}`],
  ])("is not empty below %s", async (_, body) => {
    expect(await said(body)).toContain(own);
  });
});

test("no machine reads what is below a quote: an old mail's words close no case", async () => {
  const inbox = await anInbox();
  const below =
    "-----Original Message-----\nFrom: Example Hotline\n\nOur ticket is new.\n\nWe have removed the content.";
  await inbox.take(inbox.from("abuse@network.example", {}, below));
  expect(await inbox.closed()).toBeUndefined();
});

test("the greeting of each language is known", () => {
  expect(languages.filter(({ parts }) => !ourGreetings.has(parts.greeting)).map(({ name }) => name)).toEqual([]);
});

test("a place and our number in a desk's own words are no notice of ours", () => {
  const own = "hxxps://bad[.]example/login: removed.\n\nYour number: TD-7K3M-9QXZ-4B2N";
  expect(readMail(aMail({}, own)).text).toBe(own);
});
