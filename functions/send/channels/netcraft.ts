import * as z from "../../kernel/zod.ts";
import type { HttpAnswer } from "./http-answer.ts";
import type { ApiWord, ChannelRequest } from "./provider.ts";
import { toldBy } from "./read-answer.ts";

/*
 * Netcraft's report API, version 3, as its published clients use it (pynetcraftcli 1.3): no account,
 * no idempotency key, and no published limit. So each case asks it once, whatever it answers.
 */

export const netcraft = { name: "Netcraft", host: "report.netcraft.com", basePath: "/api/v3" } as const;

type Report = { readonly email: string; readonly category: string; readonly caseId: string; readonly url: string };

/** The words are the category and our number alone: an explanation may name people. */
export const reportToNetcraft = ({ email, category, caseId, url }: Report): ChannelRequest => ({
  method: "POST",
  path: "/report/urls",
  body: { email, reason: `Reported to us as ${category}. Our reference: ${caseId}`, urls: [{ url }] },
});

const taken = z.object({ uuid: z.string().check(z.regex(/^[a-zA-Z0-9-]{8,64}$/)) });

/** Taken only where it gives a number. */
export const saidByNetcraft: (answer: HttpAnswer) => ApiWord = toldBy({
  name: netcraft.name,
  errorIn: () => [],
  taken: (json) => {
    const read = taken.safeParse(json);
    return read.success ? { kind: "accepted", id: read.data.uuid } : undefined;
  },
});
