import { plusMinutes } from "../../kernel/instant.ts";
import { ask, isAsked } from "../ask.ts";
import { withoutRepeatedForms } from "../contact-facts.ts";
import { formsOnRungs, platformForms } from "../ladder/forms.ts";
import { standstill } from "./holds.ts";
import { liveWaitsMinutes } from "./look-up.ts";
import type { Rule } from "./rule.ts";

export const live = {
  name: "live",
  why: "Of what happens now a person is asked at once, since a call may be faster than a mail.",
  wants: (state, policy, now) => {
    if (!state.live || state.cleared.includes("live") || isAsked(state, "live")) return undefined;
    const isLookedInto = state.contact !== undefined || now >= plusMinutes(state.openedAt, liveWaitsMinutes);
    if (!isLookedInto && !standstill(state, now)) return undefined;
    const forms = withoutRepeatedForms([...platformForms(state, policy), ...formsOnRungs(state, policy, 0, 1)]);
    const byForm = forms.length === 0 ? "" : " Who can take it down takes reports by the form below.";
    const reason = `Reported as happening now; a call may be faster than a mail.${byForm}`;
    return {
      record: [ask(state, now, { question: "live", blocking: false, reason, ...(forms.length > 0 && { forms }) })],
    };
  },
} as const satisfies Rule;
