import * as z from "../kernel/zod.ts";
import { categories, channels } from "./category.ts";
import { linksAtMost } from "./evidence-links.ts";
import { explanationAtMost } from "./explanation.ts";
import { particulars } from "./particulars.ts";
import { evidenceSources, laterWords, waysOfDetection } from "./report.ts";
import { type TargetKind, targetKinds } from "./target.ts";

/* Schemas are built when a message is first read: most functions that know a report never read one. */

const id = () => z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
const line = () => z.string().check(z.trim(), z.minLength(1), z.maxLength(500));
/** No dot, slash, colon or at sign, so that it is no host, address or mailbox. */
const labelForm = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} _-]{0,38}[\p{L}\p{M}\p{N}])?$/u;
const moment = () => z.iso.datetime({ offset: true, error: "a moment with its zone, like 2026-11-24T10:00:00Z" });

const parts = () =>
  ({
    url: z
      .optional(z.string().check(z.maxLength(8192)))
      .check(
        z.describe(
          "One page or file: http, https or ftp, without user name. Its host is looked up; nothing is ever " +
            "fetched. A link of an app is read as the web address or account that it stands for (tg:, whatsapp:, " +
            "mailto:, xmpp: …). A name of another system than DNS (.onion, .i2p, .eth …) is asked of a person. " +
            "An address that names no host (ipfs:, magnet: …) is refused with what to report instead.",
        ),
      ),
    host: z.optional(z.string().check(z.maxLength(300))).check(z.describe("A whole host, domain or address.")),
    peer: z
      .optional(
        z.strictObject({
          address: z.string().check(z.maxLength(100)),
          port: z.int().check(z.minimum(1), z.maximum(65535)),
          seenAt: moment(),
          protocol: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(40))),
        }),
      )
      .check(
        z.describe(
          "A machine in a peer-to-peer network or chat: address, port and moment together, " +
            "since addresses change hands.",
        ),
      ),
    account: z
      .optional(z.strictObject({ service: z.string().check(z.maxLength(300)), account: line() }))
      .check(
        z.describe(
          "An account at a service; `service` is the service's host, like t.me, " +
            "or the name of a large one, like Telegram.",
        ),
      ),
  }) satisfies Record<TargetKind, z.ZodMiniType>;
const target = () =>
  z
    .strictObject(parts())
    .check(
      z.refine(
        (given) => Object.values(given).filter((part) => part !== undefined).length === 1,
        `exactly one of ${targetKinds.join(", ")}`,
      ),
    );

/** Every field may be left out. */
export const evidence = z.strictObject({
  explanation: z
    .optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(explanationAtMost)))
    .check(
      z.describe(
        "Why this is what the category says; one or two sentences, printed as they stand. " +
          "Needed for ncii, terrorism and other.",
      ),
    ),
  reproduce: z
    .optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(1000)))
    .check(z.describe("How to see it where it hides: country, user agent, referrer.")),
  imitates: z
    .optional(line())
    .check(z.describe("The brand or work imitated or infringed. Needed for brand and copyright.")),
  legitimateSite: z
    .optional(z.string().check(z.maxLength(2048)))
    .check(z.describe("Where the rightful thing is. Needed for brand.")),
  hashes: z
    .optional(
      z
        .array(
          z
            .string()
            .check(
              z.maxLength(2000, "at most 2,000 characters"),
              z.regex(
                /^((md5|sha1|sha256|photodna):[0-9A-Za-z+/=]+|btih:[0-9A-Fa-f]{40})$/,
                "algorithm:value, like sha256:9f86…",
              ),
            ),
        )
        .check(z.maxLength(50)),
    )
    .check(
      z.describe(
        "Hashes of the content, never the content itself; `btih:` and 40 hexadecimal digits name a BitTorrent swarm.",
      ),
    ),
  classification: z.optional(z.enum(["baseline", "A1", "A2", "B1", "B2"])),
  detectedBy: z
    .optional(z.enum(waysOfDetection))
    .check(
      z.describe(
        "The source of the classification. Needed for csam and csem: " +
          "without what is needed a person is asked and no notice goes out. By user-report or automated-scan " +
          "the hotline alone hears, until a person has classified it.",
      ),
    ),
  redirects: z
    .optional(z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(2048))).check(z.maxLength(10)))
    .check(z.describe("The way to it: each address in turn, from the one that was asked first. None is ever fetched.")),
  rightNumber: z
    .optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(200)))
    .check(z.describe("The number under which the mark or work is registered.")),
  screenshot: z
    .optional(z.boolean())
    .check(
      z.describe(
        "You hold a picture of it and send it to a desk that asks. Never send it to us; left out for csam, " +
          "csem and ncii.",
      ),
    ),
  links: z
    .optional(z.array(z.string().check(z.trim(), z.maxLength(2048))).check(z.maxLength(linksAtMost)))
    .check(
      z.describe(
        "Captures of it, printed in clear: https addresses at hosts that the operator lists (urlscan.io and " +
          "virustotal.com unless it says otherwise), like https://urlscan.io/result/UUID/. No port, user name, full " +
          "stop, colon or percent sign behind the host. Never fetched; left out for csam, csem, ncii and terrorism.",
      ),
    ),
  marker: z
    .optional(z.string().check(z.trim(), z.minLength(3), z.maxLength(120)))
    .check(z.describe("A few words of the page itself, by which the operator's checker knows it. No notice has it.")),
  source: z
    .optional(z.enum(evidenceSources))
    .check(z.describe("By what it came to be known, in XARF's words (evidence_source).")),
  confidence: z
    .optional(z.number().check(z.minimum(0), z.maximum(1)))
    .check(z.describe("How sure you are: 0 not at all, 1 wholly.")),
  ...particulars.shape,
});

