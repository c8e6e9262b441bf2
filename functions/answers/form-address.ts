import { pattern } from "../kernel/pattern.ts";

/** Between unspaced words an address ends where their letters begin, else at a blank, bracket or quote. */
const address = /https?:\/\/[^\s<>"'`|\\^()[\]{}“”„‟«»‘’‚…\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]{4,300}/gi;
const trailing = /[.,;:!?*_~·。-]+$/;

/** In the address: reports are taken there. */
const forReports = pattern("i", [
  "abuse|abus[-/]|report|complain|dmca|takedown|copyright|infring|phish|trust|notice|notify",
  "form|contact|submit|meld|signal|denunci|segnal|zglos|zglasz|sikayet|bildir|jubao|tousu" +
    "|tsuho|shingo|singo|zhaloba|scarga",
]);
/** In the address: it is for something else. */
const forElse = pattern("i", [
  "privacy|datenschutz|confidential|cookie|terms|[/.]tos\\b|[/.]agb\\b|imprint|impressum" +
    "|mentions-legales|aviso-legal",
  "survey|feedback|satisf|csat|nps\\b|rating|/rate\\b|unsubscribe|optout|status|faq" +
    "|[/.]kb[/.]|knowledge|/docs?/|/blog|/news|polic(?:y|ies)",
  "(?:tickets?|requests?|cases?|incidents?|issues?|browse|view)/(?:#|view/)?[a-z]{0,6}-?\\d" +
    "|viewticket|[?&](?:tid|ticket|ticketid|id|c)=",
  "facebook|twitter|linkedin|instagram|youtube|captcha|challenge|verify|confirm",
]);
/** What is said of it, before it in its sentence. */
const saidOfForm = pattern("i", [
  "form\\b|forms\\b|portal|formular|formulaire|formulari|formulário|modulo|formularz|form[uü]|форм|портал",
  "フォーム|窓口|ポータル|表单|表單|平台|页面|頁面|양식|신고|举报|舉報|通報|submit|report|complaint|file ",
  "melde|einreichen|signaler|signalement|denunci|reclam|segnal|zgłosz|zgłasza|melding" +
    "|meldpunt|şikayet|bildir|жалоб|сообщ|скарг",
]);
const saidOfElse = pattern("i", [
  "survey|satisf|how did we|rate (?:us|our|this)|zufrieden|bewert|enquête|encuesta|sondaggio" +
    "|pesquisa de|ankiet|anket|アンケート|满意|만족|опрос",
  "privacy|datenschutz|confidentialité|privacidad|riservatezza|prywatnoś|gizlilik|個人情報|隐私|개인정보|конфиденц",
  "track|follow the|status of|view (?:your|this|the)|check (?:the )?status|ticket (?:url" +
    "|link|unter)|verfolgen|suivre|seguimiento|einsehen",
  "website|homepage|webseite ?:|web ?:|site ?web|www ?:|human|robot",
]);

type Found = { readonly url: string; readonly score: number };

/**
 * The form that a desk wants used: the address said to be it or that looks like it, no page about privacy, survey,
 * home page or link to the ticket. Kept as text; nobody here opens it.
 */
export const formOf = (text: string): string | undefined => {
  const found = [...text.matchAll(address)].flatMap((match): readonly Found[] => {
    const url = match[0].replace(trailing, "");
    if (!URL.canParse(url)) return [];
    const before = text.slice(Math.max(0, match.index - 140), match.index);
    // Words before an earlier address are not about this one.
    const own = before
      .slice(Math.max(before.search(/https?:\/\/\S*(?![\s\S]*https?:\/\/)/i), 0))
      .replace(/https?:\S*/i, "");
    const sentence = own.split(/[.!?]\s|\n\s*\n/).at(-1) ?? "";
    const { pathname, search, hash, hostname } = new URL(url);
    const isHome = pathname === "/" && search === "" && hash === "";
    const isNamedForIt = /abuse|report|complain|phish|dmca|portal|form/i.test(hostname);
    const score =
      (forReports.test(isHome ? hostname : url) ? 2 : 0) +
      (saidOfForm.test(sentence) ? 2 : 0) -
      (forElse.test(url) ? 4 : 0) -
      (saidOfElse.test(sentence.slice(-60)) ? 2 : 0) -
      (isHome && !isNamedForIt ? 1 : 0);
    return [{ url, score }];
  });
  const best = found.toSorted((one, other) => other.score - one.score)[0];
  return best && (best.score > 0 || (found.length === 1 && best.score > -2)) ? best.url : undefined;
};
