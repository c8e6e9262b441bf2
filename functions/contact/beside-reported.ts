import { readAddress } from "../kernel/address.ts";
import { atReported, isOfReported, ofReported } from "../kernel/look-up-url.ts";
import { whoisOfDomain } from "./bootstrap.ts";
import type { Reported, Sources } from "./sources.ts";

/**
 * Sources that ask no server in the reported host's own domain or where the host stands. The sockets check
 * again, at each redirect too, so that a name gains nothing by answering otherwise a moment later. Network: one
 * DNS question for each server that is not a registry's own.
 */
export const besideReported = (sources: Sources, reported: Reported): Sources => {
  const standsThere = async (server: string): Promise<boolean> => {
    if (reported.addresses.length === 0 || (await sources.registries()).isServer(server)) return false;
    const asked = await sources.addresses(server);
    return (
      asked.kind === "answer" &&
      asked.value.some((address) => reported.addresses.includes(readAddress(address)?.text ?? address))
    );
  };
  return {
    ...sources,
    rdap: async (question) => {
      const server = "url" in question && URL.canParse(question.url) ? new URL(question.url).hostname : undefined;
      if (server !== undefined && (await standsThere(server)))
        return { kind: "refused", server, detail: `Not asked: ${atReported}` };
      return sources.rdap({ ...question, reported });
    },
    whois: async (question) => {
      const { server } = question;
      // Sellers of names below their own answer for them there: `whois.eu.org` for `bad.eu.org`.
      const isOwn = isOfReported(server, reported.host) && server !== whoisOfDomain(reported.host);
      if (isOwn || (await standsThere(server)))
        return { kind: "refused", server, detail: `Not asked: ${isOwn ? ofReported : atReported}` };
      return sources.whois({ ...question, reported });
    },
  };
};
