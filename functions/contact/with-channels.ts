import type { Candidate, ContactAnswer, ContactForm } from "../case/candidate.ts";
import { formRuleOf, type Place } from "../case/desk-rules.ts";
import { type ApiProvider, activeChannels, channelFacts, mailboxOf, providerByApi } from "../kernel/channels.ts";
import { isSameMailbox } from "../kernel/mailbox.ts";
import { runsPage } from "../kernel/scope.ts";
import type { Settings } from "../kernel/settings.ts";
import { deskRulesOf, type ProviderRow, providerRows } from "./provider-rows.ts";

/**
 * Puts a candidate before all others for each provider with a form whose API the stage uses: it is notified there,
 * and its form is left for what the API does not take. A desk with a mailbox stays itself, and has its provider's
 * API. Unchanged where the stage uses none. Pure.
 */
export const withChannels = (
  answer: ContactAnswer,
  { settings, names }: { readonly settings: Settings; readonly names: readonly string[] },
): ContactAnswer => {
  const active = activeChannels(settings);
  if (active.length === 0) return answer;
  const isActive = (provider: ApiProvider | undefined): provider is ApiProvider =>
    provider !== undefined && active.includes(provider);
  const { addresses, origins } = answer;
  const place = { names, addresses, origins };
  const byForm = answer.forms.flatMap((form): readonly Candidate[] => {
    const provider = providerByApi(form.api);
    return isActive(provider) ? atForm(provider, form, answer, settings, place) : [];
  });
  const rows = providerRows(settings);
  const desks = answer.candidates.map((desk): Candidate => {
    const provider = providerByApi(apiOf(rows, desk));
    if (!isActive(provider)) return desk;
    const says = `${channelFacts[provider].name} takes reports by its API, and mail for what that does not take.`;
    return { ...desk, channel: provider, remarks: [...desk.remarks, says] };
  });
  const channels = byForm.filter((one, at) => byForm.findIndex(({ email }) => email === one.email) === at);
  return { ...answer, candidates: [...channels, ...desks] };
};

/** Of the desk's row; or by its mailbox where that is what a registry names and mail to it is read. */
const apiOf = (rows: readonly ProviderRow[], { source, name, email }: Candidate): string | undefined =>
  rows.find(({ entry }) =>
    source === "directory"
      ? entry.name === name
      : entry.form === undefined && entry.email !== undefined && isSameMailbox(entry.email, email),
  )?.entry.api;

/** A network's form needs desks known to be its provider's: other networks are notified by their own. */
const atForm = (
  provider: ApiProvider,
  form: ContactForm,
  { candidates, addresses, platformAt, askedAt }: ContactAnswer,
  settings: Settings,
  place: Place,
): readonly Candidate[] => {
  if (runsPage(form.scope)) return [candidateOf(provider, form, [], platformAt)];
  const rules = deskRulesOf(settings).filter(({ api }) => api === form.api);
  const ofKind = candidates.filter(({ scope }) => scope === form.scope);
  const own = ofKind.filter((desk) => formRuleOf(desk, rules, place, askedAt.slice(0, 10)) !== undefined);
  return own.length > 0 || ofKind.length === 0 || addresses.length <= 1 ? [candidateOf(provider, form, own)] : [];
};

const candidateOf = (
  provider: ApiProvider,
  { scope }: Pick<Candidate, "scope">,
  desks: readonly Candidate[],
  at?: readonly string[],
): Candidate => {
  const { name } = channelFacts[provider];
  const served = desks.every(({ serves }) => serves !== undefined) ? desks.flatMap(({ serves = [] }) => serves) : [];
  const serves = at ?? (served.length > 0 ? [...new Set(served)] : undefined);
  const [country] = desks.flatMap((desk) => desk.country ?? []);
  return {
    email: mailboxOf(provider),
    scope,
    name,
    source: "directory",
    confidence: "high",
    channel: provider,
    serves,
    country,
    isInFront: desks.some(({ isInFront }) => isInFront) ? true : undefined,
    remarks: [`${name} takes reports by its API; no mail goes to this name.`],
  };
};
