import { readHost } from "../../functions/kernel/host.ts";
import { readTargetUrl } from "../../functions/kernel/target-url.ts";

/** A URL, and the host to which a browser goes with it; nothing where it is no URL to a browser. */
export type SeenUrl = { readonly input: string; readonly hostname?: string | undefined };

/**
 * The URLs that our reader takes though a browser refuses them, or whose host it takes for another:
 * a notice would go to somebody who does not answer for the page. `taken` counts what it took.
 */
export const unlikeBrowsers = (
  urls: readonly SeenUrl[],
): { readonly taken: number; readonly wrong: readonly string[] } => {
  const read = urls.flatMap(({ input, hostname }) => {
    const url = readTargetUrl(input, { allowReserved: true });
    return url.ok ? [{ input, hostname, host: url.value.host }] : [];
  });
  const wrong = read.filter(({ hostname, host }) => {
    const seen = readHost((hostname ?? "").replace(/^\[|\]$/g, "").replace(/\.$/, ""), { allowReserved: true });
    return !seen.ok || seen.value.kind !== host.kind || seen.value.text !== host.text;
  });
  return { taken: read.length, wrong: wrong.map(({ input }) => input) };
};
