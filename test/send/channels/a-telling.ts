import type { Telling } from "../../../functions/send/channels/telling.ts";

export const aTelling = (spoilt: Partial<Telling> = {}): Telling => ({
  caseId: "TD-0000-0000-0001",
  category: "phishing",
  url: "https://shop.bad.example/login",
  host: "shop.bad.example",
  text: "What it is: A copy of a bank's sign-in page.",
  organisation: "Example Hotline",
  replyAddress: "r.k1.0001@reply.dispatch.example",
  toldOfDomain: 0,
  ...spoilt,
});
