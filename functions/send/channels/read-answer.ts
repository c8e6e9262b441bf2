import { defangWords } from "../../kernel/defang.ts";
import { plainText } from "../../notice/plain-text.ts";
import type { HttpAnswer } from "./http-answer.ts";
import type { ApiWord, Status } from "./provider.ts";

/** The provider's own words about an error, fit for a sentence. */
export const inParentheses = (words: readonly string[]): string => {
  const shown = plainText(defangWords(plainText(words.join("; ")).slice(0, 200)));
  return shown === "" ? "" : ` (${shown})`;
};

type Reading = {
  readonly name: string;
  /** What a success came to. Absent where the API's definition has none such. */
  readonly taken: (json: unknown) => ApiWord | undefined;
  /** An error's words in the shape of the API's definition. Absent for any other body. */
  readonly errorIn: (json: unknown) => readonly string[] | undefined;
};

/** A no is certain only in the API's own words: all else may hide a taken report, and is not put again. */
export const toldBy =
  ({ name, taken, errorIn }: Reading) =>
  (answer: HttpAnswer): ApiWord => {
    if (answer.kind === "unreached") return { kind: "later", why: `${name} was not reached: ${answer.detail}` };
    if (answer.kind === "silent") return { kind: "uncertain", why: `${name} did not answer: ${answer.detail}` };
    const { status, retryAfterMs } = answer;
    const error = answer.kind === "answered" ? errorIn(answer.json) : undefined;
    const said = `${name} answered HTTP ${status}${inParentheses(error ?? [])}`;
    if (status === 401 || status === 403) return { kind: "not-let-in", why: `${said}: we are not let in.` };
    if (status === 429)
      return { kind: "later", why: `${said}: too many.`, ...(retryAfterMs !== undefined && { retryAfterMs }) };
    if (answer.kind === "unreadable") return { kind: "uncertain", why: `${said}, ${answer.detail}` };
    if (status >= 400 && status < 500 && status !== 408 && error)
      return { kind: "refused", why: `${said}: it does not take the report.` };
    const told = status >= 200 && status < 300 ? taken(answer.json) : undefined;
    return told ?? { kind: "uncertain", why: `${said}, with nothing that says what became of the report.` };
  };

/** `read` takes what the API's definition has. What can't be read closes nothing: it is asked again. */
export const statusBy =
  (name: string, read: (json: unknown) => Status | undefined) =>
  (answer: HttpAnswer): Status => {
    if (answer.kind === "unreached" || answer.kind === "silent")
      return { kind: "silent", why: `${name} did not say what became of the report: ${answer.detail}` };
    const { status } = answer;
    const said = `${name} answered HTTP ${status}`;
    if (status === 401 || status === 403) return { kind: "not-let-in", why: `${said}: we are not let in.` };
    if (answer.kind === "unreadable") return { kind: "silent", why: `${said}, ${answer.detail}` };
    if (status === 404) return { kind: "person", why: `${said}: it has no such report.` };
    if (status !== 200) return { kind: "silent", why: `${said} in place of the report's status.` };
    return read(answer.json) ?? { kind: "person", why: `${said} with a status in a form that nobody knows.` };
  };
