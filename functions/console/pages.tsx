import type { Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import type { AskedLookUps } from "../contact/asked-look-ups.ts";
import type { CurrentSettings } from "../kernel/in-force.ts";
import type { Log } from "../kernel/log.ts";
import type { Settings } from "../kernel/settings.ts";
import type { PutReports } from "../report/put-reports.ts";
import type { DeadLetters } from "../review/dead-letters.ts";
import type { Reservations } from "../review/reservations.ts";
import type { CaseViews } from "../review/views.ts";
import type { Sending } from "../send/sending.ts";
import type { SettingsStore } from "../settings/store.ts";
import type { CaseStore } from "../store/ports.ts";
import type { CaseWork } from "../store/work.ts";
import type { NoticeText } from "./case/notice-text.ts";
import type { Person, Vars } from "./gate.tsx";
import { type Place, page } from "./layout.tsx";
import type { SavedFilters } from "./list/saved-filters.ts";
import { SentencePage } from "./sentence-page.tsx";

export type ConsoleWork = CaseWork & { readonly store: CaseStore };

export type ConsoleDeps = {
  readonly work: ConsoleWork;
  /** What is in force. */
  readonly settings: CurrentSettings;
  /** The stage's file alone, and the table of what people decided. */
  readonly decided: { readonly stage: Settings; readonly store: SettingsStore };
  readonly log: Log;
  readonly person: Person;
  readonly noticeText: NoticeText;
  readonly sending: Sending;
  /** From `messageIdDomain(region)`, by which our mails are found again. */
  readonly messageIdDomain: string;
  readonly deadLetters: DeadLetters;
  readonly putReports: PutReports;
  readonly lookUps: AskedLookUps;
  readonly reservations: Reservations;
  readonly savedFilters: SavedFilters;
  readonly views: CaseViews;
};

/** A signed-in request. */
export type Here = Context<Vars>;

export const casesAPage = 25;

type Status = 200 | 403 | 404 | 409 | 422 | 503;

export const pagesOf = (settings: CurrentSettings) => {
  const show = (context: Here, title: string, content: Child, place?: Place, status: Status = 200) =>
    context.html(
      page({
        title: status === 422 ? `Error: ${title}` : title,
        frame: { settings, signedIn: context.get("signedIn"), sending: context.get("sending") },
        children: content,
        ...(place && { place }),
      }),
      status,
    );
  const sayOnly = (context: Here, status: 404 | 503, title: string, says: string) =>
    show(context, title, <SentencePage title={title} says={says} />, undefined, status);
  const noSuchCase = (context: Here) =>
    sayOnly(context, 404, "No such case", "There is no case with this number. Check it letter by letter, or search.");
  return { show, sayOnly, noSuchCase };
};

export type Pages = ReturnType<typeof pagesOf>;

/** Adds the pages of one room of the console. */
export type Routes = (app: Hono<Vars>, deps: ConsoleDeps, pages: Pages) => void;

/** Whether a text may be a case's number. Nothing else is ever written into a key. */
export const isCaseId = (text: string): boolean => /^TD-[0-9A-Z-]{1,20}$/.test(text);

/** A place in a list as the store wrote it. Anything else begins at the top. */
export const readCursor = (context: Here): string | undefined => {
  const cursor = context.req.query("cursor");
  return cursor !== undefined && /^[A-Za-z0-9_-]{1,2000}$/.test(cursor) ? cursor : undefined;
};
