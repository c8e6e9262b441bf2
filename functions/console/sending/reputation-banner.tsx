import type { FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import { awsLines, type ReadsMails, readMails } from "../../statistics/overview.ts";
import { Banner } from "../parts.tsx";

type NearLine = { readonly figure: string; readonly says: string };

/** Rates of the last week near where AWS reviews the account, in words. Network: a query, or two early in a month. */
export const readReputation = async (table: ReadsMails, now: Instant): Promise<readonly NearLine[]> => {
  const { sent, bounced, complained } = await readMails(table, now, 7);
  const near = [
    { what: "Bounces", figure: "bounced", of: bounced, lines: awsLines.bounce },
    { what: "Complaints", figure: "complained", of: complained, lines: awsLines.complaint },
  ].filter(({ of, lines }) => of > 0 && of / sent >= lines.review / 2);
  if (near.length === 0) return [];
  // Loaded only here, so that it costs no other page its start.
  const { reputationWords } = await import("../overview/tables.ts");
  return near.map(({ what, figure, of, lines }) => ({ figure, says: `${what}: ${reputationWords(of, sent, lines)}` }));
};

/** Not red: it holds nothing back, and of few mails one is a high rate. */
export const ReputationBanner: FC<{ readonly lines: readonly NearLine[] }> = ({ lines }) =>
  lines.length === 0 ? null : (
    <Banner kind="note" title="SES reputation, last 7 days">
      {lines.map(({ figure, says }) => (
        <p>
          {says} <a href={`/?state=all&mail=${figure}`}>See these mails</a>
        </p>
      ))}
    </Banner>
  );
