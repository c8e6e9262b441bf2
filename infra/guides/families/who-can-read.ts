import { policyTable } from "../../../functions/escalation/policy.ts";
import { categories } from "../../../functions/report/category.ts";
import { readsOfTable } from "../../stack/constructs/table-rights.ts";
import { readStage } from "../../stack/stages.ts";
import {
  type FunctionName,
  functionNames,
  keepDeadLettersDays,
  keepMessagesDays,
  type QueueName,
  queueNames,
  type Reach,
  topology,
} from "../../stack/topology.ts";

const list = (names: readonly FunctionName[]): string => names.map((name) => `\`${name}\``).join(", ");
const reaching = (...any: readonly Reach[]): string =>
  list(functionNames.filter((name) => any.some((reach) => topology[name].reaches.includes(reach))));
const ofTable = (what: ReturnType<typeof readsOfTable>): string =>
  list(functionNames.filter((name) => readsOfTable(name) === what));
const feeds = (queue: QueueName): string =>
  list(
    functionNames.filter((name) => typeof topology[name].fedBy !== "string" && topology[name].fedBy.includes(queue)),
  );

const opening = list(
  functionNames.filter((name) => topology[name].reaches.includes("master-keys") && readsOfTable(name) !== "nothing"),
);

/** By how many days after its end a case is forgotten, and which categories. */
const forgotten = (): string => {
  const days = new Map<number, string[]>();
  for (const category of categories) {
    const after = policyTable.get(category)?.forgetAfterDays;
    if (after !== undefined) days.set(after, [...(days.get(after) ?? []), category]);
  }
  return [...days].map(([after, of]) => `${after} days after its end (${of.join(", ")})`).join("; ");
};

/** The page `infra/guides/who-can-read.md`, from topology, rights and policy. */
export const whoCanReadPage = (): string => `# Who can read what, and for how long

Written by \`npm run generate -- runbook\` from the topology, the rights on the table and the policy; a test holds it \
to them. What is the operator's to answer stands at the end.

## Functions

| what | which functions read it | kept |
| --- | --- | --- |
| what was reported, what desks and reporters wrote, whom we told: sealed in the table | those that have both the \
table and the master keys: \
${opening} \
| ${forgotten()}; a stage may say otherwise (\`forgetAfterDays\`) |
| the table, single cases | ${ofTable("cases")} | ids, times and figures for ever |
| the table, single lines of histories, and names of reports | ${ofTable("lines")} | the same |
| the table, when what is due and what was told | ${ofTable("no case")} | the same |
| nothing of the table | ${ofTable("nothing")} | |
| master keys | ${reaching("master-keys")} | until a person takes one out |
| the key of case numbers, by which it can be tried who reported | ${reaching("case-number-key")} | for ever |
| keys of the reply addresses | ${reaching("reply-keys")} | the same |
| desks' mails as they came, in the bucket | ${reaching("reply-bucket")} | three days |
| secrets of providers' APIs | ${reaching("channels")} | until they are changed |
| what signs requests to webhooks, addresses of chats, keys of pagers | ${reaching("webhooks")} | the same |
| the seal of browsers' sessions | ${reaching("session-key")} | the same |
| dead letters | ${reaching("dead-letters")} | ${keepDeadLettersDays} days |

What is on a queue is read by whom it feeds, and lies there for ${keepMessagesDays} days at most:

| queue | read by |
| --- | --- |
${queueNames.map((queue) => `| \`${queue}\` | ${feeds(queue)} |`).join("\n")}

A stage with a checker has two more: \`check\`, with the addresses and markers of pages of the standard lane that \
are to be looked at, read by the checker's role alone, and \`report-by-checker\`, with its answers, read by \
take-in-report. The checker keeps a log of verdicts for \`keepLogsDays\`, in its own account.

Reports lie on \`report-…\` as their producers wrote them; the queues of hints hold a case's number alone, those \
of deliveries what SES says of a mail, with its recipient.

## Who hears, beyond the account

| who | what |
| --- | --- |
| desks | what their notice says: the report's target and words, never who reported unless the reporter wants it |
| registries and DNS, asked by ${reaching("registries")} | the host that was reported, never a URL |
| Netcraft Ltd (UK), where it is turned on, asked by ${reaching("channels")} | addresses of phishing and malware |
| providers with an API, asked by ${reaching("channels")} | what their desk would; AWS keeps it in the US and Europe |
| reported hosts, asked by the checker of a stage that has one | that somebody asks for the page |
| on-call, told by ${reaching("on-call")} | numbers of cases, category and question |
| reporters, told by ${reaching("reporters")} | what became of their own report |
| webhooks, told by ${reaching("webhooks")} | what on-call and reporters are told |
| Slack, Microsoft or PagerDuty, by a webhook with a \`form\` | what on-call is told, without accounts and ARNs |

## Logs, copies and persons

- Logs hold ids, codes and defanged hosts for ${readStage("example").keepLogsDays} days, or as \`keepLogsDays\` \
of the stage says. Metrics hold numbers.
- The console's access logs hold when it was asked, how it answered and, of a signed request, whose it was; no \
path and no query. They are kept as long, also when the stack goes, which takes the functions' own logs along.
- Point-in-time recovery keeps each state of the table for 35 days: what was forgotten can be read there that \
long, by who has the master keys too. So it can in a backup, for \`backup.keepDays\` of a stage that has them, and \
by whoever may restore it in the account that they are copied to.
- SES's events are kept for \`keepSesEventsDays\` of a stage that says so: mailboxes of desks, subjects with a \
defanged host, times. Whoever may replay them can have them read.
- By IAM, whoever may read the table **and** the secret of the master keys, each with the key \`records\` in KMS, \
reads every case; by the console, whoever is in \`signIn.reviewers\` or \`signIn.readers\`, or may call \
\`execute-api:Invoke\` on it. Which persons of your account these are, IAM's access analyser says.
- Who read what with rights of their own, CloudTrail says only where data events are on for the table, the bucket \
and the secrets. The stack turns none on.
`;
