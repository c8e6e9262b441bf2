import type { FC } from "hono/jsx";
import type { Case } from "../../case/case.ts";
import { countriesOf } from "../../case/contact-facts.ts";
import type { Settings } from "../../kernel/settings.ts";
import { Copy } from "../elements.tsx";
import { countryName } from "../policy/course-words.ts";
import { visible } from "../shown.ts";

type ToCall = { readonly who: string; readonly at: string };

/** Whom to call about a host, by the operator's settings: its desks, its countries' desks. Pure. */
const numbersFor = ({ contact }: Case, { countries, directory }: Pick<Settings, "countries" | "directory">) => {
  const here = contact ? countriesOf(contact) : [];
  const desks = contact?.candidates.map(({ email }) => email) ?? [];
  return [
    ...directory.flatMap(({ name, email = "", phone }): readonly ToCall[] =>
      phone && desks.includes(email) ? [{ who: name, at: phone }] : [],
    ),
    ...countries
      .filter(({ country }) => here.includes(country.toUpperCase()))
      .flatMap(({ country, police, hotline, cert }): readonly ToCall[] =>
        [
          ...(police ? [{ who: `police, ${police.name}`, at: police.contact }] : []),
          ...[hotline, cert].flatMap((desk) => (desk?.phone ? [{ who: desk.name, at: desk.phone }] : [])),
        ].map(({ who, at }) => ({ who: `${countryName(country.toUpperCase())}: ${who}`, at })),
      ),
  ];
};

/** Numbers to call. `id`: of this list among those of the page. `saysNone`: also that none is known. */
export const Calls: FC<{
  readonly id: string;
  readonly saysNone?: true;
  readonly state: Case;
  readonly settings: Pick<Settings, "countries" | "directory">;
}> = ({ id, saysNone, state, settings }) => {
  const numbers = numbersFor(state, settings);
  if (numbers.length === 0)
    return saysNone ? (
      <p class="hint">
        No phone number of this host is in the settings: add it to <a href="/settings#provider">its provider</a> or{" "}
        <a href="/settings#country">its country</a>.
      </p>
    ) : null;
  return (
    <ul class="plain" aria-label="Whom to call">
      {numbers.map(({ who, at }, nth) => (
        <li class="call">
          {visible(who)}: <strong id={`call-${id}-${nth}`}>{visible(at)}</strong>
          <Copy of={`call-${id}-${nth}`} what="the number" />
        </li>
      ))}
    </ul>
  );
};
