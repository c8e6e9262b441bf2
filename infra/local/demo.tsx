import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { html } from "hono/html";
import type { FC } from "hono/jsx";
import { Button, Field, MailText, Title } from "../../functions/console/elements.tsx";
import { ownFormsOnly } from "../../functions/console/gate.tsx";
import { page } from "../../functions/console/layout.tsx";
import { When } from "../../functions/console/parts.tsx";
import { PostForm } from "../../functions/console/post-form.tsx";
import { securityHeaders } from "../../functions/console/security.ts";
import { refangText } from "../../functions/kernel/defang.ts";
import type { Sending, SendingState } from "../../functions/send/sending.ts";
import type { InFront } from "./console-server.ts";
import type { Deliveries } from "./deliveries.ts";
import { headerOf } from "./mime-headers.ts";
import { exampleOf, type Reply, replyMail } from "./sample/desks.ts";
import { firstText, subjectText } from "./sample/read-notice.ts";
import { deskOf } from "./sample/world.ts";
import type { KeptMail } from "./servers/ses-events.ts";
import type { Stand } from "./stand.ts";

/*
 * What the demo adds to the console, which knows nothing of it: a page of the sent mails on which a
 * visitor replies as a desk, a link to it, and three things to try.
 */

type World = {
  readonly stand: Pick<Stand, "ses" | "clock" | "settings">;
  readonly deliveries: Deliveries;
  readonly sending: Pick<Sending, "state">;
};

export const mailsAddress = "/demo/mails";
const mailsAtMost = 25;
/** As long as a decision of the standard lane can be undone. */
const slowMs = 60_000;

const examples = [
  ["answers-removed", "Removed"],
  ["not-ours", "Not ours"],
  ["asks", "Needs more information"],
  ["acknowledges", "Automatic receipt"],
] as const;

/**
 * After a decision or an assignment the clock runs in real time for a minute: at the demo's speed an
 * undo would last a tenth of a second.
 */
export const demoInFront = (world: World): InFront => {
  const pages = new Hono<{ Bindings: { readonly person: string } }>();
  pages.use(securityHeaders, ownFormsOnly);
  pages.get(mailsAddress, async ({ env, req, html: answer }) => {
    const asked = { person: env.person, sought: req.query("find") ?? "", sending: await world.sending.state() };
    return answer(linked(`${await mailsPage(world.stand, asked)}`, true));
  });
  pages.post(mailsAddress, async (context) =>
    context.redirect(reply(world, new URLSearchParams(await context.req.text())), 303),
  );
  return async (request, person, next) => {
    const { pathname } = new URL(request.url);
    if (pathname === mailsAddress) return pages.fetch(request, { person });
    if (request.method === "POST" && /^\/(cases|reviews)\//.test(pathname)) world.stand.clock.slowFor(slowMs);
    const answer = await next();
    if (!answer.headers.get("content-type")?.startsWith("text/html")) return answer;
    const text = linked(await answer.text());
    const tried = pathname === "/" ? text.replace('<main id="content">', `$&${await thingsToTry}`) : text;
    return new Response(tried, { status: answer.status, headers: answer.headers });
  };
};

const linked = (text: string, isHere = false): string =>
  text.replace("</nav>", `<a href="${mailsAddress}"${isHere ? ' aria-current="page"' : ""}>Sent mails</a></nav>`);

const thingsToTry = html`${(
  <aside class="panel" aria-label="Demo">
    <p>
      <strong>Three things to try:</strong> answer a question of the <a href="/?lane=standard">standard lane</a> and
      undo it with “u” within a minute; open one of the <a href={mailsAddress}>sent mails</a> and reply to it;{" "}
      <a href="/report">report a URL</a>, like https://account-check.example/mine, and see whom it notifies.
    </p>
  </aside>
)}`;

/** Lets the desk of a mail write what the form says, in place of what it would have. Gives where that shows. */
const reply = ({ stand: { ses, clock }, deliveries }: World, form: URLSearchParams): string => {
  const mail = ses.mails().find(({ number }) => String(number) === form.get("mail"));
  const example = examples.find(([temper]) => temper === form.get("example"));
  const written = (form.get("text") ?? "").trim();
  const says: Reply | undefined = example ? exampleOf(example[0]) : written === "" ? undefined : { text: written };
  if (!mail || !says) return mailsAddress;
  const email = mail.destinations[0] ?? "";
  const desk = deskOf(email) ?? { email, name: "Abuse desk", temper: "silent" };
  const id = `played-${mail.number}-${randomUUID()}`;
  deliveries.drop((one) => one.does.kind === "mail" && one.id.startsWith(`mail-${mail.number}-`));
  const mime = replyMail(desk, mail, ses.raw(mail), says, clock.now(), id);
  deliveries.plan([{ id, at: clock.now(), does: { kind: "mail", mime } }]);
  return caseAddressOf(mail) ?? mailsAddress;
};

/** Nothing for a digest, which is about several. */
const caseAddressOf = ({ headers }: KeptMail): string | undefined => {
  const caseId = /^(TD-[0-9A-Z-]+)_/.exec(headerOf(headers, "x-case-attempt") ?? "")?.[1];
  return caseId && `/cases/${caseId}`;
};

type Asked = { readonly person: string; readonly sought: string; readonly sending: SendingState };

const mailsPage = ({ ses, settings }: World["stand"], { person, sought, sending }: Asked) =>
  page({
    title: "Sent mails",
    frame: {
      settings: { ...settings, reasons: [] },
      signedIn: { name: person, mayDecide: true, by: "signature" },
      sending,
    },
    children: (
      <>
        <Title of="Sent mails">
          Of this demo only: reply as the desk. Your reply is read like one that came by mail, within a second.
        </Title>
        <form method="get" action={mailsAddress}>
          <Field id="find-mail" label="Find a mail by its case number, host or desk">
            <input id="find-mail" type="search" name="find" value={sought} />
          </Field>
          <Button kind="quiet">Find</Button>
        </form>
        {ses
          .mails()
          .filter(isAbout(sought))
          .slice(-mailsAtMost)
          .reverse()
          .map((mail) => (
            <SentMail mail={mail} text={firstText(ses.raw(mail).toString("latin1"))} />
          ))}
      </>
    ),
  });

/** By its subject and recipients, where hosts are defanged. */
const isAbout =
  (sought: string) =>
  ({ headers, destinations }: KeptMail): boolean =>
    refangText(`${subjectText(headers)} ${destinations.join(" ")}`.toLowerCase()).includes(
      refangText(sought.trim().toLowerCase()),
    );

const SentMail: FC<{ readonly mail: KeptMail; readonly text: string }> = ({ mail, text }) => {
  const subject = subjectText(mail.headers);
  const caseAddress = caseAddressOf(mail);
  const id = `text-${mail.number}`;
  return (
    <details class="panel">
      <summary>
        {subject} · to {mail.destinations.join(", ")} · <When at={mail.acceptedAt} />
      </summary>
      <MailText subject={subject} text={text} label={`Mail ${mail.number}`} />
      {caseAddress && <a href={caseAddress}>Its case</a>}
      <PostForm action={mailsAddress}>
        <input type="hidden" name="mail" value={String(mail.number)} />
        <Field id={id} label="Reply as the desk">
          <textarea id={id} name="text" rows={4} maxlength={5000} required />
        </Field>
        <Button>Send the reply</Button>
        <p class="hint">Or send an example:</p>
        <p class="deeds">
          {examples.map(([temper, says]) => (
            <Button kind="quiet" name="example" value={temper} formnovalidate>
              {says}
            </Button>
          ))}
        </p>
      </PostForm>
    </details>
  );
};
