import { type Child, createContext, type FC, useContext } from "hono/jsx";
import { defangHost } from "../kernel/defang.ts";
import type { SavedReason } from "../kernel/in-force.ts";
import { type Instant, readInstant } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import { categoryWords } from "../report/category-words.ts";
import type { Named } from "../review/take-back.ts";
import { sayDamaged } from "../store/damaged-case.ts";
import { isEntry, type QueueEntry, type ReviewItem, targetIn } from "../store/queue-entry.ts";
import { Button } from "./elements.tsx";
import { PostForm } from "./post-form.tsx";
import { shown } from "./shown.ts";
import { count, fromNow, laneWords, moment } from "./words.ts";

/** `by`: a browser's cookie can be given back, a signed request can't. */
export type SignedIn = { readonly name: string; readonly mayDecide: boolean; readonly by: "cookie" | "signature" };

/** Whether the viewer may decide. Readers see no form that would be refused. */
export const MayDecide = createContext(false);
/** Offered where somebody types why. Set by the frame. */
export const SavedReasons = createContext<readonly SavedReason[]>([]);

/** Shown only if the script runs and keys are on. */
export const Key: FC<{ readonly of: string }> = ({ of }) => (
  <span class="key-cap" aria-hidden="true">
    {of}
  </span>
);

/** `?in=…` of the list that a case was opened from, for its forms' addresses, else empty. */
export const OpenedFrom = createContext("");

export const DecidersOnly: FC<{ readonly children?: Child; readonly others?: string }> = ({ children, others }) => {
  if (useContext(MayDecide)) return <>{children}</>;
  return others === undefined ? null : <p class="hint">{others}</p>;
};

/** Always a word: colour alone says nothing to some, and nothing at all on a bad screen. */
export const LaneTag: FC<{ readonly lane: Lane }> = ({ lane }) => <span class={`tag ${lane}`}>{laneWords[lane]}</span>;

export const When: FC<{ readonly at: Instant; readonly now?: Instant }> = ({ at, now }) => (
  <time datetime={at}>
    {moment(at)}
    {now && <span class="soft"> · {fromNow(at, now)}</span>}
  </time>
);

/** The reported host, defanged, or what a review queue entry holds. */
export const caseName = (state: ReviewItem): string => {
  if (state.forgottenAt !== undefined) return "What was reported is forgotten";
  return isEntry(state) ? entryName(state) : shown(defangHost(state.target.host));
};

const entryName = ({ source, noHost, messages }: QueueEntry): string => {
  if (source.reporter !== undefined) return `Status messages of ${shown(source.reporter)} that fit no report`;
  if (noHost) return messages > 1 ? "Reports of something without a host" : "A report of something without a host";
  return messages > 1 ? "Messages that could not be read" : "A message that could not be read";
};

export const whatItIs = (state: ReviewItem): string =>
  isEntry(state) ? count(state.messages, "message") : categoryWords[state.category];

type CaseTitleProps = {
  readonly state: ReviewItem;
  readonly stands: string;
  /** Where its script reads it anew, if it may. */
  readonly renews: string | undefined;
  /** The look that a page goes on with. */
  readonly look?: Instant | undefined;
};

/** The head of a case's page, or of an entry's. */
export const CaseTitle: FC<CaseTitleProps> = ({ state, stands, renews, look }) => {
  const target = targetIn(state);
  return (
    <div
      class={`title case-title ${state.lane}`}
      data-part="title"
      {...(renews !== undefined && { "data-renews": renews, "data-keeps": "" })}
      {...(look !== undefined && { "data-look": look })}
    >
      <p class="meta">
        <LaneTag lane={state.lane} />
        {target?.live && <span class="tag live">Live</span>}
        <span class="what">{whatItIs(state)}</span>
      </p>
      <h1 {...(target && { class: "host" })}>{caseName(state)}</h1>
      <p class="soft">
        <span class="id">{state.id}</span> · {stands}
      </p>
    </div>
  );
};

/** Tells entries apart: where wrong, whose, since when. */
export const TellsApart: FC<{ readonly state: ReviewItem }> = ({ state }) => {
  if (!isEntry(state) || state.source.reporter !== undefined || state.forgottenAt !== undefined) return null;
  const { field, source, openedAt } = state;
  const parts = [shown(field), ...(source.sender ? [`sent by ${shown(source.sender)}`] : []), moment(openedAt)];
  return <span class="soft">{parts.join(" · ")}</span>;
};

export const Banner: FC<{
  readonly kind: "good" | "bad" | "note";
  readonly title: string;
  /** Where the focus goes as the page opens. */
  readonly isFocused?: boolean;
  readonly children?: Child;
}> = ({ kind, title, isFocused = false, children }) => (
  <div
    class={`banner ${kind}`}
    role={kind === "bad" ? "alert" : "status"}
    {...(isFocused && { tabindex: -1, autofocus: true })}
  >
    <p class="banner-title">{title}</p>
    {children}
  </div>
);

