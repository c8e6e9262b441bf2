import type { ApiProvider } from "../kernel/channels.ts";
import type { DeskMatch } from "../kernel/desk-match.ts";
import type { Inhibition, StandingAnswer } from "../kernel/in-force.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Scope } from "../kernel/scope.ts";
import type { Category } from "../report/category.ts";
import type { WaysOfLanes } from "./answer-ways.ts";
import type { Case } from "./case.ts";

/**
 * The reporter says that the domain was registered for the abuse; a provider lends the name out; or what is bad may be
 * the registered name itself, and not one page below an honest one.
 */
export const recipientConditions = ["domain-is-malicious", "name-is-lent", "name-itself-is-reported"] as const;

/**
 * `anyOf` are alternatives, best first: the first scope with a usable contact gets the notice, and when it bounces the
 * next one does. Several recipients on one rung are told at the same time.
 */
export type Recipient = { readonly anyOf: readonly Scope[]; readonly onlyIf?: (typeof recipientConditions)[number] };
/** `id` is what a case is stored with; `name` is for people, and may be reworded. */
export type Rung = { readonly id: string; readonly name: string; readonly to: readonly Recipient[] };

/** One category's row. Hours count from the rung's first notice, days from the opening. */
export type CategoryPolicy = {
  readonly category: Category;
  /** In order. After the last comes the person on call. */
  readonly ladder: readonly Rung[];
  readonly reminderAfterHours: number;
  readonly remindersAtMost: number;
  readonly climbsAfterHours: number;
  /** Days from one reminder of the silent desks to the next, where a person said to wait. None in the urgent lane. */
  readonly slowRemindersAfterDays: readonly number[];
  /** In the standard lane only where nothing else moves the case (`movesByItself`). */
  readonly onCallAfterHours: number;
  /** Days after its end until a case loses what was reported. */
  readonly forgetAfterDays: number;
  /** `never` means that the notice goes out at any hour; days off are weekends and public holidays. */
  readonly quietHours: "never" | "nights-and-days-off";
  /** Notices of the standard lane to one desk within such a window go in one mail; 0 sends each by itself. */
  readonly digestMinutes: number;
  /** How reporters' checkers are asked whether it is gone (`check.ts`). */
  readonly checks: {
    /** So long their answer is waited for. In the urgent lane never longer than half an hour. */
    readonly answerWithinMinutes: number;
    /** What it comes to where every reporter says that it is gone, and one of them has a checker. */
    readonly allSayGone: "closes" | "asks-a-person";
    /** What a name comes to that the registry's RDAP has out of DNS at two look-ups a day apart. */
    readonly registryHolds: "closes" | "asks-a-person";
    /** Days after a desk removed it on which they are asked whether it is back. */
    readonly againAfterDays: readonly number[];
    /** On these days a person is asked whether it is back, where nobody who can look has looked by then. */
    readonly personAgainAfterDays: readonly number[];
  };
  /** Scopes that may be the suspect's own for this category, and are never written to. */
  readonly neverTo: readonly Scope[];
};

/** What the hosting country changes. */
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
  /** Of the desks of a host that `who` names by its name, range or system: the one that answers for this. */
  readonly scope: Scope;
  readonly name?: string;
  readonly form?: string;
  /** By its name the interface by which it takes reports from programs. */
  readonly api?: string;
  /** The last day on which a form's entry counts, like `2027-05-24`. Nobody's opt-out runs out. */
  readonly expires?: string;
};

/** All that `decide` needs beside the case: one category's row, the hosting country's, and what is forbidden. */
export type Policy = {
  readonly row: CategoryPolicy;
  readonly country?: HostCountry;
  /** For child abuse, a serving country whose police come first, like `DE`. */
  readonly policeFirst?: string;
  /** Child abuse on a host that may be abroad, where such hosts are left to hotlines (`settings.hostsAbroad`). */
  readonly isLeftToHotline?: true;
  /** One that only the block's own field names: nobody waits for its police, and a person hears of it. */
  readonly policeUnconfirmed?: string;
  /** Whom a person calls there, a sentence each. */
  readonly toCall?: readonly string[];
  readonly protectedDomains: readonly string[];
  /** Whom in the operator's own country a person may tell of what nobody can be looked up for, in a sentence. */
  readonly ownDesks?: string;
  /** Who signs in for which reporter: nobody clears what their own side reported. */
  readonly peopleOf: ReadonlyMap<string, readonly string[]>;
  /** Reporters, by any of their ids, who have something that looks whether it is gone. */
  readonly checkers: ReadonlySet<string>;
  /** By the case's lane: so long a checker's answer is waited for, and what a *gone* of all comes to. */
  readonly checkWithinMinutes: number;
  readonly allSayGone: "closes" | "asks-a-person";
  readonly registryHolds: "closes" | "asks-a-person";
  readonly deskRules: readonly DeskRule[];
  /** `row.slowRemindersAfterDays` in the standard lane; none in the urgent one. */
  readonly slowReminders: readonly number[];
  /** Answers that hold for cases that come later. */
  readonly standingAnswers: readonly StandingAnswer[];
  /** What people have nothing sent to or about for a while (`inhibited.ts`). */
  readonly inhibitions: readonly Inhibition[];
  /** Mailboxes that an operator's row named and that nothing names since a moment. */
  readonly endedDesks: ReadonlyMap<string, Instant>;
  /** Our own domains; a notice to ourselves would be answered by ourselves. */
  readonly ownDomains: readonly string[];
  /** A contact that was not written to before waits so long for a person's word; 0 waits for nobody. */
  readonly approvalWaitMinutes: number;
  /** The next reminder waits for a customer's time, so many hours from the desk's word at most; 0 waits for nobody. */
  readonly customersHoursAtMost: number;
  readonly answerWays: WaysOfLanes;
  /** Whether the hotline of a country takes this category, as its entry says. */
  readonly hotlineTakes: (country: string | undefined) => boolean;
  /** Providers' APIs that this deployment has, and that take what this category is. */
  readonly channels: ReadonlySet<ApiProvider>;
  /** Where no mail goes, since the provider is told by its API and wants no mail besides. */
  readonly noMailBesides: readonly string[];
  /** A look-up older than this is asked again before anything is sent. */
  readonly contactFreshHours: number;
  /**
   * Mails to one desk in any hour (`send/desk-pace.ts`). What is more shares one every so many minutes in the urgent
   * lane, and waits for its next window in the standard lane.
   */
  readonly mailsToOneDeskAnHour: number;
  readonly urgentSharesMinutes: number;
  /** Mails of one case to one desk in any 24 hours (`decide/settle.ts`). */
  readonly mailsOfACaseADay: number;
  /** Waits between look-ups while a source is silent; after the last a person is asked. */
  readonly lookAgainAfterMinutes: readonly number[];
};

/** The policy that holds for a case as it stands: its category's row and its hosting country's. */
export type PolicyOf = (state: Pick<Case, "category" | "contact" | "lane">) => Policy;
