import { instant } from "../../functions/kernel/instant.ts";
import { isEntry } from "../../functions/store/queue-entry.ts";
import { inboundMail } from "../local/sample/inbound-mail.ts";
import { type Deployed, until } from "./deployed.ts";

/**
 * One thing that must hold of the deployed stack. `sees` gives what was seen, in a few words, and
 * throws when it does not hold.
 */
export type Check = { readonly holds: string; readonly sees: (deployed: Deployed) => Promise<string> };

/** A report as the hotline makes it, or another reporter, seen half an hour ago. */
export const report = (reportId: string, category: string, url: string, reporter = "hotline"): string =>
  JSON.stringify({
    version: 1,
    reporter,
    reportId,
    category,
    target: { url },
    seenAt: instant(Date.now() - 1_800_000),
    evidence: {
      explanation: "Seen and classified by an analyst.",
      classification: "baseline",
      detectedBy: "manual-review",
    },
  });

/** Throws with `or` where it does not hold. */
export const must: (truth: boolean, or: string) => asserts truth = (truth, or) => {
  if (!truth) throw new Error(or);
};

/**
 * In this order: later ones go on with the cases of earlier ones. Hosts, networks and desks are
 * those of the sample world.
 */
export const checks: readonly Check[] = [
  {
    holds: "A report on the urgent queue becomes a notice to the host and one to the hotline, each once, whole",
    sees: async ({ put, mailTo, caseWhere, sink }) => {
      const url = "https://pictures.example/gallery/7";
      await put("report-urgent", report("R-1", "csam", url));
      const { recipients, raw, mail } = await mailTo("abuse@harbour.example");
      await mailTo("notices@hotline-nl.example");
      const text = mail.text ?? "";
      must(recipients.length === 1, `The envelope has ${recipients.length} recipients.`);
      must(/^ABUSE: .+pictures\[\.\]example/.test(mail.subject ?? ""), `The subject is: ${mail.subject}`);
      must(
        text.includes("hxxps://pictures[.]example/gallery/7") && !text.includes(url),
        "The address does not stand defanged in the text.",
      );
      must(
        mail.headers.every(({ key }) => key !== "auto-submitted"),
        "Auto-Submitted stands in it, by which ticket systems drop mail.",
      );
      must((mail.replyTo?.[0]?.address ?? "").endsWith("@reply.takedown.example"), "Reply-To is not a reply address.");
      const attached = mail.attachments.find(({ filename }) => filename?.endsWith(".json"));
      must(
        attached !== undefined && attached.content instanceof ArrayBuffer,
        `There is no XARF report among ${mail.attachments.length} attachments.`,
      );
      must(
        Buffer.from(attached.content).toString("utf8").includes(url),
        "The XARF report does not hold the exact address.",
      );
      const state = await caseWhere(
        "hotline/R-1",
        "both notices recorded as sent",
        ({ notices }) => notices.length === 2 && notices.every((notice) => notice.state === "sent"),
      );
      const told = sink.mails().flatMap((one) => one.recipients);
      const twice = [...recipients, "notices@hotline-nl.example"].map((to) => told.filter((one) => one === to).length);
      must(twice.join() === "1,1", `${twice.join(" and ")} mails went to them.`);
      return `${state.id}: 2 mails, ${raw.length} octets to the host, XARF attached`;
    },
  },
  {
    holds: "SES's word that it was delivered reaches the case by the bus and the delivery queue",
    sees: async ({ caseOf, sesSays, caseWhere }) => {
      const before = await caseOf("hotline/R-1");
      const [notice] = before.notices;
      must(notice !== undefined, "There is no notice.");
      await sesSays(notice, { kind: "Delivery" });
      await caseWhere("hotline/R-1", "the notice delivered", ({ notices }) =>
        notices.some(({ id, state }) => id === notice.id && state === "delivered"),
      );
      return "sent → delivered";
    },
  },
  {
    holds: "A desk's reply, laid into the bucket as SES lays it, moves the case; in the urgent lane it closes nothing",
    sees: async ({ caseOf, mailTo, putReply, caseWhere }) => {
      const { mail } = await mailTo("abuse@harbour.example");
      const to = mail.replyTo?.[0]?.address ?? "";
      const from = { name: "Harbour Abuse Desk", email: "abuse@harbour.example" };
      const text = "The content has been removed from our server.\n\nHarbour Abuse Desk";
      const inReplyTo = mail.messageId ?? "<unknown@takedown.example>";
      const reply = {
        id: "rehearsal-1",
        at: instant(Date.now()),
        from,
        to,
        subject: `Re: ${mail.subject}`,
        inReplyTo,
        automatic: false,
        text,
      };
      await putReply("received/rehearsal-1", inboundMail(reply));
      await caseWhere("hotline/R-1", "the answer on record and a person asked", ({ reviews }) =>
        reviews.some(({ question }) => question === "reply"),
      );
      must((await caseOf("hotline/R-1")).closed === undefined, "A reply closed an urgent case.");
      return "read as removed; a person is asked to confirm";
    },
  },
  {
    holds: "A reply with a token that is not ours changes nothing",
    sees: async ({ caseOf, putReply, waiting }) => {
      const before = await caseOf("hotline/R-1");
      const from = { name: "Stranger", email: "stranger@elsewhere.example" };
      const to = `c.${before.id.toLowerCase()}.aaaaaaaaaa.k1.aaaaaaaaaaaaaaaa@reply.takedown.example`;
      const forged = {
        id: "rehearsal-2",
        at: instant(Date.now()),
        from,
        to,
        subject: "Removed",
        inReplyTo: "<x@elsewhere.example>",
        automatic: false,
        text: "Removed.",
      };
      await putReply("received/rehearsal-2", inboundMail(forged));
      await until("the reply queue empty", async () => ((await waiting("reply")) === 0 ? true : undefined));
      // The minute's sweep may tell on-call meanwhile what was asked before.
      const partsOf = ({ mails, notices, reviews, closed }: typeof before) =>
        JSON.stringify([mails, notices, reviews.map(({ id }) => id), closed]);
      must(partsOf(await caseOf("hotline/R-1")) === partsOf(before), "The case changed.");
      return "set aside";
    },
  },
  {
    holds: "A bounce sends the notice to the next contact at once",
    sees: async ({ put, mailTo, caseWhere, sesSays }) => {
      await put("report-urgent", report("R-2", "ncii", "https://mirror.example/album"));
      await mailTo("abuse@quarry.example");
      const { notices } = await caseWhere("hotline/R-2", "the notice sent", (state) =>
        state.notices.some((notice) => notice.state === "sent"),
      );
      const [first] = notices;
      must(first !== undefined, "There is no notice.");
      await sesSays(first, {
        kind: "Bounce",
        bounceType: "Permanent",
        bounceSubType: "General",
        status: "5.1.1",
        diagnosticCode: "smtp; 550 5.1.1 no such user",
      });
      await mailTo("abuse@quarry-group.example");
      return "abuse@quarry.example bounced; abuse@quarry-group.example has it";
    },
  },
  {
    holds: "Silence brings a reminder by the schedule, and the next escalation level",
    sees: async ({ put, mailTo, caseWhere, age, hurried, sink }) => {
      await put("report-urgent", report("R-3", "ncii", "https://private-photos.example/a"));
      const first = await mailTo("abuse@pampa.example");
      const state = await caseWhere("hotline/R-3", "the notice sent", ({ notices }) =>
        notices.some((notice) => notice.state === "sent"),
      );
      await age(state.id, 24.5);
      const reminder = await hurried(mailTo("abuse@pampa.example", (mail) => mail !== first));
      await hurried(mailTo("abuse@carrier-sur.example"));
      must(
        reminder.mail.subject !== first.mail.subject,
        `The reminder has the first mail's subject: ${reminder.mail.subject}`,
      );
      must(
        sink.mails().filter(({ recipients }) => recipients.includes("abuse@pampa.example")).length === 2,
        "The desk has not exactly two mails.",
      );
      return "the case was made 24.5 hours older; the sweep reminded the host and told its upstream";
    },
  },
  {
    holds: "A standard report waits in its own queue, and goes its own way",
    sees: async ({ put, caseWhere }) => {
      await put("report-standard", report("R-4", "phishing", "https://account-check.example/signin"));
      const { notices } = await caseWhere(
        "hotline/R-4",
        "a notice queued or sent",
        (state) => state.notices.length > 0,
      );
      return `its notice to ${notices[0]?.to.email ?? "nobody"} is ${notices[0]?.state ?? "missing"}`;
    },
  },
  {
    holds: "A report that can't be read is before a person, and on-call is told without a word of what was reported",
    sees: async ({ put, store, onCallHears, hurried }) => {
      const heard = await onCallHears();
      await put("report-urgent", '{"version":1,"reporter":"hotline","target":{"url":"https://canary.example/"}');
      const said = await hurried(heard());
      must(said.includes("This could not be taken in.") && !said.includes("canary"), `On-call hears: ${said}`);
      const unread = (await store.inReview(50)).items.find(isEntry);
      must(unread !== undefined && said.includes(unread.id), `On-call hears of another case: ${said}`);
      return `${unread.id} is named`;
    },
  },
  {
    holds: "Poison on a work queue ends in its dead letters after five receives, and its neighbour is done",
    sees: async ({ put, hideFor, waiting, caseOf }) => {
      await hideFor("contact-urgent", 1);
      await put("contact-urgent", "no hint at all");
      await put("contact-urgent", JSON.stringify({ caseId: (await caseOf("hotline/R-1")).id }));
      const dead = await until("the poison in the dead letters", async () => {
        const count = await waiting("contact-urgent-dead-letters");
        return count > 0 ? count : undefined;
      });
      must(dead === 1, `${dead} messages lie in the dead letters.`);
      must((await waiting("contact-urgent")) === 0, "Something is left on the queue.");
      return "1 dead letter, the queue is empty";
    },
  },
  {
    holds:
      "The console answers over the HTTP API, shows the case, loads nothing from elsewhere, " +
      "and links no reported address",
    sees: async ({ openConsole, caseOf }) => {
      const { id } = await caseOf("hotline/R-1");
      const page = await openConsole(`/cases/${id}`);
      const html = await page.text();
      must(page.status === 200, `The page answered ${page.status}: ${html.slice(0, 300)}`);
      must(html.includes(id) && html.includes("pictures[.]example"), "The page does not show the case.");
      must(!/href="https?:\/\/pictures/.test(html), "The page links the reported address.");
      const policy = page.headers.get("content-security-policy") ?? "";
      must(policy.includes("default-src 'none'"), `The content security policy is: ${policy}`);
      return `${html.length} characters, content security policy default-src 'none'`;
    },
  },
];
