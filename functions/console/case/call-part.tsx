import type { FC } from "hono/jsx";
import type { Case } from "../../case/case.ts";
import { countriesOf } from "../../case/contact-facts.ts";
import type { Settings } from "../../kernel/settings.ts";
import { categoryWords } from "../../report/category-words.ts";
import { Section } from "../parts.tsx";
import { countryName } from "../policy/course-words.ts";
import { visible } from "../shown.ts";

type ToCall = { readonly who: string; readonly at: string };

/** Whom to call about a host: only the operator's own rows of its countries. Pure. */
const whomToCall = ({ contact }: Case, { countries }: Pick<Settings, "countries">): readonly ToCall[] => {
  const here = contact ? countriesOf(contact) : [];
  return countries
    .filter(({ country }) => here.includes(country.toUpperCase()))
    .flatMap(({ country, police, hotline, cert }): readonly ToCall[] =>
      [
        ...(police ? [{ who: `police, ${police.name}`, at: police.contact }] : []),
        ...[hotline, cert].flatMap((desk) => (desk?.phone ? [{ who: desk.name, at: desk.phone }] : [])),
      ].map(({ who, at }) => ({ who: `${countryName(country.toUpperCase())}: ${who}`, at })),
    );
};

/** Numbers to call, and links to the rules that raised what is asked, with their sources. */
export const CallPart: FC<{ readonly state: Case; readonly settings: Settings }> = ({ state, settings }) => {
  const calls = whomToCall(state, settings);
  return (
    <Section id="call" title={calls.length > 0 ? "Whom to call, and by which rule" : "By which rule"}>
      {calls.length > 0 && (
        <ul class="plain">
          {calls.map(({ who, at }) => (
            <li>
              <p>{visible(who)}</p>
              <p class="copy">{visible(at)}</p>
            </li>
          ))}
        </ul>
      )}
      <p class="deeds">
        <a href={`/policy#policy-${state.category}`}>The policy for {categoryWords[state.category]}, with its source</a>
        {state.contact && countriesOf(state.contact).length > 0 && (
          <a href="/policy#countries">The host’s country, with its sources</a>
        )}
      </p>
    </Section>
  );
};
