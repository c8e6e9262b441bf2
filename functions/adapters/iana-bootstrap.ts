import {
  type Bootstrap,
  type BootstrapFile,
  bootstrapFiles,
  bootstrapOf,
  readBootstrapFile,
} from "../contact/bootstrap.ts";
import type { Known } from "../contact/known.ts";
import type { Answered } from "./rdap-client.ts";

const ianaUrl = "https://data.iana.org/rdap/";
const hour = 60 * 60_000;

type BootstrapGiven = {
  /** One request and its body. Throws where there is no answer. */
  readonly ask: (url: string) => Promise<Answered>;
  readonly known: Known;
  /** Base URL of the sample registries' files. IANA's when absent. */
  readonly sampleUrl?: string | undefined;
};

/**
 * IANA's bootstrap files (RFC 9224), each asked for at most once a day by all functions together,
 * and served for two weeks when IANA is unreachable. Our own table replaces a file that is missing,
 * malformed, cut or older than it, and that file is not asked for again within the hour. Network:
 * five files, and nobody waits for somebody else's.
 */
export const ianaBootstrap = async ({ ask, known, sampleUrl }: BootstrapGiven): Promise<Bootstrap> => {
  const atLeast = sampleUrl === undefined ? 0.5 : 0;
  const read = (file: BootstrapFile, text: string) => readBootstrapFile(file, text, atLeast);
  const textOf = (file: BootstrapFile): Promise<string | undefined> =>
    known<string | undefined>({
      keys: [`bootstrap#${file}`],
      turns: [`bootstrap#${file}`],
      ask: async () => {
        const text = await fetched(ask, `${sampleUrl ?? ianaUrl}${file}.json`);
        return text !== undefined && read(file, text) ? text : undefined;
      },
      lifeOf: (text) => (text === undefined ? undefined : { freshMs: 24 * hour, keptMs: 14 * 24 * hour }),
      keep: (text) => [{ key: `bootstrap#${file}`, text: text ?? "" }],
      read: (text) => (read(file, text) ? text : undefined),
      later: undefined,
      waitMsAtMost: 0,
      pauseMs: hour,
    });
  const files = await Promise.all(
    bootstrapFiles.map(async (file) => {
      const text = await textOf(file);
      const services = text === undefined ? undefined : read(file, text);
      return services ? ([[file, services]] as const) : [];
    }),
  );
  return bootstrapOf(Object.fromEntries(files.flat()));
};

const fetched = async (ask: BootstrapGiven["ask"], url: string): Promise<string | undefined> => {
  try {
    const answer = await ask(url);
    return answer.kind === "answer" ? JSON.stringify(answer.value.body) : undefined;
  } catch {
    // Unreachable, too long, or a certificate that is not IANA's: our own table serves.
    return undefined;
  }
};
