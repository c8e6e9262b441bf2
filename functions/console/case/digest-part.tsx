import type { FC } from "hono/jsx";
import type { Digest } from "../../digest/digest.ts";
import { categoryWords } from "../../report/category-words.ts";
import { Facts, Section, When } from "../parts.tsx";
import { count, stepWords } from "../words.ts";

const shownAtMost = 200;

/**
 * What a digest's mail is about: its cases, each a link to its own page. What is decided about the
 * digest holds for all.
 */
export const Members: FC<{ readonly state: Digest }> = ({ state }) => {
  const { members = [], category, window, part, more, notices } = state;
  return (
    <Section id="members" title="In this mail">
      <Facts
        rows={[
          ["About", categoryWords[category]],
          ["Kind", notices.map(({ step }) => stepWords[step]).join()],
          ["Gathered until", <When at={window} />],
          ["Part", part > 1 || more ? String(part) : undefined],
          ["Cases", state.members ? count(members.length, "case") : "not fixed yet"],
        ]}
      />
      <ul class="plain">
        {members.slice(0, shownAtMost).map(({ caseId }) => (
          <li>
            <a class="id" href={`/cases/${encodeURIComponent(caseId)}`}>
              {caseId}
            </a>
          </li>
        ))}
      </ul>
      {members.length > shownAtMost && <p class="soft">{count(members.length - shownAtMost, "more case")}</p>}
    </Section>
  );
};
