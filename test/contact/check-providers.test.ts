import { describe, expect, it } from "vitest";
import { checkProviders } from "../../functions/contact/check-providers.ts";
import { directoryEntry } from "../../functions/kernel/settings-rows.ts";
import { aSettings, morning } from "../support/a-case.ts";

const fine = { name: "Pages", matches: ["pages.example"], kind: "site-builder", email: "abuse@pages.example" };
const problems = (...entries: readonly object[]) =>
  checkProviders(aSettings({ directory: entries.map((entry) => directoryEntry.parse(entry)) }), morning).problems.map(
    ({ name, problem }) => `${name}: ${problem}`,
  );

describe("the list of providers", () => {
  it("has no problem, says by which source each mailbox is known, and why a row has neither mailbox nor form", () => {
    const { rows, problems: found } = checkProviders(aSettings(), "2026-11-25T12:00:00.000Z");
    expect([found, rows > 250]).toEqual([[], true]);
  });

  it("says row by row what expired, once it has", () => {
    expect(checkProviders(aSettings(), "2027-05-26T00:00:00.000Z").problems).toContainEqual({
      name: "GitHub",
      problem: "it expired on 2027-05-25",
    });
  });
});

describe("an operator's entry beside it", () => {
  it("is no problem where it is whole and its own", () => expect(problems(fine)).toEqual([]));

  it.each([
    [{ ...fine, matches: ["forms.pages.example"], name: "Forms" }, "Forms: forms.pages.example is Pages's as well"],
    [{ ...fine, matches: ["www.github.io"], name: "Other" }, "Other: www.github.io is GitHub's as well"],
    [{ ...fine, matches: ["149.154.160.0/24"], name: "Other" }, "Other: a range is Telegram's as well"],
    [{ ...fine, matches: ["AS13335"], name: "Other" }, "Other: AS13335 is Cloudflare's as well"],
    [{ ...fine, matches: ["help@godaddy.com"], name: "Other" }, "Other: help@godaddy.com is GoDaddy's as well"],
    [{ ...fine, matches: ["co.uk"], name: "Other" }, "Other: co.uk is no provider's"],
    [
      { ...fine, matches: ["other.example"], name: "Other", email: "noreply@other.example" },
      "Other: email noreply@other.example: This address says of itself",
    ],
    [
      { ...fine, matches: ["other.example"], name: "Other", form: "https://other.example/" },
      "Other: form https://other.example/: this is no page",
    ],
    [{ ...fine, matches: ["other.example"], name: "Other", email: undefined }, "Other: it can't be told"],
    [
      { ...fine, matches: ["other.example"], name: "Other", mail: "unread" },
      "Other: it has an email that its mail: unread says is not read",
    ],
    [{ ...fine, matches: ["other.example"], name: "Other", expires: "2026-11-23" }, "Other: it expired on 2026-11-23"],
    [{ ...fine, matches: ["other.example"] }, "Pages: another row has the same name"],
  ])("%j is named with what is wrong", (entry, problem) => {
    expect(problems(fine, entry).some((found) => found.startsWith(problem))).toBe(true);
  });

  it("may lie in another's where its note says so", () => {
    expect(
      problems(fine, {
        ...fine,
        matches: ["forms.pages.example"],
        name: "Forms",
        note: "the forms of Pages have a desk of their own",
      }),
    ).toEqual([]);
  });
});
