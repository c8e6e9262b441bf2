import { deskIdOf } from "../../case/case-id.ts";
import type { Instant } from "../../kernel/instant.ts";
import * as z from "../../kernel/zod.ts";
import { type DeskMails, type LastMails, noMails } from "../../send/desk-pace.ts";
import { expiryOf, stillIs, type Table } from "./table.ts";

/** Moments separated by spaces: a condition compares texts, not lists. */
const lastItem = z.object({ urgent: z.string(), standard: z.string() });
const momentsIn = (text: string): readonly Instant[] => text.split(" ").filter((moment) => moment !== "");
const textsOf = ({ urgent, standard }: LastMails) => ({ urgent: urgent.join(" "), standard: standard.join(" ") });

/** By the mailbox's hash: a desk's name in a key would say where something was reported. */
const keyOf = (email: string) => ({ pk: `DESK-MAILS#${deskIdOf(email)}`, sk: "LAST" });

/** One item per desk. Network: one read, or one conditional write. Throws what the table throws. */
export const dynamoDeskMails = (table: Table): DeskMails => ({
  last: async (email) => {
    const found = await table.get(keyOf(email));
    if (found === undefined) return noMails;
    const { urgent, standard } = lastItem.parse(found);
    return { urgent: momentsIn(urgent), standard: momentsIn(standard) };
  },
  write: (email, before, after, now) => {
    const read = textsOf(before);
    return table.write({
      put: { ...keyOf(email), ...textsOf(after), expiresAt: expiryOf(now, { hours: 2 }) },
      ...stillIs(read, read.urgent === "" && read.standard === ""),
    });
  },
});
