import type { Candidate } from "../case/candidate.ts";
import type { Finding } from "./finding.ts";
import { unreadRemark } from "./remarks.ts";

/*
 * What registries name truly, and no machine writes to, or less surely: each with the reason, for
 * the person who may choose it.
 */

/**
 * A registrar's duty is about names that were registered for abuse; a hoster's own name was
 * registered for its hosting.
 */
export const ofHostersName = (registrar: Finding): Finding => ({
  ...registrar,
  forms: [],
  candidates: registrar.candidates.map((candidate) =>
    forPersonOnly(candidate, "The name is the hoster's own: its registrar has nothing to do with a customer's page."),
  ),
});

/** The desk of what stands in front is told as that, and of what is behind it says nothing. */
export const behindProxy = (candidate: Candidate, name: string): Candidate => ({
  ...candidate,
  confidence: candidate.confidence === "guess" ? "guess" : "low",
  isInFront: true,
  remarks: [...candidate.remarks, `${name} is a reverse proxy: it stands in front of the host and does not host.`],
});

/**
 * A desk of whose mail the registry's own text says that it is not read, and where its form is: a
 * person fills that in.
 */
export const bySaidForm = (candidate: Candidate): Candidate =>
  candidate.remarks.includes(unreadRemark) && candidate.confidence !== "guess"
    ? { ...candidate, confidence: "guess" }
    : candidate;

/** A provider that takes reports by its form: a person may still choose its mailbox. */
export const onForm = (candidate: Candidate, provider: string | undefined): Candidate =>
  provider === undefined
    ? candidate
    : forPersonOnly(candidate, `${provider} takes reports by its form; mail there is mostly not acted on.`);

/**
 * Who is imitated or infringed is told by a person alone, while another desk answers for the same.
 * Where registries name nobody else it is the host itself, imitated or not, or the host of who is
 * imitated.
 */
export const withoutVictims = (
  candidates: readonly Candidate[],
  isVictim: (email: string) => boolean,
): readonly Candidate[] => {
  const isOthers = ({ email, confidence }: Candidate) => !isVictim(email) && confidence !== "guess";
  return candidates.map((candidate) =>
    isVictim(candidate.email) && candidates.some((other) => other.scope === candidate.scope && isOthers(other))
      ? forPersonOnly(candidate, "It belongs to who is imitated or infringed.")
      : candidate,
  );
};

/** What a registry names and a machine must not write to; a person may still choose it. */
const forPersonOnly = (candidate: Candidate, remark: string): Candidate => ({
  ...candidate,
  confidence: "guess",
  remarks: [...candidate.remarks, remark],
});
