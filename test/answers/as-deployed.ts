import { modelReader } from "../../functions/adapters/model-reader.ts";
import type { MailReading } from "../../functions/answers/mail-reading.ts";
import { readMail as readBy } from "../../functions/answers/read-mail.ts";

/** A mail as the deployed reader reads it. */
export const readMail = (bytes: Uint8Array): MailReading => readBy(bytes, modelReader());
