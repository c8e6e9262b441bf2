/*
 * The week that is played: how often what comes, and how often the world does what. The shares are
 * fixed, so that a figure means the same from run to run. Change the system, never the week.
 *
 * Where they come from: the concentration over networks from Interisle's phishing landscape; answers
 * from 420 replies written after the habits of desks; mails from SES's own figures; the rest is
 * chosen to be plausible and not kind.
 */
export const week = {
  seed: 20261125,
  reports: 10_000,
  arriveWithinDays: 7,
  playedForDays: 30,
  reporters: {
    count: 6,
    withChecker: 3,
    shareOfReportsWithChecker: 0.7,
    checkerAnswersWithinMinutes: [5, 60],
    checkerSilent: 0.03,
    saysUnasked: 0.1,
  },
  /**
   * Of the operator's own checker: pages of which a report names words; gone pages that answer 404, where others are
   * parked; visits from which a page that is there hides.
   */
  ownChecker: { knowsPage: 0.5, saysGone: 0.7, hidesFromVisit: 0.02 },
  joins: { share: 0.25, ofTheseSpeltDifferently: 0.2 },
  unreadable: { share: 0.004, inBurstsOf: 20 },
  categories: {
    phishing: 0.45,
    fraud: 0.18,
    malware: 0.12,
    brand: 0.08,
    copyright: 0.07,
    botnet: 0.02,
    "exposed-data": 0.02,
    other: 0.01,
    csam: 0.035,
    csem: 0.002,
    ncii: 0.01,
    terrorism: 0.003,
  },
  liveOfUrgent: 0.02,
  domainIsMalicious: { share: 0.5, of: ["phishing", "fraud", "malware"] },
  hosts: {
    network: 0.41,
    platform: 0.17,
    proxied: 0.11,
    "api-alone": 0.06,
    "form-alone": 0.07,
    "two-networks": 0.04,
    "no-contact": 0.03,
    "out-of-dns": 0.09,
    peer: 0.02,
  },
  /** A third of all targets share a host with others: 40 hosts have 20 to 120 each. */
  busyHosts: { count: 40, pages: [20, 120], shareOfTargets: 1 / 3 },
  registrySilentAtFirst: 0.03,
  mails: { hardBounce: 0.04, softBounceThenDelivered: 0.03, complaint: 0.0005, sesAnswerLost: 0.001 },
  answersByMail: {
    nothing: 0.39,
    acknowledged: 0.27,
    "passed-on": 0.1,
    removed: 0.06,
    "removed-unsure": 0.06,
    "not-ours-named": 0.02,
    "not-ours": 0.02,
    form: 0.03,
    refused: 0.015,
    "asks-known": 0.015,
    "asks-unknown": 0.005,
    other: 0.015,
  },
  answersByApi: { acted: 0.55, "no-abuse": 0.2, "not-hosted": 0.1, "our-mistake": 0.05, nothing: 0.1 },
  truth: {
    goneWithoutAWord: { share: 0.45, withinHours: 168, halfWithinHours: 30 },
    goneAfterPassedOn: { share: 0.6, withinHours: 72 },
    saidRemovedAndWasNot: 0.02,
    comesBack: { share: 0.08, withinDays: 7, ofTheseElsewhere: 0.5 },
    nameComesBack: 0.1,
  },
  personAnswersAfterMinutes: { urgent: 20, standard: 240 },
  /** Ages of names, by whether a reporter ticks that the domain is malicious; and names that are listed. */
  names: {
    ofTicked: { young: 0.9, old: 0.06, undated: 0.04 },
    ofNotTicked: { young: 0.25, old: 0.7, undated: 0.05 },
    youngWithinDays: 60,
    oldAfterDays: 365,
    /** False reports of a well-known name: a bank, a government, an encyclopaedia. */
    wellKnown: 0.005,
    /** On a shortener, a link page or a dynamic DNS name that stands in no table but in a public list. */
    shared: 0.03,
  },
} as const;

export type HostKind = keyof typeof week.hosts;
export type AnswerKind = keyof typeof week.answersByMail;
/** What a desk's letter says; nothing is no letter. */
export type LetterKind = Exclude<AnswerKind, "nothing">;
export type ApiAnswer = keyof typeof week.answersByApi;
