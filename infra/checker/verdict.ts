/*
 * The checker looks at what was reported, apart from the dispatcher, which never does. It stores nothing. A wrong
 * *gone* ends the case of a page that hurts people, a wrong silence costs one question: in doubt it says nothing.
 */

/** What one visit came to. `isOwnHost`: the last answer came from the reported host. */
export type Sight =
  | { readonly kind: "page"; readonly status: number; readonly isOwnHost: boolean; readonly showsMarker: boolean }
  | { readonly kind: "nothing"; readonly why: string };

export type Verdict = { readonly status: "gone" | "still-up" | "silent"; readonly reason: string };

/** Not 451: a country's block is no removal. */
const saysGone = [404, 410];

/** What visits under several user agents come to. *Gone* needs all of them, the marker one. Pure. */
export const verdictOf = (sights: readonly Sight[]): Verdict => {
  const pages = sights.flatMap((sight) => (sight.kind === "page" ? [sight] : []));
  if (pages.some(({ status, showsMarker }) => status === 200 && showsMarker))
    return { status: "still-up", reason: "the page shows the marker" };
  const [first] = sights;
  if (!first) return { status: "silent", reason: "nobody looked" };
  const isGone = ({ status, isOwnHost }: (typeof pages)[number]) => isOwnHost && saysGone.includes(status);
  if (pages.length === sights.length && pages.every(isGone))
    return {
      status: "gone",
      reason: `statuses ${pages.map((one) => one.status).join(", ")}: every user agent finds none`,
    };
  const failed = sights.find((sight) => sight.kind === "nothing");
  if (failed) return { status: "silent", reason: failed.why };
  return { status: "silent", reason: `statuses ${pages.map((one) => one.status).join(", ")} settle nothing` };
};
