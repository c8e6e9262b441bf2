import {
  DeleteSuppressedDestinationCommand,
  GetSuppressedDestinationCommand,
  ListSuppressedDestinationsCommand,
  NotFoundException,
  SESv2Client,
} from "@aws-sdk/client-sesv2";
import { visible, visibleInLine } from "../../functions/console/shown.ts";
import { listedRows } from "../../functions/contact/provider-rows.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { each } from "../../functions/send/each.ts";
import type { AuditLine } from "../../functions/settings/store.ts";
import { dynamoSettings } from "../../functions/store/table/settings.ts";
import { asJson } from "./as-json.ts";
import { type Signed, signedBy } from "./caller.ts";
import { nowAt, reached, storeAt, tableAt, type Where } from "./connection.ts";
import { settingsInForceAt } from "./in-force.ts";
import { lined } from "./lined.ts";
import { printLine, printText } from "./print.ts";
import { CommandProblem } from "./problem.ts";
import type { SuppressionReason } from "./suppression-reasons.ts";

/** An address to which SES sends nothing of this account, in the region. `since`: as SES wrote it last. */
type Suppressed = { readonly email: string; readonly reason: string; readonly since: string };

type Options = Where & { readonly json?: true };

/** SES API v2 Reference, ListSuppressedDestinations: so many a page at most. */
const addressesAPage = 1_000;
/** Of what is remembered of desks so many are read at a time. */
const atATime = 25;

const addressOf = (of: {
  EmailAddress?: string | undefined;
  Reason?: string | undefined;
  LastUpdateTime?: Date | undefined;
}): Suppressed => ({
  email: of.EmailAddress ?? "",
  reason: (of.Reason ?? "unknown").toLowerCase(),
  since: of.LastUpdateTime?.toISOString() ?? "unknown",
});

const clientAt = ({ table }: Where): SESv2Client => {
  if (table === undefined)
    throw new CommandProblem("SES's suppression list is an account's: name a stage in AWS with --stage.");
  return new SESv2Client({});
};

