import type { Bundle } from "../../stack/bundle.ts";
import type { Figures } from "./compare.ts";

/** What a figure is to be at most: times the floor's, and for an import times the bare SDK's. */
type Bars = {
  readonly warm?: number;
  readonly "warm but for composing"?: number;
  readonly "first answer"?: number;
  readonly import?: number;
};

const bars: Readonly<Record<string, Bars>> = {
  "take-in-report": { warm: 1.3, "first answer": 1.2, import: 1.5 },
  "find-contact, known block": { warm: 1.3, "first answer": 1.4, import: 1.8 },
  "send-notice": { "warm but for composing": 1.4, "first answer": 1.35, import: 1.6 },
  "take-in-delivery": { warm: 1.3, import: 1.5 },
  "take-in-reply": { warm: 1.4, "first answer": 1.6, import: 1.8 },
  "follow-up, nothing due": { import: 1.5 },
  "follow-up, 100 due": { warm: 1.4, import: 1.5 },
  "console, 25 waiting": { warm: 1.4, import: 1.8 },
};
const ownKbAtMost = 120;

/** Texts, lexicons, rows of platforms and lists of names; the reader's weights lie beside the code. */
const isData = (file: string): boolean =>
  /^functions\/(notice\/templates\/|answers\/replies\/|contact\/(platforms|listed-names)\.json)/.test(file);

/** Bytes of a bundle's own code and data, without what its size does not count. */
export const ownBytes = ({ bytesOf }: Pick<Bundle, "bytesOf">): number =>
  Object.entries(bytesOf)
    .filter(([of]) => !of.startsWith("npm:") && !isData(of))
    .reduce((sum, [, bytes]) => sum + bytes, 0);

export type Held = { readonly what: string; readonly is: number; readonly atMost: number };

/** What a figure is to be at most, by its name. */
const barsByName: ReadonlyMap<string, number> = new Map(
  Object.entries(bars).flatMap(([what, of]) =>
    Object.entries(of).map(
      ([figure, atMost]) => [`${what}: ${figure}, times the ${figure === "import" ? "SDK" : "floor"}`, atMost] as const,
    ),
  ),
);

/** What this figure is to be at most, where it is held to anything. */
export const barOf = (name: string): number | undefined => barsByName.get(name);

/** Each bar that a run measured, with where it stands. */
export const heldTo = (figures: Figures, bundles: readonly Pick<Bundle, "name" | "bytesOf">[]): readonly Held[] => [
  ...[...barsByName].flatMap(([what, atMost]): readonly Held[] => {
    const found = figures[what];
    return found ? [{ what, is: found.median, atMost }] : [];
  }),
  ...bundles.map((bundle) => ({ what: `${bundle.name}: own KB`, is: ownBytes(bundle) / 1000, atMost: ownKbAtMost })),
];
