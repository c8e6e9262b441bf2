import type { ContactQuestion } from "../../functions/contact/ask-about-host.ts";
import { lookUpContact } from "../../functions/contact/look-up-contact.ts";
import type { Sources } from "../../functions/contact/sources.ts";
import { aSettings, morning } from "../support/a-case.ts";

/** Asks about this host as about phishing, unless `more` says otherwise. */
export const lookUp = (host: string, sources: Sources, more: Partial<ContactQuestion> = {}) =>
  lookUpContact(
    { target: { kind: "host", host }, category: "phishing", settings: aSettings(), now: morning, ...more },
    sources,
  );