/** All of the account's list, the newest first. Network: a request for each thousand. */
const listIn = async (ses: SESv2Client): Promise<readonly Suppressed[]> => {
  const found: Suppressed[] = [];
  let NextToken: string | undefined;
  do {
    const page = await ses.send(new ListSuppressedDestinationsCommand({ PageSize: addressesAPage, NextToken }));
    found.push(...(page.SuppressedDestinationSummaries ?? []).map(addressOf));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return found.sort((one, other) => other.since.localeCompare(one.since));
};

/** One address, where it stands on the list. */
const oneIn = async (ses: SESv2Client, EmailAddress: string): Promise<Suppressed | undefined> => {
  try {
    const { SuppressedDestination } = await ses.send(new GetSuppressedDestinationCommand({ EmailAddress }));
    return SuppressedDestination && addressOf(SuppressedDestination);
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
};

/** Mailboxes that the stage's file, what people decided, or the list of providers names. */
const namedIn = ({ directory, countries }: Pick<Settings, "directory" | "countries">): ReadonlySet<string> =>
  new Set(
    [
      ...listedRows().map(({ entry }) => entry.email),
      ...directory.map(({ email }) => email),
      ...countries.flatMap(({ hotline, cert }) => [hotline?.email, cert?.email]),
    ].flatMap((email) => email?.toLowerCase() ?? []),
  );

/** Those that are desks of ours: that something names, or that a case is remembered to have written to. */
const oursIn = async (options: Options, all: readonly Suppressed[]): Promise<ReadonlySet<string>> => {
  const store = storeAt(options);
  const none = { directory: [], countries: [] };
  const named = namedIn(options.stage === undefined ? none : await settingsInForceAt(options));
  const ours = new Set(all.map(({ email }) => email).filter((email) => named.has(email.toLowerCase())));
  const others = all.filter(({ email }) => !ours.has(email));
  const add = async ({ email }: Suppressed): Promise<void> => {
    if ((await reached(options, store.outcomesAt(email.toLowerCase(), 1))).length > 0) ours.add(email);
  };
  await each(others, add, atATime);
  return ours;
};

/**
 * Prints the desks to which SES sends nothing, as they are on its suppression list, the newest first; with
 * `all`, every address of the account. Needs `ses:ListSuppressedDestinations`.
 */
export const listSuppressed = async (options: Options & { readonly all?: true }): Promise<void> => {
  const all = await listIn(clientAt(options));
  const ours = await oursIn(options, all);
  const desks = all
    .map((one) => ({ ...one, isOurs: ours.has(one.email) }))
    .filter(({ isOurs }) => options.all || isOurs);
  const left = all.length - desks.length;
  if (options.json) {
    printLine(asJson({ suppressed: desks, others: left }));
    return;
  }
  if (desks.length === 0) printLine("SES suppresses no desk of ours.");
  else
    printText(
      lined([
        ["mailbox", "reason", "since", ...(options.all ? ["ours"] : [])],
        ...desks.map(({ email, reason, since, isOurs }) =>
          [email, reason, since, ...(options.all ? [isOurs ? "yes" : "no"] : [])].map(visibleInLine),
        ),
      ]),
    );
  if (left > 0) printLine(`${left} more of the account's addresses are no desks of ours; --all lists them.`);
};

const saysOf = ({ email, reason, since }: Suppressed): string => `${email} (${reason}, since ${since})`;

/** Says whether SES suppresses a mailbox, why and since when. Needs `ses:GetSuppressedDestination`. */
export const showSuppressed = async (email: string, options: Options): Promise<void> => {
  const found = await oneIn(clientAt(options), email);
  if (options.json) printLine(asJson({ desk: email, suppressed: found ?? null }));
  else
    printLine(
      found
        ? `SES sends nothing to ${visible(saysOf(found))}. Once it works again: --lift ${visible(found.reason)} ` +
            '--why "what they said".'
        : `${email} is not on SES's suppression list; what came back was the desk's own.`,
    );
};

const triesAtMost = 5;
/** Writes who lifts what into the audit of the settings. Throws `CommandProblem` where it can't. */
const noteIn = async (options: Options, line: Omit<AuditLine, "version">): Promise<void> => {
  const table = tableAt(options);
  const store = dynamoSettings(table);
  for (let tried = 0; tried < triesAtMost; tried++) {
    const { version } = await reached(options, store.head());
    const noted = await reached(options, store.record({ rows: [], proposals: [], line }, version));
    if (noted.ok) return;
  }
  throw new CommandProblem(
    "Others changed settings in the same moment, again and again. Nothing was lifted; try again.",
  );
};

/**
 * Takes a mailbox off SES's suppression list, where it stands there for the reason that was seen. The audit has
 * who and why before SES is asked: what was lifted without a word would be nobody's. Needs
 * `ses:GetSuppressedDestination` and `ses:DeleteSuppressedDestination`, and the right to write settings.
 */
export const liftSuppressed = async (
  email: string,
  options: Options & { readonly lift: SuppressionReason; readonly why?: string },
  signed: (options: Options & { readonly why?: string }) => Promise<Signed> = signedBy,
): Promise<void> => {
  const ses = clientAt(options);
  const { by, why } = await signed(options);
  const found = await oneIn(ses, email);
  if (!found) throw new CommandProblem(`${email} is not on SES's suppression list. Nothing was lifted.`);
  if (found.reason !== options.lift)
    throw new CommandProblem(
      `${visible(saysOf(found))} is there for another reason than ${options.lift}. ` +
        "Nothing was lifted; look at it again.",
    );
  const line = { at: nowAt(options), by: [by], why, does: "lift", ids: [], before: saysOf(found) } as const;
  await noteIn(options, line);
  await ses.send(new DeleteSuppressedDestinationCommand({ EmailAddress: found.email }));
  if (options.json) printLine(asJson({ desk: email, suppressed: null, lifted: found }));
  else
    printLine(
      `SES sends to ${visible(found.email)} again, for all who use the account in this region. What it did not send ` +
        "is not sent again automatically: name the desk once more in its case." +
        (found.reason === "complaint" ? " Our own stop after a complaint is another: --allow." : ""),
    );
};
