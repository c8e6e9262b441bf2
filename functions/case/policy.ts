import type { ApiProvider } from "../kernel/channels.ts";
import type { DeskMatch } from "../kernel/desk-match.ts";
import type { Inhibition, StandingAnswer } from "../kernel/in-force.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Scope } from "../kernel/scope.ts";
import type { Category } from "../report/category.ts";
import type { WaysOfLanes } from "./answer-ways.ts";
import type { Case } from "./case.ts";

/** The reporter says so; a provider lends the name out; the name may be bad itself, not one page of it. */
export const recipientConditions = ["domain-is-malicious", "name-is-lent", "name-itself-is-reported"] as const;

/** Best first: the first scope with a usable contact is notified, the next if it bounces. */
export type Recipient = { readonly anyOf: readonly Scope[]; readonly onlyIf?: (typeof recipientConditions)[number] };
/** A case is stored with `id`; `name` is for people, and may be reworded. */
export type Level = { readonly id: string; readonly name: string; readonly to: readonly Recipient[] };

/** Hours count from the step's first notice, days from the opening. */
export type CategoryPolicy = {
  readonly category: Category;
  /** In order. After the last comes the person on call. */
  readonly path: readonly Level[];
  readonly reminderAfterHours: number;
  readonly remindersAtMost: number;
  readonly escalatesAfterHours: number;
  /** Days between reminders of silent desks, where a person said to wait. None in the urgent lane. */
  readonly slowRemindersAfterDays: readonly number[];
  /** In the standard lane only where nothing else moves the case (`movesByItself`). */
  readonly onCallAfterHours: number;
  /** Days after its end until a case loses what was reported. */
  readonly forgetAfterDays: number;
  readonly quietHours: "never" | "nights-and-days-off";
  /** Standard lane: notices to one desk within such a window go in one mail; 0 sends each by itself. */
  readonly digestMinutes: number;
  readonly checks: {
    /** How long their answer is waited for; at most half an hour in the urgent lane. */
    readonly answerWithinMinutes: number;
    /** Where every reporter says that it is gone, and one of them has a checker. */
    readonly allSayGone: "closes" | "asks-a-person";
    /** Where the registry's RDAP has the name out of DNS at two lookups a day apart. */
    readonly registryHolds: "closes" | "asks-a-person";
    /** Days after a desk removed it on which checkers are asked whether it is back. */
    readonly againAfterDays: readonly number[];
    /** Days on which a person is asked whether it is back, where nobody who can look has looked by then. */
    readonly personAgainAfterDays: readonly number[];
  };
  /** Scopes that may be the suspect's own for this category: never written to. */
  readonly neverTo: readonly Scope[];
};

export type HostCountry = {
  /** ISO 3166, in capitals. */
  readonly country: string;
  /** Its police clear a notice of child abuse before the host hears of it (`clearance.ts`). */
  readonly lawEnforcementFirst: boolean;
  /** IANA's name, like `Europe/Amsterdam`: its clock moves with the summer. */
  readonly timeZone: string;
  /** Hours of the wall clock, on weekdays. */
  readonly workingHours: { readonly from: number; readonly to: number };
  /** Whom to call about child abuse material there, a sentence each. */
  readonly toCall: readonly string[];
  /** Days like `2026-12-25` on which nobody works. */
  readonly holidays: ReadonlySet<string>;
};

export type DeskRule = {
  readonly kind: "opted-out" | "form-only";
  readonly who: readonly DeskMatch[];
  /** Which desk answers, of a host that `who` names by its name, range or system. */
  readonly scope: Scope;
  readonly name?: string;
  readonly form?: string;
  /** By its name the interface by which it takes reports from programs. */
  readonly api?: string;
  /** The last day on which a form's entry counts, like `2027-05-24`. No opt-out expires. */
  readonly expires?: string;
};

/** All that `decide` needs beside the case. */
export type Policy = {
  readonly row: CategoryPolicy;
  readonly country?: HostCountry;
  /** For child abuse, a serving country whose police come first, like `DE`. */
  readonly policeFirst?: string;
  /** Child abuse on a host that may be abroad: left to hotlines (`settings.hostsAbroad`). */
  readonly isLeftToHotline?: true;
  /** One that only the block's own field names: nobody waits for its police, and a person hears of it. */
  readonly policeUnconfirmed?: string;
  readonly toCall?: readonly string[];
  readonly protectedDomains: readonly string[];
  /** Whom in the operator's own country a person may notify where nobody can be looked up, in a sentence. */
  readonly ownDesks?: string;
  /** Who signs in for which reporter: nobody clears what their own side reported. */
  readonly peopleOf: ReadonlyMap<string, readonly string[]>;
  /** Reporters, by any of their ids, who have a checker. */
  readonly checkers: ReadonlySet<string>;
  /** The operator's own checker looks (`infra/checker/`). */
  readonly hasChecker: boolean;
  readonly checkWithinMinutes: number;
  readonly allSayGone: "closes" | "asks-a-person";
  readonly registryHolds: "closes" | "asks-a-person";
  readonly deskRules: readonly DeskRule[];
  /** `row.slowRemindersAfterDays` in the standard lane; none in the urgent one. */
  readonly slowReminders: readonly number[];
  readonly standingAnswers: readonly StandingAnswer[];
  readonly inhibitions: readonly Inhibition[];
  /** Mailboxes that an operator's entry named, and since when nothing names them. */
  readonly endedDesks: ReadonlyMap<string, Instant>;
  /** A notice to ourselves would be answered by ourselves. */
  readonly ownDomains: readonly string[];
  /** How long a new contact waits for a person's word; 0 waits for nobody. */
  readonly approvalWaitMinutes: number;
  /** How long at most a reminder waits for a customer's time, from the desk's word; 0 waits for nobody. */
  readonly customersHoursAtMost: number;
  readonly answerWays: WaysOfLanes;
  readonly hotlineTakes: (country: string | undefined) => boolean;
  /** Those that this deployment has and that take this category. */
  readonly channels: ReadonlySet<ApiProvider>;
  /** Netcraft is notified of this category; absent where not. */
  readonly protects?: true;
  /** Where no mail goes, since the provider is notified by its API and wants no mail besides. */
  readonly noMailBesides: readonly string[];
  readonly contactFreshHours: number;
  /** Per hour (`send/desk-pace.ts`). Beyond it urgent mails share one, and others wait for a window. */
  readonly mailsToOneDeskAnHour: number;
  readonly urgentSharesMinutes: number;
  /** Of one case to one desk in any 24 hours (`decide/settle.ts`). */
  readonly mailsOfACaseADay: number;
  /** Waits between lookups while a source is silent; after the last a person is asked. */
  readonly lookAgainAfterMinutes: readonly number[];
};

export type PolicyOf = (state: Pick<Case, "category" | "contact" | "lane">) => Policy;
