import type { PartName } from "./part-names.ts";

/**
 * Claims that no mail of ours may make, whoever wrote the text. Numbers of laws are the same in
 * every language; the words are not.
 */
export const forbiddenClaims: readonly { readonly claim: RegExp; readonly why: string }[] = [
  {
    claim:
      /2021\/784|within (one|1) hour|в течение (одного|1) часа|(innerhalb|binnen) (einer|1) Stunde|dans (un délai d['’]une|l['’])heure|binnen (een|één|1) uur|en (el plazo de )?una hora|(no prazo de|dentro de) uma hora|entro un['’]ora|w ciągu (jednej|1) godziny|[一1]小时内|[1１一]時間以内|(1|한) ?시간 (이내|안)|bir saat içinde|протягом (однієї|1) години/i,
    why: "it claims the one-hour duty of Regulation (EU) 2021/784, which only an authority's order starts",
  },
  {
    claim:
      /penalty of perjury|meineid|eidesstatt|sous peine de (parjure|faux)|meineed|bajo pena de perjurio|sob pena de perjúrio|spergiuro|krzywoprzysięst|лжесвидетельств|伪证|偽証|위증|yalan (yere )?(yemin|beyan)|неправдив\S* свідчен/i,
    why: "it makes a declaration under penalty of perjury, which only a person can",
  },
  { claim: /take it down act/i, why: "it cites the TAKE IT DOWN Act, whose request only the depicted person can sign" },
];

/** Claims that may be made to some recipients alone; the ground must have been chosen. */
export const boundClaims: readonly { readonly claim: RegExp; readonly ground: PartName; readonly why: string }[] = [
  {
    claim: /2022\/2065|Digital Services Act/i,
    ground: "ground.dsa",
    why: "it cites the Digital Services Act to somebody whom Article 16 does not bind",
  },
  {
    claim: /trusted flagger/i,
    ground: "ground.trusted-flagger",
    why: "it claims a trusted flagger where none reported",
  },
  {
    claim: /Registrar Accreditation Agreement|\bRAA\b/i,
    ground: "ground.raa",
    why: "it cites the Registrar Accreditation Agreement where ICANN has no say",
  },
  {
    claim: /2258A/i,
    ground: "ground.us-provider",
    why: "it cites 18 U.S.C. 2258A outside the United States or child abuse",
  },
];
