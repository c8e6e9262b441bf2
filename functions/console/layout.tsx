import { html } from "hono/html";
import type { Child, FC } from "hono/jsx";
import type { CurrentSettings } from "../kernel/in-force.ts";
import type { SendingState } from "../send/sending.ts";
import { Button, SearchInput } from "./elements.tsx";
import { Key, MayDecide, SavedReasons, type SignedIn } from "./parts.tsx";
import { Writer } from "./post-form.tsx";
import { PauseSending } from "./sending/pause-sending.tsx";
import { PausedBar } from "./sending/paused-banners.tsx";
import { shown } from "./shown.ts";

type Frame = {
  readonly settings: Pick<CurrentSettings, "organisation" | "stage" | "reasons">;
  readonly signedIn: SignedIn;
  /** What holds notices back. Absent: it could not be read. */
  readonly sending?: SendingState | undefined;
};

export type Place = "cases" | "search" | "report" | "overview" | "policy" | "settings" | "sending";

const places: readonly (readonly [Place, string, string])[] = [
  ["cases", "/", "Cases"],
  ["report", "/report", "Report"],
  ["overview", "/overview", "Overview"],
  ["policy", "/policy", "Policy"],
  ["settings", "/settings", "Settings"],
];

type LayoutProps = {
  readonly title: string;
  /** Above all else, also if nobody is signed in. */
  readonly alert?: Child;
  readonly frame?: Frame;
  readonly place?: Place;
  readonly children?: Child;
};

const Layout: FC<LayoutProps> = ({ title, alert, frame, place, children }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>{frame ? `${title} · ${frame.settings.organisation}` : title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
      <link rel="stylesheet" href="/style.css" />
      {frame && <script src="/script.js" defer />}
    </head>
    <body>
      <a class="skip" href="#content">
        Skip to content
      </a>
      <MayDecide.Provider value={frame?.signedIn.mayDecide ?? false}>
        <Writer.Provider value={frame?.signedIn.name ?? ""}>
          {frame && <Head frame={frame} place={place} />}
          <main id="content">
            {alert}
            {place !== "sending" && <PausedBar state={frame?.sending} />}
            <SavedReasons.Provider value={frame?.settings.reasons ?? []}>{children}</SavedReasons.Provider>
          </main>
        </Writer.Provider>
      </MayDecide.Provider>
      {frame && <Foot {...frame.signedIn} />}
    </body>
  </html>
);

const Head: FC<{ readonly frame: Frame; readonly place: Place | undefined }> = ({ frame, place }) => (
  <header class="top">
    <div class="bar">
      <div class="brand">
        <span class="mark" aria-hidden="true" />
        {frame.settings.organisation} <span class="stage">{frame.settings.stage}</span>
        <PauseSending stops={frame.sending?.stops} isOpen={place === "sending" && frame.sending === undefined} />
      </div>
      {place !== "search" && <FindBox />}
      <nav aria-label="Main">
        {places.map(([name, href, label]) => (
          <a
            href={href}
            {...(name === place && { "aria-current": "page" })}
            {...(name === "report" && { "aria-keyshortcuts": "r" })}
          >
            {label}
          </a>
        ))}
      </nav>
    </div>
  </header>
);

/** Posts, so that no reported address stands in a log. */
const FindBox: FC = () => (
  <search class="find">
    <form method="post" action="/search">
      <SearchInput id="find" aria-label="Find" aria-keyshortcuts="/" placeholder="Host, case or report" />
      <Key of="/" />
    </form>
  </search>
);

const Foot: FC<SignedIn> = ({ name, mayDecide, by }) => (
  <footer>
    {mayDecide ? (
      <>
        You decide as <strong>{shown(name)}</strong>. Every decision stays in the case’s history.
      </>
    ) : (
      <>
        You read as <strong>{shown(name)}</strong>; only reviewers decide.
      </>
    )}{" "}
    <a id="my-decisions" href="/?state=decided&mine=yes">
      My decisions
    </a>{" "}
    <a href="/?state=all&mine=yes">My reports</a> <a href="/dead-letters">Dead letters</a>{" "}
    <a href="/stopped-desks">Complaints</a>
    {by === "cookie" && (
      <form method="post" action="/sign-out">
        <Button kind="quiet">Sign out</Button>
      </form>
    )}
  </footer>
);

/** A whole document. Hono's JSX escapes all text and attribute values. */
export const page = (props: LayoutProps) => html`<!doctype html>${<Layout {...props} />}`;
