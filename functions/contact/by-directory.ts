import type { ContactAnswer } from "../case/candidate.ts";
import { optedOutOf } from "../case/desk-rules.ts";
import { readAddress } from "../kernel/address.ts";
import type { Instant } from "../kernel/instant.ts";
import { readMailbox } from "../kernel/mailbox.ts";
import type { Settings } from "../kernel/settings.ts";
import { readDirectory } from "./directory.ts";
import { isOurSide } from "./parties.ts";
import { deskRulesOf } from "./provider-rows.ts";
import { ranked } from "./ranked.ts";
import { withChannels } from "./with-channels.ts";

/** What the directory alone names for a host: no registry is queried, nor DNS for its addresses. Pure. */
export const byDirectory = (host: string, settings: Settings, now: Instant): ContactAnswer => {
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
