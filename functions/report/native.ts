import * as z from "zod";
import { once } from "../kernel/once.ts";
import { categories, channels } from "./category.ts";
import { particulars } from "./particulars.ts";
import { evidenceSources, laterWords, waysOfDetection } from "./report.ts";
import { type TargetKind, targetKinds } from "./target.ts";

/*
 * Schemas are built when a message is first read: most functions that know what a report is never read one.
 */

const id = () => z.string().trim().min(1).max(200);
/** Characters of an explanation. */
export const explanationAtMost = 2000;
const line = () => z.string().trim().min(1).max(500);
const moment = () => z.iso.datetime({ offset: true, error: "a moment with its zone, like 2026-11-24T10:00:00Z" });

/** What a message says of each kind of target. */
const parts = () =>
  ({
    url: z
      .string()
      .max(8192)
      .optional()
      .describe(
        "One page or file: http, https or ftp, without user name. Its host is looked up; nothing is ever " +
          "fetched. A link of an app is read as the web address or account that it stands for (tg:, whatsapp:, " +
          "mailto:, xmpp: …). A name of another system than DNS (.onion, .i2p, .eth …) is asked of a person. " +
          "An address that names no host (ipfs:, magnet: …) is refused with what to report instead.",
      ),
    host: z.string().max(300).optional().describe("A whole host, domain or address."),
    peer: z
      .strictObject({
        address: z.string().max(100),
        port: z.int().min(1).max(65535),
        seenAt: moment(),
        protocol: z.string().trim().min(1).max(40).optional(),
      })
      .optional()
      .describe(
        "A machine in a peer-to-peer network or chat: address, port and moment together, since addresses change hands.",
      ),
    account: z
      .strictObject({ service: z.string().max(300), account: line() })
      .optional()
      .describe(
        "An account at a service; `service` is the service's host, like t.me, " +
          "or the name of a large one, like Telegram.",
      ),
  }) satisfies Record<TargetKind, z.ZodType>;
const target = () =>
  z
    .strictObject(parts())
    .refine(
      (given) => Object.values(given).filter((part) => part !== undefined).length === 1,
      `exactly one of ${targetKinds.join(", ")}`,
    );

/** What a report may say of what was seen; every field may be left out. */
export const evidence = once(() =>
  z.strictObject({
    explanation: z
      .string()
      .trim()
      .min(1)
      .max(explanationAtMost)
      .optional()
      .describe(
        "Why this is what the category says; one or two sentences, printed as they stand. " +
          "Needed for ncii, terrorism and other.",
      ),
    reproduce: z
      .string()
      .trim()
      .min(1)
      .max(1000)
      .optional()
      .describe("How to see it where it hides: country, user agent, referrer."),
    imitates: line().optional().describe("The brand or work imitated or infringed. Needed for brand and copyright."),
    legitimateSite: z.string().max(2048).optional().describe("Where the rightful thing is. Needed for brand."),
    hashes: z
      .array(
        z
          .string()
          .max(2000, "at most 2,000 characters")
          .regex(
            /^((md5|sha1|sha256|photodna):[0-9A-Za-z+/=]+|btih:[0-9A-Fa-f]{40})$/,
            "algorithm:value, like sha256:9f86…",
          ),
      )
      .max(50)
      .optional()
      .describe(
        "Hashes of the content, never the content itself; `btih:` and 40 hexadecimal digits name a BitTorrent swarm.",
      ),
    classification: z.enum(["baseline", "A1", "A2", "B1", "B2"]).optional(),
    detectedBy: z
      .enum(waysOfDetection)
      .optional()
      .describe(
        "The source of the classification. Needed for csam and csem: " +
          "without what is needed a person is asked and no notice goes out.",
      ),
    redirects: z
      .array(z.string().trim().min(1).max(2048))
      .max(10)
      .optional()
      .describe("The way to it: each address in turn, from the one that was asked first. None is ever fetched."),
    rightNumber: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .describe("The number under which the mark or work is registered."),
    screenshot: z
      .boolean()
      .optional()
      .describe(
        "You hold a picture of it and send it to a desk that asks. Never send it to us; left out for csam, " +
          "csem and ncii.",
      ),
    source: z
      .enum(evidenceSources)
      .optional()
      .describe("By what it came to be known, in XARF's words (evidence_source)."),
    confidence: z.number().min(0).max(1).optional().describe("How sure you are: 0 not at all, 1 wholly."),
    ...particulars().shape,
  }),
);

const version = () => z.literal(1).describe("Version of this form.");

export const nativeReport = once(() =>
  z
    .strictObject({
      version: version(),
      reporter: id().describe("Your id, as the operator gave it to you."),
      reportId: id().describe("Your own number for this report; sending the same one again changes nothing."),
      category: z.enum(categories),
      channel: z.enum(channels).default("website"),
      target: target(),
      seenAt: moment().describe("When you last saw it there."),
      firstSeenAt: moment().optional().describe("When it was first seen there, where that is known; not after seenAt."),
      live: z
        .boolean()
        .default(false)
        .describe(
          "Happening right now: goes to the urgent lane and to a person at once, " +
            "where the operator lets you say so in this category.",
        ),
      domainIsMalicious: z
        .boolean()
        .default(false)
        .describe("The domain was registered for the abuse: its registrar is told beside the host."),
      enteredBy: z
        .string()
        .trim()
        .min(1)
        .max(500)
        .optional()
        .describe(
          "Who typed it in at the hotline, by the name under which they sign in to the console, which writes it: " +
            "they may not clear what they reported.",
        ),
      evidence: evidence().default({}),
    })
    .describe("A report of abusive content."),
);

export const nativeStatus = once(() =>
  z
    .strictObject({
      version: version(),
      reporter: id(),
      reportId: id().describe("The report of yours that this is about."),
      caseId: z
        .string()
        .regex(/^TD(-[0-9A-HJKMNP-TV-Z]{4}){3}$/, "a case's number, like TD-7K3M-9QXZ-4B2N")
        .optional()
        .describe(
          "The report's case, as the news of it names it. " +
            "Needed only where you used the report id again for something else.",
        ),
      status: z.enum(laterWords),
      at: moment().describe(
        "When you say so. Keep it when you send the message again: a word counts once, and one that is older " +
          "than what is known changes nothing.",
      ),
      note: z.string().trim().min(1).max(1000).optional(),
    })
    .describe(
      "What a reporter says later about a report: it is gone, still up, withdrawn; " +
        "hold everything, or release the hold.",
    ),
);

/**
 * The published form of a queue message, as JSON Schema; `report.schema.json` is generated from it
 * (`npm run schema`).
 */
export const messageSchema = (): object => ({
  $id: "report.schema.json",
  title: "A message on a report queue",
  ...z.toJSONSchema(z.union([nativeReport(), nativeStatus()]), { io: "input" }),
});
