import { readReport } from "../../functions/report/read-report.ts";
import type { Report } from "../../functions/report/report.ts";
import { aSettings } from "../support/a-case.ts";
import type { Console } from "./a-console.ts";

type Fields = Readonly<Record<string, string>>;
export type Answer = { readonly status: number; readonly text: string; readonly location: string | null };

const sent = async (console: Console, form: FormData): Promise<Answer> => {
  const response = await console.app.request("/report", {
    method: "POST",
    body: form,
    headers: { "sec-fetch-site": "same-origin" },
  });
  return { status: response.status, text: await response.text(), location: response.headers.get("location") };
};

const usual: Fields = { reporter: "hotline", category: "phishing", seenAt: "2026-11-24T01:00" };

/** Previews a file of reports, or what is pasted, in the console. */
export const preview = (
  console: Console,
  csv: string | Uint8Array<ArrayBuffer>,
  choices: Fields = {},
  asFile = true,
): Promise<Answer> => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...usual, ...choices })) form.set(name, value);
  form.set(asFile ? "file" : "address", asFile ? new File([csv], "reports.csv", { type: "text/csv" }) : String(csv));
  return sent(console, form);
};

const text = (html: string): string =>
  html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

/** What a browser would send of the form with the preview's choices. */
export const fieldsShown = (page: string): Fields => {
  const form = /<form[^>]*action="\/report"(?:(?!<\/form>).)*<\/form>/s.exec(page)?.[0] ?? "";
  const inputs = [...form.matchAll(/<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"/g)];
  // HTML passes over the line break that a text area begins with.
  const areas = [...form.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>\n?([^<]*)<\/textarea>/g)];
  const lists = [...form.matchAll(/<select[^>]* name="([^"]+)"[^>]*>(.*?)<\/select>/gs)].map(
    ([all, name = "", options = ""]) => [
      all,
      name,
      (/<option value="([^"]*)" selected/.exec(options) ?? /<option value="([^"]*)"/.exec(options))?.[1] ?? "",
    ],
  );
  // A browser sends each line break as CRLF.
  return Object.fromEntries(
    [...inputs, ...areas, ...lists].map(([, name = "", value = ""]) => [
      name,
      text(value).replaceAll(/\r?\n/g, "\r\n"),
    ]),
  );
};

/** Presses a button of a page that previews a file, after somebody changed some of its fields. */
export const press = (
  console: Console,
  page: Pick<Answer, "text">,
  changed: Fields,
  does: "preview" | "report" | "change" | "look-up",
): Promise<Answer> => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fieldsShown(page.text), ...changed })) form.set(name, value);
  if (does !== "preview") form.set("does", does);
  return sent(console, form);
};

/** A report that the console put on its queue, as it is read there. */
export const reportQueued = (console: Console, at = 0): Report => {
  const read = readReport(console.queued[at]?.body ?? "", { allowReserved: true, reporters: aSettings().reporters });
  if (!read.ok || read.value.kind !== "report") throw new Error("no report is on the queue");
  return read.value;
};
