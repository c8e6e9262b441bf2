import type { DeskRule } from "../case/policy.ts";
import { readDeskMatch } from "../kernel/desk-match.ts";
import type { Settings } from "../kernel/settings.ts";
import { providerRows } from "./provider-rows.ts";

/** Rules of the operator and known providers for desks that take no mail: opt-outs and form-only desks. */
export const deskRulesOf = (settings: Settings): readonly DeskRule[] => [
  { kind: "opted-out", who: settings.optedOut.map(readDeskMatch), scope: "network" },
  ...providerRows(settings).flatMap(
    ({ entry: { email, scope, name, form, api, expires }, lines, mail }): readonly DeskRule[] => {
      if (mail === "never")
        return [{ kind: "opted-out", who: [...lines, ...(email ? [readDeskMatch(email)] : [])], scope, name }];
      return mail === "unread" ? [{ kind: "form-only", who: lines, scope, name, form, api, expires }] : [];
    },
  ),
];
