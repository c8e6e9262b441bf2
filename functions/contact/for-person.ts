import type { Candidate } from "../case/candidate.ts";
import type { Finding } from "./finding.ts";
import { unreadRemark } from "./remarks.ts";

/* Registry entries that no machine writes to, or less surely, with the reason for a person to choose by. */

/** A registrar's duty is about names registered for abuse, and a hoster's own was registered for hosting. */
export const ofHostersName = (registrar: Finding): Finding => ({
  ...registrar,
  forms: [],
  candidates: registrar.candidates.map((candidate) =>
    forPersonOnly(candidate, "The name is the hoster's own: its registrar has nothing to do with a customer's page."),
  ),
});

/** The desk of what stands in front is notified as that: it says nothing of what is behind. */
export const behindProxy = (candidate: Candidate, name: string): Candidate => ({
  ...candidate,
  confidence: candidate.confidence === "guess" ? "guess" : "low",
  isInFront: true,
  remarks: [...candidate.remarks, `${name} is a reverse proxy: it stands in front of the host and does not host.`],
});

/** If the registry's text says that mail is not read and where the form is, a person fills that in. */
export const bySaidForm = (candidate: Candidate): Candidate =>
  candidate.remarks.includes(unreadRemark) && candidate.confidence !== "guess"
    ? { ...candidate, confidence: "guess" }
    : candidate;

/** A provider that takes reports by form: a person may still choose its mailbox. */
export const onForm = (candidate: Candidate, provider: string | undefined): Candidate =>
  provider === undefined
    ? candidate
    : forPersonOnly(candidate, `${provider} takes reports by its form; mail there is mostly not acted on.`);

/**
 * Only a person notifies the imitated or infringed party while another desk answers for the same. If registries
 * name nobody else, it is the host itself, imitated or not, or the host of the imitated party.
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

/** A machine must not write to it, but a person may still choose it. */
const forPersonOnly = (candidate: Candidate, remark: string): Candidate => ({
  ...candidate,
  confidence: "guess",
  remarks: [...candidate.remarks, remark],
});
