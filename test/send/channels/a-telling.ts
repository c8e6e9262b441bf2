import { xarfOf } from "../../../functions/notice/xarf.ts";
import type { Telling } from "../../../functions/send/channels/telling.ts";
import { aCase, aSettings } from "../../support/a-case.ts";

export const aTelling = ({ url = "https://shop.bad.example/login", ...spoilt }: Partial<Telling> = {}): Telling => {
  const state = aCase({ target: { kind: "url", url, host: new URL(url).hostname } });
  const xarf = xarfOf({ case: state, settings: aSettings(), notice: { to: {} } });
  if (!xarf.ok || !xarf.value) throw new Error("Phishing has a type in XARF.");
  return {
    caseId: "TD-0000-0000-0001",
    key: "TD-0000-0000-0001_0-first-a",
    category: "phishing",
    url,
    host: "shop.bad.example",
    text: "What it is: A copy of a bank's sign-in page.",
    organisation: "Example Hotline",
    replyAddress: "r.k1.0001@reply.dispatch.example",
    toldOfDomain: 0,
    xarf: xarf.value,
    ...spoilt,
  };
};
