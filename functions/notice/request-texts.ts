import type { Candidate } from "../case/candidate.ts";
import type { Case } from "../case/case.ts";
import type { Scope } from "../kernel/scope.ts";
import type { Category } from "../report/category.ts";
import { type AskedAs, askedAsOf } from "../send/mail/asked-as.ts";
import { isSubstantiated } from "./required.ts";

const groupOf = {
  csam: "childAbuse",
  csem: "childAbuse",
  ncii: "intimate",
  terrorism: "terrorism",
  phishing: "crime",
  malware: "crime",
  botnet: "crime",
  fraud: "crime",
  brand: "rights",
  copyright: "rights",
  "exposed-data": "exposed",
  other: "rights",
} as const satisfies Record<Category, string>;
/** By its keys: a category that is forgotten here must not hide what else forgot it. */
type Group = (typeof groupOf)[keyof typeof groupOf];

/** Where the category asks for nothing of its own. */
const plainly = {
  host: "please.host",
  peer: "please.peer",
  front: "please.front",
  upstream: "please.upstream",
  registrar: "please.registrar",
  hotline: "please.hotline",
  cert: "please.cert",
  site: "please.site",
} as const satisfies Record<AskedAs, string>;

const please = {
  childAbuse: {
    ...plainly,
    host: "please.child-abuse.host",
    peer: "please.child-abuse.peer",
    front: "please.child-abuse.front",
    upstream: "please.child-abuse.upstream",
    registrar: "please.child-abuse.registrar",
    hotline: "please.child-abuse.hotline",
    cert: "please.child-abuse.cert",
  },
  intimate: { ...plainly, host: "please.intimate.host" },
  exposed: { ...plainly, host: "please.exposed.host" },
  terrorism: { ...plainly, host: "please.terrorism.host" },
  crime: {
    ...plainly,
    host: "please.crime.host",
    front: "please.crime.front",
    upstream: "please.crime.upstream",
    registrar: "please.crime.registrar",
    cert: "please.crime.cert",
  },
  rights: plainly,
} as const satisfies Record<Group, Record<AskedAs, string>>;
export type PleaseText = (typeof please)[Group][AskedAs];
export const pleaseTexts: readonly PleaseText[] = [
  ...new Set([plainly, ...Object.values(please)].flatMap(Object.values<PleaseText>)),
];

const toCustomer = { host: "more.customer", upstream: "more.customer" } as const;

/** What else is asked, and to whom the notice may go on: of those named, and of all `others`. */
const more = {
  // Whoever is the police's way already is asked for all of it by `please`.
  childAbuse: {
    others: "more.child-abuse",
    upstream: "more.child-abuse.upstream",
    hotline: undefined,
    cert: undefined,
  },
  intimate: { others: "more.intimate", registrar: undefined, hotline: undefined, cert: undefined },
  // The registrar is asked to notify the registrant, if without the notifier's details.
  terrorism: { others: "more.terrorism", registrar: undefined, hotline: undefined, cert: undefined },
  crime: { ...toCustomer, host: "more.crime", registrar: "more.victim" },
  rights: toCustomer,
  exposed: toCustomer,
} as const satisfies Record<Group, Partial<Record<AskedAs | "others", string | undefined>>>;
type TextsOf<Texts> = Texts[keyof Texts];
export type MoreText = NonNullable<{ [G in Group]: TextsOf<(typeof more)[G]> }[Group]>;
export const moreTexts: readonly MoreText[] = [
  ...new Set(
    Object.values(more)
      .flatMap(Object.values<MoreText | undefined>)
      .filter((text) => text !== undefined),
  ),
];

const moreOf = (group: Group, as: AskedAs): MoreText | undefined => {
  const texts: Partial<Record<AskedAs | "others", MoreText | undefined>> = more[group];
  return as in texts ? texts[as] : texts.others;
};

/** Whether an answer is asked for soon: by practice, never as law. A right or a dispute takes its time. */
const answersSoon: Record<Group, boolean> = {
  childAbuse: true,
  intimate: true,
  exposed: true,
  terrorism: true,
  crime: true,
  rights: false,
};

export type RequestTexts = {
  readonly please: PleaseText;
  readonly more: MoreText | undefined;
  readonly reply: "reply" | "reply.soon" | "reply.live";
  readonly on: `on.${Scope | "front" | "peer"}`;
};

/** The names of the texts in which this recipient is asked about such a case. */
export const requestTextsOf = (
  state: Pick<Case, "category" | "target" | "live" | "evidence" | "domainIsMalicious">,
  to: Candidate,
): RequestTexts => {
  const { category, target, live, domainIsMalicious } = state;
  const group = groupOf[category];
  const as = askedAsOf(to, target);
  const asked = please[group][as];
  const also = moreOf(group, as);
  return {
    // Where there is no evidence, nobody is asked to examine it.
    please: asked === "please.crime.registrar" && !isSubstantiated(state) ? "please.registrar" : asked,
    // Who registered the name for the abuse is no victim of it.
    more: also === "more.victim" && domainIsMalicious ? undefined : also,
    reply: live ? "reply.live" : answersSoon[group] ? "reply.soon" : "reply",
    on: as === "front" || as === "peer" ? `on.${as}` : `on.${to.scope}`,
  };
};
