/** Brackets, a full stop or quotes around a number copied from a mail. */
const around = "[^0-9a-z]{0,3}";
const signs = String.raw`([0-9a-z]{4})[\s-]*([0-9a-z]{4})[\s-]*([0-9a-z]{4})`;
const named = new RegExp(String.raw`^${around}td[\s-]*${signs}${around}$`, "i");
const unnamed = new RegExp(`^${around}${signs}${around}$`, "i");
/** As in each mail's subject. */
const inSubject = /\[(TD(?:-[0-9A-Z]{4}){3})\]/i;
const begun = new RegExp(String.raw`^${around}td[\s-]*((?:[0-9a-z][\s-]*){4,11})${around}$`, "i");

/** O for 0 and I or L for 1 (Crockford's base 32). */
const digitsOf = (text: string): string => text.toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1");

const numberOf = (parts: RegExpExecArray | null): string | undefined =>
  parts ? `TD-${parts.slice(1).map(digitsOf).join("-")}` : undefined;

/** A typed number, `td 7k3m 9qxz 4b2n`, or a mail's subject with `[TD-7K3M-9QXZ-4B2N]`. Pure. */
export const caseNumber = (text: string): string | undefined => {
  const inMail = text.includes("://") ? undefined : inSubject.exec(text)?.[1];
  return numberOf(named.exec((inMail ?? text).trim()));
};

const ofMail = new RegExp(String.raw`(?<![0-9a-z])tm[\s-]*${signs}(?![0-9a-z])`, "i");

/** The same for a mail about several cases. Pure. */
export const mailNumber = (text: string): string | undefined =>
  text.includes("://") ? undefined : numberOf(ofMail.exec(text))?.replace("TD", "TM");

/** Without the two letters, `7k3m9qxz4b2n`: whether it is a number, only the cases say. Pure. */
export const bareNumber = (text: string): string | undefined => numberOf(unnamed.exec(text.trim()));

/** A number's beginning, at least four characters: `TD-7K3M-9`. Pure. */
export const numberBegun = (text: string): string | undefined => {
  const digits = digitsOf(begun.exec(text.trim())?.[1]?.replace(/[\s-]/g, "") ?? "");
  return digits === "" ? undefined : `TD-${(digits.match(/.{1,4}/g) ?? []).join("-")}`;
};

/** A number alone, as at a terminal. Anything else in capitals. Pure. */
export const caseNamed = (text: string): string => caseNumber(text) ?? bareNumber(text) ?? text.trim().toUpperCase();
