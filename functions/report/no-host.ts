/*
 * Addresses of content, a swarm, a chat or a wallet, without a host to look up. Each is refused with what to
 * report instead, and whom a person may notify meanwhile.
 */

export type NoHost = { readonly reason: string; readonly fix: string };

type Row = NoHost & { readonly schemes: readonly string[] };

const content: Row = {
  schemes: ["ipfs", "ipns", "dweb", "ar", "bzz", "hyper", "dat"],
  reason: "This names content, whoever keeps it, and no host: no network or registrar answers for it.",
  fix:
    "Gateways show it and can block it: report the https address at which it was seen, like " +
    "https://ipfs.io/ipfs/… or https://….ipfs.dweb.link/, one report for each gateway.",
};

const swarm: Row = {
  schemes: ["magnet", "ed2k", "bittorrent", "dht"],
  reason: "This names a swarm, and nobody hosts it: those who share it do.",
  fix:
    "Report each peer that was seen as target.peer (address, port and moment), with the swarm in " +
    "evidence.hashes as btih:…; and the page that offers the link by its https address.",
};

const chat: Row = {
  schemes: [
    ...[
      "tg",
      "whatsapp",
      "discord",
      "instagram",
      "twitter",
      "snapchat",
      "kik",
      "line",
      "fb",
      "fb-messenger",
      "messenger",
      "tiktok",
      "snssdk1233",
    ],
    ...[
      "sgnl",
      "signal",
      "viber",
      "skype",
      "threema",
      "session",
      "simplex",
      "wickr",
      "wire",
      "tox",
      "jami",
      "briar",
      "element",
      "weixin",
      "wechat",
    ],
    ...["mailto", "xmpp", "acct", "sip", "sips", "matrix", "tel", "sms"],
  ],
  reason: "This is a link within an app or to a number, and names nothing that its service shows on the web.",
  fix:
    "Report the channel or group by its https address (t.me/…, discord.gg/…, chat.whatsapp.com/…), or " +
    "who is behind it as target.account, with the service by its host or name. Signal, Session and their " +
    "like hold no content: report in the app.",
};

const network: Row = {
  schemes: ["freenet", "hyphanet", "usk", "ssk", "chk", "zero", "zeronet", "gnunet", "retroshare"],
  reason: "This is an address within a network of peers that hides them: no host, network or registrar answers for it.",
  fix:
    "If the same is seen at a clear address, report that. A peer that was seen is reported as " +
    "target.peer (address, port and moment).",
};

const wallet: Row = {
  schemes: ["bitcoin", "ethereum", "litecoin", "monero", "dogecoin", "tron", "solana", "lightning", "bitcoincash"],
  reason: "This is a wallet: nobody hosts it, and no notice can take it down.",
  fix:
    "Report the page that asks for the money, and name the wallet in evidence.explanation. An exchange " +
    "that holds it is reported as target.account.",
};

const rows: readonly Row[] = [content, swarm, chat, network, wallet];

/** A bare CID (IPFS docs, "Content identifiers"): version 0 begins with Qm, version 1 in base 32 with b. */
const bareContent = /^(\/ip[fn]s\/\S+|Qm[1-9A-HJ-NP-Za-km-z]{44}|baf[a-z2-7]{50,})(\/\S*)?$/;

/** Why it names nobody's host, and what to report instead; nothing for a URL, a host or no text. Pure. */
export const noHostIn = (written: string): NoHost | undefined => {
  const text = written.trim();
  const [, scheme] = /^(?:web\+)?([a-z][a-z0-9-]*):/i.exec(text) ?? [];
  const row =
    scheme !== undefined
      ? rows.find(({ schemes }) => schemes.includes(scheme.toLowerCase()))
      : bareContent.test(text)
        ? content
        : undefined;
  return row && { reason: row.reason, fix: row.fix };
};
