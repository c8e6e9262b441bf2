import { expect, it } from "vitest";
import type { ContactForm } from "../../../functions/case/candidate.ts";
import { providerRows } from "../../../functions/contact/provider-rows.ts";
import { apiProviders } from "../../../functions/kernel/channels.ts";
import { formFieldsOf } from "../../../functions/send/channels/form-fields.ts";
import { providers } from "../../../functions/send/channels/providers.ts";
import { aCase, aSettings } from "../../support/a-case.ts";

const aForm = (api?: string): ContactForm => ({
  url: "https://platform.example/report",
  scope: "platform",
  ...(api !== undefined && { api }),
});
const settings = aSettings();

it("has the fields of the interface behind it, without mailboxes, and what the provider passes on", () => {
  expect(formFieldsOf(aCase({}), aForm("GoDaddy abuse reports"), settings)).toEqual({
    ok: true,
    value: {
      name: "GoDaddy",
      fields: [
        { name: "type", value: "PHISHING" },
        { name: "source", value: "https://shop.bad.example/login" },
        {
          name: "info",
          value:
            "What it is: A copy of a bank's sign-in page asks for passwords.\n" +
            "Last seen: 2026-11-24 09:00:00 UTC\nOur number: TD-0000-0000-0001",
        },
      ],
      says: [
        "Whom GoDaddy tells in turn is not known.",
        "It takes 5 addresses of one domain at most.",
        "Whoever uses it sends no mail to phishing@godaddy.com, netabuse@godaddy.com, malware@godaddy.com, " +
          "spam@godaddy.com.",
      ],
    },
  });
});

it("says why its interface does not take the case", () => {
  const fields = formFieldsOf(aCase({ category: "fraud" }), aForm("GoDaddy abuse reports"), settings);
  expect(fields).toEqual({
    ok: false,
    error: { kind: "unfit", why: "GoDaddy does not take fraud by its API." },
  });
});

it.each([[undefined], ["Another interface"]])("behind which none that we know stands (%s) has no fields", (api) => {
  expect(formFieldsOf(aCase({}), aForm(api), settings)).toBeUndefined();
});

it.each(apiProviders.map((provider) => [provider]))("of %s is named by a row of what is known", (provider) => {
  const named = providerRows(settings).filter(({ entry }) => entry.api === providers[provider].api);
  expect(named.length).toBeGreaterThan(0);
});
