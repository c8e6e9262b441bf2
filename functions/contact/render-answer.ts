import type { Candidate, ContactAnswer } from "../case/candidate.ts";
import { defangHost } from "../kernel/defang.ts";

const scopeWords: Readonly<Record<Candidate["scope"], string>> = {
  platform: "platform",
  network: "network (hosts the address)",
  registrar: "registrar of the domain",
  upstream: "upstream network",
  hotline: "national hotline",
  cert: "national CERT",
  site: "the site's own mailbox",
};

const sourceWords: Readonly<Record<Candidate["source"], string>> = {
  directory: "our directory",
  rdap: "RDAP",
  whois: "WHOIS",
  dns: "DNS",
  person: "a person",
};

/**
 * Registries' texts are outsiders' texts: nothing of them may move the cursor or colour the
 * terminal.
 */
const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, " ");

/**
 * A look-up's answer for a person at a terminal: contacts best first, how each was found, forms,
 * and which sources were silent or said no. `host` is what was asked, shown defanged. Plain text, a
 * line at most about 100 characters long.
 */
export const renderContactAnswer = (answer: ContactAnswer, host = ""): string => {
  const lines: string[] = [];
  if (host) lines.push(`Host       ${defangHost(host)}`);
  lines.push(`Addresses  ${answer.addresses.length > 0 ? answer.addresses.map(defangHost).join(", ") : "none found"}`);
  if (answer.country) lines.push(`Country    ${answer.country} (of the network's registration)`);
  if (answer.proxy) lines.push(`Proxy      ${plain(answer.proxy)} stands in front; it does not host.`);
  if (answer.platform) lines.push(`Platform   ${plain(answer.platform)} answers for what its users publish there.`);
  lines.push("", answer.candidates.length > 0 ? "Contacts, best first" : "No contact was found.");
  for (const [position, candidate] of answer.candidates.entries()) {
    const from = [sourceWords[candidate.source], candidate.server].filter((word) => word !== undefined).join(" ");
    lines.push(`${String(position + 1).padStart(3)}. ${candidate.email}`);
    lines.push(`     ${scopeWords[candidate.scope]}${candidate.name ? `, ${plain(candidate.name)}` : ""}`);
    lines.push(
      `     ${candidate.confidence === "guess" ? "a guess" : `${candidate.confidence} confidence`}, from ` +
        `${plain(from)}${candidate.range ? `, for ${defangHost(plain(candidate.range))}` : ""}`,
    );
    for (const remark of candidate.remarks) lines.push(`     ${plain(remark)}`);
  }
  if (answer.forms.length > 0) {
    lines.push("", "Forms, to be filled in by a person");
    for (const form of answer.forms)
      lines.push(`     ${plain(form.url)} (${scopeWords[form.scope]}${form.name ? `, ${plain(form.name)}` : ""})`);
  }
  const silent = answer.failures.filter(({ outcome }) => outcome === "silent");
  const others = answer.failures.filter(({ outcome }) => outcome !== "silent");
  if (silent.length > 0)
    lines.push(
      "",
      "Silent; may answer later",
      ...silent.map(({ source, detail }) => `     ${plain(source)}: ${plain(detail)}`),
    );
  if (others.length > 0)
    lines.push(
      "",
      "Asked without a contact",
      ...others.map(({ source, detail }) => `     ${plain(source)}: ${plain(detail)}`),
    );
  if (answer.retry) lines.push("", "Nothing usable was found and a source was silent: ask again later.");
  return `${lines.join("\n")}\n`;
};
