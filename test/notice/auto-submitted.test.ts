import { expect, test } from "vitest";
import { walkMail } from "../../functions/answers/walk-mail.ts";
import { steps } from "../../functions/case/step.ts";
import { settingsSchema } from "../../functions/kernel/settings.ts";
import { composeNotice } from "../../functions/notice/compose-notice.ts";
import { aContact, aFullCase, aNotice, aRequest, sentBefore, settings } from "./a-request.ts";

const header = async (step: (typeof steps)[number], said: object = {}) => {
  const notice = aNotice(step, aContact("network", { language: "en" }));
  const request = aRequest(notice, aFullCase("phishing", { notices: [sentBefore(), notice] }), {
    settings: settingsSchema.parse({ ...settings, ...said }),
  });
  const composed = await composeNotice(request);
  if (!composed.ok) throw new Error(JSON.stringify(composed.error));
  return walkMail(composed.value.mime).headers.get("auto-submitted")?.[0];
};
const row = (autoSubmitted: boolean, email = "ABUSE@network.example") => ({
  directory: [{ matches: ["@network.example"], name: "Example", scope: "network", email, autoSubmitted }],
});

test.each(steps)(
  "a mail of the step %s does not say that a machine sent it, as ticket systems drop it then",
  async (step) => {
    expect(await header(step)).toBeUndefined();
  },
);

test("all say so where the operator wants it, and a desk's row goes before that", async () => {
  expect(await header("first", { autoSubmitted: true })).toBe("auto-generated");
  expect(await header("withdrawal", { autoSubmitted: true })).toBe("auto-generated");
  expect(await header("first", { autoSubmitted: true, ...row(false) })).toBeUndefined();
  expect(await header("first", row(true))).toBe("auto-generated");
  expect(await header("first", row(true, "noc@elsewhere.example"))).toBeUndefined();
});
