import type { Instant } from "../../../functions/kernel/instant.ts";
import { plusMinutes } from "../../../functions/kernel/instant.ts";
import type { QueueName } from "../../stack/topology.ts";

/**
 * A message for a report queue: `afterMinutes` after the run began, and what it is there to show.
 */
export type SampleMessage = {
  readonly queue: Extract<QueueName, "report-urgent" | "report-standard">;
  readonly afterMinutes: number;
  readonly shows: string;
  readonly body: string;
};

type Body = Readonly<Record<string, unknown>>;
/** What stands in a message: JSON as text, or what becomes it, for a run that began then. */
type BodyOf<T extends Body | string = Body | string> = (began: Instant) => T;
type Lane = "urgent" | "standard";
type Sample = {
  readonly lane: Lane;
  readonly afterMinutes: number;
  readonly shows: string;
  readonly body: BodyOf;
};

const seenAtOf = (began: Instant): Instant => plusMinutes(began, -30);

const native =
  (
    reporter: string,
    reportId: string,
    category: string,
    target: Body | ((seenAt: Instant) => Body),
    more: Body = {},
  ): BodyOf<Body> =>
  (began) => ({
    version: 1,
    reporter,
    reportId,
    category,
    channel: "website",
    target: typeof target === "function" ? target(seenAtOf(began)) : target,
    seenAt: seenAtOf(began),
    ...more,
  });

const standard = (shows: string, body: BodyOf, afterMinutes = 0): Sample => ({
  lane: "standard",
  afterMinutes,
  shows,
  body,
});
const urgent = (shows: string, body: BodyOf): Sample => ({ lane: "urgent", afterMinutes: 0, shows, body });
const says = (lane: Lane, reportId: string, status: string, note: string, afterMinutes = 0): Sample => ({
  lane,
  afterMinutes,
  shows: status,
  body: (began) => ({
    version: 1,
    reporter: reportId.startsWith("H-") ? "hotline" : "brand-team",
    reportId,
    status,
    at: plusMinutes(began, afterMinutes),
    note,
  }),
});

const phishing = {
  explanation: "A copy of the bank's sign-in page that sends what is typed to a stranger.",
  imitates: "Example Bank",
  legitimateSite: "https://bank.example/",
  detectedBy: "manual-review",
  marker: "Log in to Example Bank",
};
const found = { classification: "baseline", detectedBy: "manual-review" };
const account = native(
  "cert",
  "C-3",
  "phishing",
  { url: "https://updates-now.example/wallet" },
  { domainIsMalicious: true, evidence: phishing },
);

