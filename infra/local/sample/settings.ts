import { type Settings, settingsSchema } from "../../../functions/kernel/settings.ts";
import { playedChat, playedWebhook } from "../webhooks.ts";
import { authorities, byApi, cloud, fileHost, formOnly, platform, proxy, siteBuilder, storage } from "./world.ts";

/** Who reports in the sample world. `hotline` names its contact in XARF. */
const sampleReporters = [
  {
    id: "hotline",
    organisation: "Example Hotline",
    contact: "reports@hotline.example",
    trustedFlagger: ["csam", "csem", "ncii", "terrorism"],
  },
  { id: "cert", organisation: "Example CERT", contact: "reports@cert.example" },
  { id: "watch", organisation: "Example Watch", contact: "reports@watch.example" },
  {
    id: "brand-team",
    organisation: "Example Bank Brand Protection",
    contact: "brand@bank.example",
    onBehalfOf: "Example Bank",
  },
];

const country = (code: keyof typeof authorities, language: string, lawEnforcementFirst = false) => ({
  country: code,
  hotline: { name: `Hotline ${code}`, email: authorities[code].hotline },
  cert: { name: `CERT ${code}`, email: authorities[code].cert },
  language,
  lawEnforcementFirst,
});

/**
 * What one machine decides by when it runs the samples: reserved names and addresses are admitted,
 * and nothing else is real.
 */
export const sampleSettings: Settings = settingsSchema.parse({
  stage: "local",
  organisation: "Example Takedown Desk",
  senderAddress: "notices@takedown.example",
  replyDomain: "reply.takedown.example",
  verifyBy: "https://takedown.example/verify",
  phone: "+00 000 0001",
  configurationSets: { urgent: "takedown-urgent", standard: "takedown-standard" },
  // The clock runs faster than the queues' delays, and a burst is tried out here on purpose.
  reporters: sampleReporters.map((reporter) => ({ ...reporter, reportsAMinute: 1_000_000 })),
  protectedDomains: ["takedown.example", "hotline.example", "commons.example"],
  optedOut: [],
  directory: [
    {
      matches: [platform.suffix],
      name: "Pages",
      scope: "platform",
      kind: "contact",
      email: platform.email,
      country: "US",
    },
    { matches: [formOnly.suffix], name: "Formhost", scope: "platform", kind: "form-only", form: formOnly.form },
    { matches: [siteBuilder.suffix], name: "Easel", kind: "site-builder", email: siteBuilder.email, country: "BR" },
    { matches: [storage.host], name: "Trellis Storage", kind: "cloud", email: storage.email, country: "BR" },
    {
      matches: [fileHost.suffix],
      name: "Dropbay",
      kind: "file-host",
      form: fileHost.form,
      api: fileHost.api,
      mail: "unread",
    },
    {
      matches: [byApi.suffix],
      name: "Parcel Sites",
      kind: "site-builder",
      form: byApi.form,
      api: byApi.api,
      mail: "unread",
    },
    { matches: [cloud.suffix], name: "Stratus Cloud", kind: "cloud", email: cloud.email, api: cloud.api },
    { matches: [proxy.range], name: "Shield Proxy", scope: "network", kind: "proxy", email: proxy.email },
  ],
  countries: [country("NL", "nl"), country("BR", "pt"), country("US", "en"), country("DE", "de", true)],
  allowReserved: true,
} satisfies Parameters<typeof settingsSchema.parse>[0]);

/** The same where providers that take reports by an API are told by it, Netcraft alongside, and a checker looks. */
export const withChannels: Settings = {
  ...sampleSettings,
  channels: { godaddy: {}, aws: {}, netcraft: { email: "reports@takedown.example" } },
  checker: {},
};

/** The same where a system of the operator's hears what on-call and reporters hear, and a chat on-call; both played. */
export const withWebhook: Settings = {
  ...withChannels,
  webhooks: [
    { name: playedWebhook, url: "https://tickets.hotline.example/takedown", hears: ["on-call", "reporters"] },
    { name: playedChat, form: "slack", hears: ["on-call"] },
  ],
};
