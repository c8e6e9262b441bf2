import type { Question } from "../../../functions/case/question.ts";
import { carriers, networks, proxy, registrars, siteBuilder, storage } from "./world.ts";

/** Whom a sample's report is to tell, and whom never at any step of the escalation path. */
export type WhomStory = {
  readonly shows: string;
  /** The reported host; one case of the samples is about it. */
  readonly host: string;
  /** All that are told on the first step. */
  readonly first: readonly string[];
  readonly never: readonly string[];
  /** What a person is asked beside or before that. */
  readonly asked?: Question;
};

/** The stories of the README's table; `npm start -- --once` fails where one comes out otherwise. */
export const whomStories: readonly WhomStory[] = [
  {
    shows: "a page at a site builder",
    host: "bank-login.easel.example",
    first: [siteBuilder.email],
    never: [registrars.two.abuse],
  },
  {
    shows: "a bucket in a cloud's storage",
    host: "storage.trellis.example",
    first: [storage.email],
    never: [registrars.two.abuse],
  },
  {
    shows: "a shop behind a proxy, its domain bad",
    host: "hidden-shop.example",
    first: [proxy.email, registrars.one.abuse],
    never: [],
  },
  {
    shows: "a host on two networks",
    host: "two-homes.example",
    first: ["abuse@pampa.example", "abuse@sixtree.example"],
    never: [],
  },
  {
    shows: "a file host with a form",
    host: "dropbay.example",
    first: ["abuse@lantern.example"],
    never: [registrars.two.abuse],
    asked: "form-only",
  },
];

/**
 * Mailboxes of the same organisations that are no abuse desks: writing there would be a mistake,
 * whatever the case.
 */
export const nobodysDesks: readonly string[] = [
  ...networks.map(({ noc }) => noc),
  ...carriers.map(({ abuse }) => abuse.replace(/^abuse@/, "noc@")),
];