const version = () => z.literal(1).check(z.describe("Version of this form."));

export const nativeReport = z
  .strictObject({
    version: version(),
    reporter: id().check(z.describe("Your id, as the operator gave it to you.")),
    reportId: id().check(z.describe("Your own number for this report; sending the same one again changes nothing.")),
    category: z.enum(categories),
    channel: z._default(z.enum(channels), "website"),
    target: target(),
    seenAt: moment().check(z.describe("When you last saw it there.")),
    firstSeenAt: z
      .optional(moment())
      .check(z.describe("When it was first seen there, where that is known; not after seenAt.")),
    live: z
      ._default(z.boolean(), false)
      .check(
        z.describe(
          "Happening right now: goes to the urgent lane and to a person at once, " +
            "where the operator lets you say so in this category.",
        ),
      ),
    domainIsMalicious: z
      ._default(z.boolean(), false)
      .check(
        z.describe(
          "The domain was registered for the abuse: its registrar is told beside the host, or a person is asked.",
        ),
      ),
    labels: z
      .optional(
        z
          .array(
            z
              .string()
              .check(
                z.trim(),
                z.toLowerCase(),
                z.normalize(),
                z.regex(labelForm, "1 to 40 letters, digits, spaces, - or _, like spring sale 2026"),
              ),
          )
          .check(z.maxLength(3)),
      )
      .check(
        z.describe(
          "Words of your own to find and count the case by: client, brand, campaign. Three at most, 1 to 40 letters, " +
            "digits, spaces, - or _, in any case. For us and you alone: no notice has them.",
        ),
      ),
    enteredBy: z
      .optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(500)))
      .check(
        z.describe(
          "Who typed it in at the hotline, by the name under which they sign in to the console, which writes it: " +
            "they may not clear what they reported.",
        ),
      ),
    evidence: z._default(evidence, {}),
  })
  .check(z.describe("A report of abusive content."));

export const caseNumber = () =>
  z.string().check(z.regex(/^TD(-[0-9A-HJKMNP-TV-Z]{4}){3}$/, "a case's number, like TD-7K3M-9QXZ-4B2N"));

export const nativeStatus = z
  .strictObject({
    version: version(),
    reporter: id(),
    reportId: id().check(z.describe("The report of yours that this is about.")),
    caseId: z
      .optional(caseNumber())
      .check(
        z.describe(
          "The report's case, as the news of it names it. " +
            "Needed only where you used the report id again for something else.",
        ),
      ),
    status: z.enum(laterWords),
    at: moment().check(
      z.describe(
        "When you say so. Keep it when you send the message again: a word counts once, and one that is older " +
          "than what is known changes nothing.",
      ),
    ),
    note: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(1000))),
  })
  .check(
    z.describe(
      "What a reporter says later about a report: it is gone, still up, withdrawn; " +
        "hold everything, or release the hold.",
    ),
  );

/** The queue message's JSON Schema, from which `report.schema.json` is generated (`npm run generate -- schema`). */
export const messageSchema = (): object => ({
  $id: "report.schema.json",
  title: "A message on a report queue",
  ...z.toJSONSchema(z.union([nativeReport, nativeStatus]), { io: "input" }),
});
