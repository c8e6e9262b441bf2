import { registrySources } from "../../../functions/adapters/registries.ts";
import type { ContactAnswer } from "../../../functions/case/candidate.ts";
import { findContact } from "../../../functions/contact/find-contact-of.ts";
import { upstreamContacts } from "../../../functions/contact/network-contact.ts";
import { renderContactAnswer } from "../../../functions/contact/render-answer.ts";
import { readHost, readTargetUrl } from "../../../functions/kernel/host.ts";
import type { Settings } from "../../../functions/kernel/settings.ts";
import { readEndpoints } from "../endpoints.ts";
import { liveSettings } from "../live-settings.ts";
import { sampleSettings } from "../sample/settings.ts";
import { CommandProblem } from "./problem.ts";

/**
 * Prints who answers for abuse at a host, and how that was found. Asks the sample registries of the `npm start` that
 * runs with this folder, else the real registries. Network: registries and DNS, never the host itself.
 */
export const lookUp = async (what: string, { folder, json }: { readonly folder: string; readonly json?: true }): Promise<void> => {
  const registries = readEndpoints(folder)?.registries;
  const settings = registries === undefined ? liveSettings : sampleSettings;
  const sources = registrySources(registries, settings.allowReserved)("urgent");
  const now = new Date().toISOString();
  const asn = /^as(\d{1,10})$/i.exec(what.trim())?.[1];
  const host = asn ? what.trim().toUpperCase() : hostOf(what, settings);
  console.error(`Asking ${registries === undefined ? "the registries" : "the sample registries"} about ${host} …`);
  const answer: ContactAnswer = asn
    ? { askedAt: now, addresses: [], retry: false, ...(await upstreamContacts(sources, [asn])) }
    : await findContact({ target: { kind: "host", host }, category: "other", settings, now }, sources);
  console.log(json ? JSON.stringify(answer, null, 2) : renderContactAnswer(answer, host));
};

const hostOf = (what: string, settings: Settings): string => {
  const read = /^[a-z][a-z0-9+.-]*:\/\//i.test(what) ? readTargetUrl(what, settings) : readHost(what, settings);
  if (!read.ok) throw new CommandProblem(`"${what}": ${read.error.reason} ${read.error.fix}`);
  return "host" in read.value ? read.value.host.text : read.value.text;
};
