import type { Candidate, ContactForm } from "../case/candidate.ts";
import { formOf, formRuleOf, optedOutOf, type Place } from "../case/desk-rules.ts";
import { networksToldAtMost } from "../case/networks.ts";
import { countryOfName, wwwTwin } from "../kernel/domain.ts";
import { readMailbox } from "../kernel/mailbox.ts";
import { isOfHost, isToldAtHome } from "../kernel/scope.ts";
import type { ContactQuestion, Heard } from "./ask-about-host.ts";
import { atPlatform } from "./at-platform.ts";
import { nationalDesks } from "./directory.ts";
import { behindProxy, bySaidForm, onForm, withoutVictims } from "./for-person.ts";
import type { KnownOfHost } from "./known-of-host.ts";
import { isOurSide, isVictims } from "./parties.ts";
import { deskRulesOf } from "./provider-rows.ts";

type DesksOfHost = {
  /** Who may be written to, in the order of their sources; a mailbox may occur often. */
  readonly written: readonly Candidate[];
  /** Those who asked never to be written to. */
  readonly silenced: readonly Candidate[];
  /** Mailboxes of ours and of reporters, named as desks. */
  readonly circular: readonly Candidate[];
  /** Forms of providers that take nothing else. */
  readonly forms: readonly ContactForm[];
};

/** All desks named for a host: marked if only by form or person, set apart if never written to. Pure. */
export const desksOf = (question: ContactQuestion, heard: Heard, known: KnownOfHost, place: Place): DesksOfHost => {
  const { settings, now } = question;
  const rules = deskRulesOf(settings);
  const formRule = (candidate: Candidate) => formRuleOf(candidate, rules, place, now.slice(0, 10));
  const byNetworks = known.networks.flatMap((network) => network.candidates);
  const named = [
    ...known.candidates,
    ...byRegistries(question, heard, known)
      .map(bySaidForm)
      .map((candidate) => onForm(candidate, formRule(candidate)?.name)),
    ...known.countries.slice(0, networksToldAtMost).flatMap((one) => nationalDesks(settings, one)),
    ...atHome(question, heard),
  ];
  const isOurs = isOurSide(settings);
  const silenced = optedOutOf(named, rules, place);
  return {
    written: named.filter(
      (candidate) => readMailbox(candidate.email).ok && !silenced.includes(candidate) && !isOurs(candidate.email),
    ),
    silenced,
    circular: named.filter(({ email }) => isOurs(email)),
    forms: [...byNetworks, ...heard.registrar.candidates].flatMap((candidate): readonly ContactForm[] => {
      const rule = formRule(candidate);
      return rule ? formOf(rule, candidate) : [];
    }),
  };
};

const byRegistries = (
  { rightfulSite }: ContactQuestion,
  { registrar, guessed }: Heard,
  { networks }: KnownOfHost,
): readonly Candidate[] => {
  const isVictim = isVictims(rightfulSite);
  return [
    ...networks.flatMap(({ candidates, holders, proxy, platform }) =>
      withoutVictims(candidates, isVictim).map((candidate) =>
        proxy && isOfHost(candidate.scope)
          ? behindProxy(candidate, proxy)
          : platform
            ? atPlatform(candidate, platform, holders)
            : candidate,
      ),
    ),
    ...withoutVictims(registrar.candidates, isVictim),
    ...guessed,
  ];
};

/** A host below an honest name: its country's team reaches the holder, a registrar does not. */
const atHome = (
  { target: { host }, domainIsMalicious = false, settings }: ContactQuestion,
  { domain }: Heard,
): readonly Candidate[] => {
  const isBelowHonest = domain !== undefined && !domainIsMalicious && domain !== host && wwwTwin(host) === undefined;
  return isBelowHonest ? nationalDesks(settings, countryOfName(domain)).filter(({ scope }) => isToldAtHome(scope)) : [];
};
