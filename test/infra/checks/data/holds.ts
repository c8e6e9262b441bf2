import * as z from "../../../../functions/kernel/zod.ts";

export type DataFile = { readonly file: string; readonly schema: z.ZodMiniType };

export type Wrong = { readonly path: readonly (string | number)[]; readonly say: string };

/** A check that adds all that is wrong with a value, each at its place within it. */
export const holds = <Value>(wrongOf: (value: Value) => readonly Wrong[]) =>
  z.check<Value>(({ value, issues }) => {
    for (const { path, say } of wrongOf(value))
      issues.push({ code: "custom", input: value, path: [...path], message: say });
  });
export const here = (...says: readonly string[]): readonly Wrong[] => says.map((say) => ({ path: [], say }));

export const filled = z.string().check(z.minLength(1));

export const languageNames = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
export const countryNames = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
