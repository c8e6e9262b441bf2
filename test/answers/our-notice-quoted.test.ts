import { describe, expect, test } from "vitest";
import { ourGreetings } from "../../functions/answers/quoted-mail.ts";
import type { Case } from "../../functions/case/case.ts";
import { composeNotice } from "../../functions/notice/compose-notice.ts";
import { languages } from "../../functions/notice/templates/languages.ts";
import { aContact, aFullCase, aNotice, aRequest, sentBefore } from "../notice/a-request.ts";
import { aMail } from "./a-mail.ts";
import { readMail } from "./as-deployed.ts";

const at = "2026-11-23T08:00:00.000Z";
const cameBack: Case["cameBack"] = { removedAt: at, seenAt: at, at, times: 1, keptMs: 0 };
const steps = ["first", "reminder", "withdrawal", "correction", "moved", "returned"] as const;

describe.each(languages.map(({ language, name }) => [name, language] as const))(
  "our own notice, which a mail gives back without any mark, in %s",
  (_, language) => {
    const to = aContact("network", { language });
    const before = sentBefore(to);

    test.each(steps)("says nothing in the desk's name: %s", async (step) => {
      const notice = aNotice(step, to);
      const made = await composeNotice(
        aRequest(notice, aFullCase("phishing", { notices: [before, notice], cameBack })),
      );
      if (!made.ok) throw new Error(JSON.stringify(made.error));
      expect(readMail(aMail({}, `Thank you.\n\n${made.value.text}`)).text).toBe("Thank you.");
      expect(readMail(aMail({}, made.value.text))).toMatchObject({ class: "unclear", text: "" });
    });
  },
);

test("the greeting of each language is known", () => {
  expect(languages.filter(({ parts }) => !ourGreetings.has(parts.greeting)).map(({ name }) => name)).toEqual([]);
});

test("a place and our number in a desk's own words are no notice of ours", () => {
  const own = "hxxps://bad[.]example/login: removed.\n\nYour number: TD-7K3M-9QXZ-4B2N";
  expect(readMail(aMail({}, own)).text).toBe(own);
});
