import { asks } from "../case/step.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { pageUrlOf } from "../report/target.ts";
import { factsOf } from "./facts.ts";
import { choicesOf, outlineOf } from "./outline.ts";
import { wrap } from "./plain-text.ts";
import { membersOf, type NoticeMember, type NoticeRequest, numberOf } from "./request.ts";
import { renderAll, type SectionProblem, together } from "./section.ts";
import { alwaysApart, apartWhereTheyDiffer } from "./shape.ts";
import { type Choices, type Facts, render, type Texts } from "./texts.ts";

/** `parts`: its lines as rendered, by name, for the check on the finished mail. */
export type Listed = {
  readonly member: NoticeMember;
  readonly facts: Facts;
  readonly parts: Readonly<Record<string, string>>;
  readonly text: string;
};

/**
 * `apart`: the lines that stand with each case. `shared`: what all have in common, once in each language's
 * section. The list stands once, below those facts, its labels in every language of the mail.
 */
export type DigestList = {
  readonly apart: readonly string[];
  readonly shared: Facts;
  readonly members: readonly Listed[];
  readonly text: string;
};

/** The list of a digest's cases, or the first text or fact that is missing. Touches nothing. */
export const listOf = (texts: readonly Texts[], request: NoticeRequest): Result<DigestList, SectionProblem> => {
  const members = membersOf(request);
  const hosts = [...new Set(members.map(({ case: { target } }) => target.host))];
  const facts = withLatestLookUp(members.map((member) => factsOf({ ...request, ...member }, hosts)));
  const label = together(texts);
  const ofThisStep = outlineOf(request).facts;
  const lines = [
    "member.head",
    "location",
    ...(asks(request.notice.step) ? ["fact.seen"] : []),
    ...apartWhereTheyDiffer.filter((line) => ofThisStep.includes(line)),
    "member.ticket",
  ];

  const rendered: { readonly member: NoticeMember; readonly facts: Facts; readonly parts: Listed["parts"] }[] = [];
  for (const [index, member] of members.entries()) {
    const own = facts[index] ?? {};
    const parts = renderAll(label, listedChoices(member), lines, own);
    if (!parts.ok)
      return parts.error.kind === "fact-missing" ? fail({ ...parts.error, caseId: member.case.id }) : parts;
    rendered.push({ member, facts: own, parts: parts.value });
  }
  const differs = (line: string) => rendered.some(({ parts }) => parts[line] !== rendered[0]?.parts[line]);
  const apart = [...alwaysApart, ...lines.filter((line) => !alwaysApart.includes(line) && differs(line))];
  const listed = rendered.map((each): Listed => {
    const texted = lines
      .filter((line) => apart.includes(line) || line === "member.head")
      .flatMap((line) => (each.parts[line] ?? "").split("\n"));
    return {
      ...each,
      text: texted
        .filter((line) => line !== "")
        .map(blockLine)
        .join("\n"),
    };
  });
  const heading = render(label, {}, "list.heading", {});
  if (!heading.ok) return heading;
  return ok({
    apart,
    shared: sharedFacts(request, members, facts),
    members: listed,
    text: [`---------- ${heading.value} ----------`, ...listed.map(({ text }) => text)].join("\n\n"),
  });
};

/** The list says once how to read an address. */
const listedChoices = (member: NoticeMember): Choices => ({
  ...choicesOf(member),
  ...(pageUrlOf(member.case.target) !== undefined && { location: "location.listed" }),
});

/** A case begins at the margin, its rest two columns in, a continued label line two more. */
const blockLine = (line: string, at: number): string =>
  wrap(at === 0 ? line : `  ${line.trimStart()}`, { hangs: true });

/** Cases on the same host and addresses were looked up apart; the latest lookup is true of all. */
const withLatestLookUp = (all: readonly Facts[]): readonly Facts[] => {
  const placeOf = ({ host, addresses }: Facts) => `${String(host)} ${String(addresses)}`;
  const latest = new Map<string, string>();
  for (const facts of all) {
    const { lookedUp } = facts;
    if (typeof lookedUp === "string" && lookedUp > (latest.get(placeOf(facts)) ?? ""))
      latest.set(placeOf(facts), lookedUp);
  }
  return all.map((facts) => ({ ...facts, lookedUp: latest.get(placeOf(facts)) }));
};

/** What all cases share, the digest's number, their count, and each earlier mail once. */
const sharedFacts = (request: NoticeRequest, members: readonly NoticeMember[], all: readonly Facts[]): Facts => {
  const [first = {}, ...others] = all;
  const same = Object.entries(first).filter(([name, fact]) => {
    const written = JSON.stringify(fact);
    return others.every((facts) => JSON.stringify(facts[name]) === written);
  });
  const [day] = all.map((facts) => String(facts.day)).sort();
  const earlier = all.flatMap((facts) => (Array.isArray(facts.earlier) ? facts.earlier : []));
  const byMail = new Map(earlier.map((mail) => [JSON.stringify(mail), mail]));
  return {
    ...Object.fromEntries(same),
    caseId: numberOf(request),
    count: String(members.length),
    day,
    // Some may have had more; each had at least so many.
    reminder: all
      .map((facts) => Number(facts.reminder))
      .reduce((a, b) => Math.min(a, b))
      .toString(),
    isHidden: all.some(({ isHidden }) => isHidden),
    earlier: [...byMail.values()].sort((a, b) => String(a.when).localeCompare(String(b.when))),
  };
};