const samples: readonly Sample[] = [
  standard(
    "answered: the host removes it",
    native("cert", "C-1", "phishing", { url: "https://account-check.example/signin" }, { evidence: phishing }),
  ),
  ...["signin-2", "signin-3"].map((page, number) =>
    standard(
      "told with others: three pages of one host in one mail",
      native(
        "cert",
        `C-1${"ab"[number]}`,
        "phishing",
        { url: `https://account-check.example/${page}` },
        { evidence: phishing },
      ),
    ),
  ),
  standard(
    "acknowledged with a ticket, then removed",
    native(
      "brand-team",
      "B-1",
      "phishing",
      { url: "https://login-verify.example/bank/" },
      {
        domainIsMalicious: true,
        labels: ["example bank", "spring campaign"],
        evidence: { ...phishing, links: ["https://urlscan.io/result/7d1f0c52-3b7e-4f7e-9d0a-2c5b8e1a6f43/"] },
      },
    ),
  ),
  standard(
    "joined: a second reporter about the same page",
    native("cert", "C-2", "phishing", { url: "https://login-verify.example/bank/" }, { evidence: phishing }),
    1,
  ),
  standard("inside an SNS envelope; not ours, says the host", (began) =>
    JSON.stringify({
      Type: "Notification",
      MessageId: "sample-sns",
      TopicArn: "arn:aws:sns:us-east-1:123456789012:reports",
      Timestamp: began,
      Message: JSON.stringify(account(began)),
    }),
  ),
  standard(
    "bounced and told to the next contact",
    native(
      "cert",
      "C-4",
      "malware",
      { url: "http://mirror.example/setup.exe" },
      {
        channel: "file-host",
        evidence: {
          explanation: "The installer brings a password thief.",
          hashes: [`sha256:${"0f".repeat(32)}`],
          detectedBy: "automated-scan",
        },
      },
    ),
  ),
  standard(
    "reminded, then removed",
    native(
      "cert",
      "C-5",
      "fraud",
      { url: "https://gallery.example/invest" },
      { evidence: { explanation: "A shop that takes money for goods that don't exist." } },
    ),
  ),
  standard(
    "escalated to upstream, registrar, CERT and the person on call",
    native("brand-team", "B-2", "phishing", { url: "https://bank-of-pampa.example/login" }, { evidence: phishing }),
  ),
  standard(
    "the host asks a question, a person answers it in the thread, and the host removes it",
    native(
      "cert",
      "C-6",
      "exposed-data",
      { url: "https://baobab-leaks.example/customers.csv" },
      { evidence: { explanation: "Customers' names and birthdays, open to everybody." } },
    ),
  ),
  standard(
    "the host refuses",
    native(
      "brand-team",
      "B-3",
      "brand",
      { url: "https://www.cheap-watches.example/" },
      {
        evidence: {
          explanation: "Copies of watches under the maker's name.",
          imitates: "Example Watches",
          legitimateSite: "https://watches.example/",
        },
      },
    ),
  ),
  standard(
    "the host wants its form used",
    native(
      "brand-team",
      "B-4",
      "fraud",
      { url: "https://lotus-shop.example/offer" },
      { evidence: { explanation: "A shop that never delivers." } },
    ),
  ),
  standard(
    "the desk marks the notice as unwanted",
    native(
      "cert",
      "C-7",
      "other",
      { url: "https://newsletter.example/unsubscribe" },
      { evidence: { explanation: "Sends mail to people who asked it not to." } },
    ),
  ),
  standard(
    "an automatic answer does not stop the clock",
    native(
      "cert",
      "C-8",
      "botnet",
      (seenAt) => ({ peer: { address: "192.0.2.100", port: 6667, seenAt, protocol: "irc" } }),
      { channel: "chat-room", evidence: { explanation: "Commands to infected machines are given here." } },
    ),
  ),
  standard(
    "a platform answers for what its users put there",
    native(
      "brand-team",
      "B-5",
      "copyright",
      { url: "https://fan-club.pages.example/album" },
      { evidence: { explanation: "The whole album for download.", imitates: "Example Album" } },
    ),
  ),
  standard(
    "form only: a person gets the text to paste",
    native("brand-team", "B-6", "phishing", { url: "https://shop.formhost.example/pay" }, { evidence: phishing }),
  ),
  standard(
    "a proxy stands in front: the registrar is told",
    native(
      "cert",
      "C-9",
      "fraud",
      { url: "https://hidden-shop.example/" },
      { domainIsMalicious: true, evidence: { explanation: "A fake shop behind a proxy." } },
    ),
  ),
  standard(
    "a page at a site builder: its desk, and never its registrar, though the reporter calls the domain malicious",
    native(
      "cert",
      "C-13",
      "phishing",
      { url: "https://bank-login.easel.example/verify" },
      { domainIsMalicious: true, evidence: phishing },
    ),
  ),
  standard(
    "a bucket by its path: the cloud's desk is the host's and no suspect",
    native(
      "cert",
      "C-14",
      "malware",
      { url: "https://storage.trellis.example/acme-invoices/invoice.zip" },
      { channel: "file-host", evidence: { explanation: "The archive holds a password thief." } },
    ),
  ),
  standard(
    "a file host that takes reports by its form",
    native(
      "cert",
      "C-15",
      "malware",
      { url: "https://dropbay.example/f/9k2" },
      { channel: "file-host", evidence: { explanation: "The file holds a password thief." } },
    ),
  ),
  standard(
    "a provider told by its API, which acts; the checker agrees, and no person is asked",
    native("watch", "W-1", "phishing", { url: "https://gift-card.parcel.example/verify" }, { evidence: phishing }),
  ),
  standard(
    "a cloud told by AWS's API in place of mail, which acts; the checker agrees, and no person is asked",
    native("watch", "W-2", "phishing", { url: "https://parcel-fee.example/pay" }, { evidence: phishing }),
  ),
  standard(
    "the host asks when it was seen, the machine answers from the report, and the host removes it",
    native(
      "cert",
      "C-17",
      "fraud",
      { url: "https://ticket-draw.example/win" },
      { evidence: { explanation: "A false draw of tickets." } },
    ),
  ),
  standard(
    "its owner takes it down without a word: the checker finds it gone twice, and no person is asked",
    native("cert", "C-18", "phishing", { url: "https://bank-of-pampa.example/gone-by-itself" }, { evidence: phishing }),
  ),
  standard(
    "a host on two networks: both hear of it",
    native(
      "cert",
      "C-16",
      "fraud",
      { url: "https://two-homes.example/prize" },
      { evidence: { explanation: "A false prize draw." } },
    ),
  ),
  standard(
    "no contact: a person is asked",
    native(
      "cert",
      "C-10",
      "malware",
      { url: "http://nobody-home.example/x.bin" },
      { evidence: { explanation: "Malware." } },
    ),
  ),
  standard(
    "known to WHOIS alone; passed on to the customer, who has a day, then nothing",
    native(
      "cert",
      "C-11",
      "malware",
      { url: "https://files.alderdrop.example/a.zip" },
      { channel: "file-host", evidence: { explanation: "The archive holds a password thief." } },
    ),
  ),
  standard(
    "a host by its IPv6 address alone",
    native(
      "cert",
      "C-12",
      "botnet",
      { host: "2001:db8:10::20" },
      { evidence: { explanation: "A control server of a botnet." } },
    ),
  ),
  standard("inside an EventBridge envelope; the reporter takes it back", (began) =>
    JSON.stringify({
      version: "0",
      id: "sample-event",
      "detail-type": "Report",
      source: "reports.example",
      account: "123456789012",
      time: began,
      region: "us-east-1",
      resources: [],
      detail: native(
        "brand-team",
        "B-7",
        "fraud",
        { url: "https://account-check.example/prize" },
        { evidence: { explanation: "A false prize draw." } },
      )(began),
    }),
  ),
  // Its host removed the page hours before, and hears that it is back.
  says("standard", "B-1", "still-up", "The same page is there again.", 23 * 60),
  says("standard", "B-7", "withdrawn", "Our own campaign.", 90),
  standard("XARF v4", (began) => ({
    xarf_version: "4.2.0",
    report_id: "7d6f1c52-3c2e-4d4e-8f2a-5f0f6f3b9a01",
    timestamp: seenAtOf(began),
    reporter: { org: "Example CERT", contact: "reports@cert.example", domain: "cert.example" },
    sender: { org: "Example CERT", contact: "reports@cert.example", domain: "cert.example" },
    source_identifier: "192.0.2.10",
    category: "content",
    type: "phishing",
    url: "https://account-check.example/xarf",
    target_brand: "Example Bank",
    description: "A copy of the bank's sign-in page.",
  })),
  urgent(
    "child abuse material: host and hotline at once",
    native(
      "hotline",
      "H-1",
      "csam",
      { url: "https://board.example/thread/17" },
      { channel: "message-board", evidence: found },
    ),
  ),
  urgent(
    "law enforcement first: a person clears it",
    native("hotline", "H-2", "csem", { host: "192.0.2.41" }, { channel: "chat-room", evidence: found }),
  ),
  urgent(
    "held by its reporter, released later",
    native("hotline", "H-3", "csam", { url: "https://pictures.example/set/3" }, { evidence: found }),
  ),
  says("urgent", "H-3", "hold", "The police ask for a day."),
  urgent(
    "escalated to upstream and hotline",
    native(
      "hotline",
      "H-4",
      "ncii",
      { url: "https://private-photos.example/p/9" },
      { evidence: { explanation: "Shared without the consent of the person shown." } },
    ),
  ),
  urgent(
    "held for good: an open investigation",
    native(
      "hotline",
      "H-5",
      "terrorism",
      { url: "https://chat.example/room/5" },
      { channel: "chat-room", evidence: { explanation: "Calls for attacks, with instructions." } },
    ),
  ),
  says("urgent", "H-5", "hold", "The police watch this room."),
  urgent(
    "live: a person is told at once",
    native(
      "hotline",
      "H-6",
      "terrorism",
      { url: "https://videos-six.example/live/1" },
      { channel: "live-stream", live: true, evidence: { explanation: "An attack is being streamed." } },
    ),
  ),
  says("urgent", "H-3", "release", "The police have what they need.", 24 * 60),
  standard("refused: not JSON", () => '{"version":1,"reporter":"cert",'),
  standard(
    "refused: an unknown reporter",
    native("stranger", "S-1", "phishing", { url: "https://account-check.example/" }),
  ),
  standard("refused: a private address", native("cert", "C-20", "malware", { url: "http://10.0.0.8/x" })),
  standard("refused: not a web address", native("cert", "C-21", "phishing", { url: "javascript:alert(1)" })),
  standard(
    "refused: an unknown category",
    native("cert", "C-22", "rudeness", { url: "https://account-check.example/" }),
  ),
];

/** All sample messages, in order, for a run that began at `began`. */
export const sampleReports = (began: Instant): readonly SampleMessage[] =>
  samples.map(({ lane, afterMinutes, shows, body }) => {
    const made = body(began);
    return {
      queue: `report-${lane}`,
      afterMinutes,
      shows,
      body: typeof made === "string" ? made : JSON.stringify(made),
    };
  });
