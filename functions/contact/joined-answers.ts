/** What a WHOIS client writes between two answers that it joins, on a line of its own. */
const between = /^Found a referral to /i;
const referralTo = /^Found a referral to ([a-z0-9.-]{1,253}?)(?::\d{1,5})?\.?[ \t]*$/i;

/** The fields by which a registry names the next server: ARIN's, IANA's and those of registries of domains. */
const namesServer =
  /^[ \t]*(?:ReferralServer|refer|whois|[a-z ]{0,40}whois server):[ \t]*(?:[a-z]{1,8}:\/\/)?([a-z0-9.-]{1,253})/i;

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === "";

/**
 * The answers of a text that a client joined, in order. One begins only behind a line that stands by itself between
 * blank lines and names the server to which a field above it refers. Such a line anywhere else is somebody's free text:
 * it begins nothing, and what stands below it in its paragraph is dropped, since it means to pass for an answer.
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