/** Read back by `readNamed`. */
const nameOf = ({ caseId, reviewId, givenAt }: Named): string => `${caseId}@${reviewId}@${givenAt}`;

/** The verdict that a form names, if the text is ours. */
export const readNamed = (text: string): Named | undefined => {
  const [, caseId, reviewId, moment = ""] = /^(TD-[0-9A-Z-]{1,20})@([\w.-]{1,120})@([\w:.-]{1,40})$/.exec(text) ?? [];
  const givenAt = readInstant(moment);
  return caseId === undefined || reviewId === undefined || givenAt === undefined
    ? undefined
    : { caseId, reviewId, givenAt };
};

/** Undoes decisions not yet in effect: one, or all given at once. */
export const TakeBack: FC<{ readonly rows: readonly Named[] }> = ({ rows }) => (
  <DecidersOnly>
    <PostForm action={`/reviews/take-back${useContext(OpenedFrom)}`} data-decides="no">
      {rows.map((row) => (
        <input type="hidden" name="row" value={nameOf(row)} />
      ))}
      <Button kind="quiet" aria-keyshortcuts="u">
        {rows.length > 1 ? `Undo all ${rows.length}` : "Undo"} <Key of="u" />
      </Button>
    </PostForm>
  </DecidersOnly>
);

/** Shown at the head of a page, about what was just done. */
export type Flash = {
  readonly kind: "good" | "bad" | "note";
  readonly title: string;
  readonly text?: string;
  /** What they typed and was not recorded, as it is shown. */
  readonly wrote?: string | undefined;
  /** Said beside it, about the reader. */
  readonly beside?: string | undefined;
  readonly link?: { readonly href: string; readonly says: string };
  /** What was decided, while it can be taken back. */
  readonly takeBack?: readonly Named[] | undefined;
  readonly fields?: readonly { readonly id: string; readonly says: string }[];
};

/** Unrecorded words, to be copied before they are gone. `text`: as it is shown. */
export const Wrote: FC<{ readonly text: string | undefined; readonly by?: string }> = ({ text = "", by = "you" }) =>
  text === "" ? null : (
    <>
      <p>What {by} wrote, to copy:</p>
      <p class="copy">{text}</p>
    </>
  );

/** Why the confirmed text did not go. It is shown below as it would go now. */
export const NotAsSeen: FC<{ readonly says: string | undefined }> = ({ says }) =>
  says === undefined ? null : (
    <Banner kind="note" title="Not recorded">
      <p>{says}</p>
    </Banner>
  );

export const DamagedCases: FC<{ readonly damaged: readonly string[] | undefined }> = ({ damaged = [] }) =>
  damaged.length === 0 ? null : (
    <Banner kind="bad" title={`${count(damaged.length, "case")} can’t be shown`}>
      {[...new Set(damaged)].map((caseId) => (
        <p>{sayDamaged(caseId)}</p>
      ))}
    </Banner>
  );

export const FlashBanner: FC<{ readonly said: Flash | undefined }> = ({ said }) =>
  said === undefined ? null : (
    <Banner kind={said.kind} title={said.title} isFocused={said.kind === "bad"}>
      {said.text && <p>{said.text}</p>}
      <Wrote text={said.wrote} />
      {said.beside && <p class="beside">{said.beside}</p>}
      {said.takeBack && <TakeBack rows={said.takeBack} />}
      {said.link && (
        <p>
          <a href={said.link.href}>{said.link.says}</a>
        </p>
      )}
      {said.fields && (
        <ul>
          {said.fields.map(({ id, says }) => (
            <li>
              <a href={`#${id}`}>{says}</a>
            </li>
          ))}
        </ul>
      )}
    </Banner>
  );

/** Folds words that nobody need read unasked. */
export const Folded: FC<{ readonly when: boolean; readonly what: string; readonly children?: Child }> = ({
  when,
  what,
  children,
}) =>
  when ? (
    <details class="folded">
      <summary>{what}</summary>
      {children}
    </details>
  ) : (
    children
  );

export const Section: FC<{
  readonly id: string;
  readonly title: string;
  readonly class?: string;
  readonly children?: Child;
}> = ({ id, title, children, ...rest }) => (
  <section aria-labelledby={id} class={rest.class ?? "panel"}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);

/** Sentences, one after the other. Nothing without any. */
export const ListSection: FC<{ readonly id: string; readonly title: string; readonly all: readonly string[] }> = ({
  id,
  title,
  all,
}) =>
  all.length === 0 ? null : (
    <Section id={id} title={title}>
      <ul>
        {all.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    </Section>
  );

/** Absent values have no row. */
export const Facts: FC<{ readonly rows: readonly (readonly [string, Child | undefined])[] }> = ({ rows }) => (
  <dl class="facts">
    {rows
      .filter(([, value]) => value !== undefined && value !== "" && value !== false)
      .map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);
