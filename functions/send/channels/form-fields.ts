import type { ContactForm } from "../../case/candidate.ts";
import type { Case } from "../../case/case.ts";
import type { ApiProvider } from "../../kernel/channels.ts";
import { defangHost } from "../../kernel/defang.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Settings } from "../../kernel/settings.ts";
import type { Category } from "../../report/category.ts";
import type { PassesOn, Provider, Unfit } from "./provider.ts";
import { providers } from "./providers.ts";
import { tellingOf } from "./telling.ts";

/** What a provider's interface is sent, field by field, and what to know about it. */
export type FormFields = {
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** Whom the provider notifies in turn, and what it forbids besides. A sentence each. */
  readonly says: readonly string[];
};

/** The interface behind a form, by the name in the provider's row. */
const providerOf = ({ api }: ContactForm): Provider | undefined =>
  Object.values<Provider>(providers).find((provider) => provider.api === api);

/** Mailboxes are the filer's own. */
const isMailbox = (field: string): boolean => /^email/.test(field);

/** For the preview and whoever fills in the form. `undefined` for no known interface. Sends nothing. */
export const formFieldsOf = (
  state: Case,
  form: ContactForm,
  settings: Settings,
): Result<FormFields, Unfit> | undefined => {
  const provider = providerOf(form);
  return provider && fieldsFor(state, provider, settings);
};

/** The same for a notice by a provider's API. */
export const apiFieldsOf = (state: Case, of: ApiProvider, settings: Settings): Result<FormFields, Unfit> =>
  fieldsFor(state, providers[of], settings);

/** A notice's subject by API: which kind of report, about which host. */
export const apiSubjectOf = (of: ApiProvider, { category, target }: Case): string =>
  `${providers[of].api}: ${providers[of].takes[category]}, ${defangHost(target.host)}`;

const fieldsFor = (state: Case, provider: Provider, settings: Settings): Result<FormFields, Unfit> => {
  const telling = tellingOf(state, { settings, replyAddress: settings.senderAddress, toldOfDomain: 0 });
  const made = provider.toRequest(telling);
  if (!made.ok) return made;
  const body = made.value.method === "POST" ? made.value.body : {};
  const fields = Object.entries(body)
    .filter(([name]) => !isMailbox(name))
    .map(([name, value]) => ({ name, value: written(value) }));
  return ok({ name: provider.name, fields, says: rulesOf(provider, state.category) });
};

const written = (value: unknown): string => {
  if (Array.isArray(value)) return value.join("\n");
  return typeof value === "object" ? JSON.stringify(value, null, 2) : String(value);
};

/** Whom the provider notifies in turn of such a matter, and what it forbids besides. A sentence each. */
export const rulesOf = ({ name, passesOn, rules }: Provider, category: Category): readonly string[] => {
  const { host, owner } = passesOn(category);
  return [
    host === "unknown" && owner === "unknown"
      ? `Whom ${name} tells in turn is not known.`
      : `${name} ${toldAs("the host", host)}, and ${toldAs("the owner", owner)}.`,
    ...(rules.urlsOfDomainAtMost === undefined
      ? []
      : [`It takes ${rules.urlsOfDomainAtMost} addresses of one domain at most.`]),
    ...(rules.noMailBesides.length === 0
      ? []
      : [`Whoever uses it sends no mail to ${rules.noMailBesides.join(", ")}.`]),
  ];
};

const toldAs = (who: string, passesOn: PassesOn): string => {
  switch (passesOn) {
    case "unnamed":
      return `tells ${who} without our name`;
    case "nobody":
      return `tells ${who} nothing`;
    case "unknown":
      return `may tell ${who}`;
    default:
      return passesOn satisfies never;
  }
};
