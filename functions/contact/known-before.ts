import type { ContactAnswer } from "../case/candidate.ts";
import { optedOutOf } from "../case/desk-rules.ts";
import { readAddress } from "../kernel/address.ts";
import { type Instant, plusHours } from "../kernel/instant.ts";
import { readMailbox } from "../kernel/mailbox.ts";
import type { Settings } from "../kernel/settings.ts";
import { readAll, reviewItem } from "../store/damaged-case.ts";
import { byName } from "../store/finds.ts";
import type { CaseStore } from "../store/ports.ts";
import { targetIn } from "../store/queue-entry.ts";
import type { AskedLookUps, ToLookUp } from "./asked-look-ups.ts";
import { readDirectory } from "./directory.ts";
import { isOurSide } from "./parties.ts";
import { deskRulesOf } from "./provider-rows.ts";
import { ranked } from "./ranked.ts";
import { withChannels } from "./with-channels.ts";

/** What the directory alone names for a host: no registry is queried, nor DNS for its addresses. Pure. */
const byDirectory = (host: string, settings: Settings, now: Instant): ContactAnswer => {
  const addresses = readAddress(host) === undefined ? [] : [host];
  const names = addresses.length === 0 ? [host] : [];
  const { candidates, forms, failures, platform } = readDirectory(settings, { host: names[0], addresses }, now);
  const silenced = optedOutOf(candidates, deskRulesOf(settings), { names, addresses });
  const isOurs = isOurSide(settings);
  const desks = candidates.filter((one) => readMailbox(one.email).ok && !silenced.includes(one) && !isOurs(one.email));
  return withChannels(
    {
      askedAt: now,
      addresses,
      candidates: ranked(desks),
      forms,
      failures,
      retry: false,
      ...(platform && { platform: platform.name }),
    },
    { settings, names },
  );
};

type Deps = {
  readonly store: CaseStore;
  readonly lookUps: Pick<AskedLookUps, "answered">;
  readonly settings: Settings;
};

/**
 * `by`: a lookup that a person requested, the directory, or the number of a case of the same host.
 */
export type KnownBefore = { readonly by: string; readonly answer: ContactAnswer };

/**
 * Who answers for a host, by what is known before anybody is asked: a lookup that a person
 * requested, the last case of the same host that was looked up within a week, else the directory.
 * Network: reads of the table alone.
 */
export const knownBefore = async (deps: Deps, asked: ToLookUp, now: Instant): Promise<KnownBefore | undefined> => {
  const { host } = asked.target;
  const answer = await deps.lookUps.answered(asked);
  if (answer) return { by: "lookup", answer };
  const before = await ofSameHost(deps.store, host, plusHours(now, -knownForHours));
  if (before) return before;
  const listed = byDirectory(host, deps.settings, now);
  return listed.candidates.length + listed.forms.length > 0 ? { by: "directory", answer: listed } : undefined;
};

const sameHostAtMost = 5;
const knownForHours = 7 * 24;

const ofSameHost = async (store: CaseStore, host: string, since: Instant): Promise<KnownBefore | undefined> => {
  const places = await store.found(byName(host), sameHostAtMost);
  const { cases } = await readAll(reviewItem(store), [...new Set(places.map(({ caseId }) => caseId))]);
  return cases.flatMap((one): KnownBefore[] => {
    const { id, target, contact } = targetIn(one) ?? {};
    const isOfHost = id !== undefined && target?.host === host;
    return isOfHost && contact && contact.askedAt >= since ? [{ by: id, answer: contact }] : [];
  })[0];
};
