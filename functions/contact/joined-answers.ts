/** What a WHOIS client writes on its own line between two answers that it joins. */
const between = /^Found a referral to /i;
const referralTo = /^Found a referral to ([a-z0-9.-]{1,253}?)(?::\d{1,5})?\.?[ \t]*$/i;

/** The fields that name the next server: ARIN's, IANA's and those of domain registries. */
const namesServer =
  /^[ \t]*(?:ReferralServer|refer|whois|[a-z ]{0,40}whois server):[ \t]*(?:[a-z]{1,8}:\/\/)?([a-z0-9.-]{1,253})/i;

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === "";

/**
 * The answers of a joined text, in order. One begins only behind a line that stands alone between blank lines
 * and names the server that a field above refers to. Any other such line is free text: it begins nothing, and
 * the rest of its paragraph is dropped, since it means to pass for an answer.
 */
export const answersIn = (text: string): readonly string[] => {
  const lines = text.split("\n");
  const referred = new Set<string>();
  const answers: string[][] = [[]];
  let isDropped = false;
  for (const [at, line] of lines.entries()) {
    if (isBlank(line)) isDropped = false;
    const server = namesServer.exec(line)?.[1];
    if (server !== undefined && !isDropped) referred.add(server.toLowerCase());
    if (between.test(line)) {
      const host = referralTo.exec(line)?.[1]?.toLowerCase();
      const isFramed = isBlank(lines[at - 1]) && isBlank(lines[at + 1]) && host !== undefined && referred.has(host);
      if (isFramed) answers.push([]);
      else isDropped = true;
    } else if (!isDropped) answers.at(-1)?.push(line);
  }
  return answers.map((answer) => answer.join("\n"));
};
