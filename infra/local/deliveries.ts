import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { earliest, type Instant } from "../../functions/kernel/instant.ts";
import { checkQueue } from "../stack/topology.ts";

const sesOutcome = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("Send") }),
  z.object({ kind: z.literal("Delivery"), smtpResponse: z.string().optional() }),
  z.object({
    kind: z.literal("Bounce"),
    bounceType: z.enum(["Permanent", "Transient", "Undetermined"]),
    bounceSubType: z.string(),
    status: z.string(),
    diagnosticCode: z.string(),
  }),
  z.object({ kind: z.literal("Complaint"), feedbackType: z.string() }),
  z.object({ kind: z.literal("DeliveryDelay"), delayType: z.string() }),
  z.object({ kind: z.literal("Reject"), reason: z.string() }),
]);

const deliverySchema = z.object({
  /** Unique; the same id put in again changes nothing. */
  id: z.string(),
  at: z.string(),
  does: z.discriminatedUnion("kind", [
    /** SES says what became of the mail with this number. */
    z.object({ kind: z.literal("event"), mailNumber: z.int(), outcome: sesOutcome }),
    /** A mail comes in, as SES lays it into the bucket. */
    z.object({ kind: z.literal("mail"), mime: z.string() }),
    /** A person writes to the desk of the case that the mail with this number is about. */
    z.object({ kind: z.literal("letter"), mailNumber: z.int(), text: z.string(), why: z.string() }),
    /** A reporter puts a message on a report queue, or what the checker is asked comes again. */
    z.object({
      kind: z.literal("report"),
      queue: z.enum(["report-urgent", "report-standard", checkQueue]),
      body: z.string(),
    }),
  ]),
});

/** What the world outside does at a moment: SES, a desk, a reporter, or a person who writes to a desk. */
export type Delivery = z.infer<typeof deliverySchema>;

export type Deliveries = {
  /** Puts some in, each in its place by time. */
  readonly plan: (more: readonly Delivery[]) => void;
  /** The next moment at which something happens; absent when nothing is planned. */
  readonly dueAt: () => Instant | undefined;
  /**
   * Takes out all that is due at `now`, oldest first. Taken ones are gone: what follows from them
   * is the caller's.
   */
  readonly takeDue: (now: Instant) => readonly Delivery[];
  /** Takes out what is planned and will not happen after all. */
  readonly drop: (isDropped: (one: Delivery) => boolean) => void;
  readonly count: () => number;
};

/**
 * The schedule of what the world outside will do, kept as one JSON file under `folder` so that it
 * goes on after a restart. Throws when the file is there and is not a schedule, and the file
 * system's error for the folder.
 */
export const openDeliveries = (folder: string): Deliveries => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "deliveries.json");
  const kept = read(file);
  let planned = [...kept.planned];
  const known = new Set(kept.known);
  const write = () => {
    writeFileSync(`${file}.part`, JSON.stringify({ planned, known: [...known] }));
    renameSync(`${file}.part`, file);
  };
  return {
    plan: (more) => {
      const fresh = more.filter(({ id }, at) => !known.has(id) && more.findIndex((other) => other.id === id) === at);
      if (fresh.length === 0) return;
      for (const { id } of fresh) known.add(id);
      // Sorting keeps the order of those at the same moment (ECMA-262 §23.1.3.30).
      planned = [...planned, ...fresh].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
      write();
    },
    dueAt: () => earliest(planned[0]?.at),
    takeDue: (now) => {
      const due = planned.filter(({ at }) => at <= now);
      if (due.length > 0) {
        planned = planned.slice(due.length);
        write();
      }
      return due;
    },
    drop: (isDropped) => {
      planned = planned.filter((one) => !isDropped(one));
      write();
    },
    count: () => planned.length,
  };
};

const fileSchema = z.object({ planned: z.array(deliverySchema), known: z.array(z.string()) });

const read = (file: string): z.infer<typeof fileSchema> => {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return { planned: [], known: [] };
    throw error;
  }
  const parsed = fileSchema.safeParse(jsonIn(text));
  if (!parsed.success) throw new Error(`${file} is not a schedule of deliveries; remove it to begin anew.`);
  return parsed.data;
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Said by the caller, with the file's name.
    return undefined;
  }
};
