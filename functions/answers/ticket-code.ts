import { pattern } from "../kernel/pattern.ts";
import { isTicketNumber } from "./ticket-number.ts";

/** A word with the signs that codes and links are written with. */
const run = /[\w#@.:/%=&?+~[\]-]+/g;

/** What desks make numbers like: capitals and digits in parts, a long one in one, a day and a count. */
const forms = pattern(
  "",
  "^",
  [
    String.raw`(?=[^A-Z]*[A-Z])(?=(?:\D*\d){3})[A-Z0-9]{1,12}(?:[-_/][A-Z0-9]{1,14}){1,5}`,
    String.raw`[A-Z][A-Z-]{0,11}#\d[\d-]{1,19}\d`,
    String.raw`[A-Z]{3,6}\d{6,14}`,
    String.raw`20\d{6}-\d{2,6}`,
  ],
  "$",
);

/** What counts as one where it is set apart: numbers in parts, as a phone's may be, and small letters. */
const formsSetApart = pattern(
  "",
  "^(?=(?:\\D*\\d){3})",
  [String.raw`[1-9]\d{1,7}(?:-\d{1,8}){1,2}`, String.raw`[a-z][a-z0-9]{1,9}(?:-[a-z0-9]{1,10}){1,4}`],
  "$",
);
/** "100-200" is from where to where. */
const isRange = (code: string): boolean => {
  const [from = "", to = "", ...more] = code.split("-");
  return /^[\d-]+$/.test(code) && more.length === 0 && (from.length === to.length || code.length < 7);
};

/** Of the same form, but no desk's number: who somebody is, what a thing is, a day. */
const ofElse = pattern(
  "",
  "^",
  [
    "(?:RE?CHNUNG|RE?CH|RG|FAC?T|FV|KD|KDNR|CUST|CUSTOMER|CLIENT|CID|ACC|ACCT|KTO|ORDER|ORD|PO|SIM|SKU)[-_/]?\\d.*",
    "(?:VPS|VM|SRV|SERVER|NODE|HOST|RACK|DC|WEB|MX|NS|LAN|VLAN|NET|ORG|MNT|PORT|CPU|RTX|GTX|PCI)[-_/]?\\d.*",
    "(?:HRB|HRA|ATU|CHE|NIP|VAT|UST|UID|BTW|KVK|IBAN|BIC|SIRET|SIREN|RCS|TVA|CIF|NIF|REGON|KRS|TEL|FAX)[-_/]?\\d.*",
    "(?:CVE|CWE|GHSA|RFC|ISO|EN|DIN|IEC|ART|GDPR|DSGVO|RGPD|LCEN|NIS|USC|BGB|TMG|CP|UTF|SHA)[-_/]?\\d.*",
    ".*-(?:RIPE|ARIN|AP|LACNIC|AFRINIC|NET|COM|ORG)",
    String.raw`(?:Q|H|FY|KW|CW|W)\d{0,2}[-/](?:20)?\d\d`,
    String.raw`(?:\d{1,2}[-/])?[A-Z]{3,9}[-/](?:(?:19|20)\d\d|\d\d)`,
    String.raw`(?:19|20)\d\d[-/](?:Q\d|[A-Z]{3,9}|\d{1,2})(?:[-/]\d{1,2})?(?:T\d.*)?`,
    String.raw`(?:[0-9A-F]{2}-){5}[0-9A-F]{2}`,
    String.raw`[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}`,
    String.raw`1-8\d\d-.*`,
    String.raw`\d+[A-Z]{1,3}[-/]\d+[A-Z]{1,3}`,
  ],
  "$",
);

/** Before somebody else's number or a thing's, with a word or sign for it between. */
const behindElse = pattern(
  "iu",
  String.raw`(?<!\p{L})`,
  [
    "listing|item|offer|identifier|customer|client|account|invoice|order|contract|member|user|licen[cs]e|serial",
    "model|build|version|campaign|server",
    "vps|node|rack|host|machine|room|phone|tel|fax|mobile|law|act|article|section|standard|policy|plan|product|cve",
    "kunde|kunden|vertrag|rechnung|bestellung|konto|gesetz|paket|compte|facture|commande|contrat|cliente|cuenta",
    "factura",
    "pedido|contrato|conta|fatura|fattura|ordine|contratto|legge|klant|factuur|bestelling|klient\\p{L}*|faktur\\p{L}*",
    "umow\\p{L}*|müşteri|fatura|клиент\\p{L}*|сч[её]т\\p{L}*|договор\\p{L}*|клієнт\\p{L}*|рахун\\p{L}*|законом?",
  ],
  String.raw`(?: ?-?(?:id|no|nr|n°|nº|number|nummer|numéro|número|numero|numer|номер))?[\s.:#("'’-]{0,4}$`,
);
/** A postcode has its town behind it. */
const postcode = /^[A-Z]{1,2}-\d{4,5}$/;
const town = /^ \p{Lu}\p{Ll}/u;

type Code = { readonly code: string; readonly isFirst: boolean };

const codesIn = (text: string, isSubject: boolean): readonly Code[] =>
  [...text.matchAll(run)].flatMap(({ 0: whole, index }) => {
    const code = whole.replace(/^[[#:]+|[\].:/_?~-]+$/g, "");
    const [before = "", behind = ""] = [text[index - 1], text[index + whole.length]];
    const isInBrackets = before === "(" && behind === ")";
    const isSetApart = (isSubject || isInBrackets) && formsSetApart.test(code) && !isRange(code);
    if (code.length > 50 || !(isSetApart || forms.test(code))) return [];
    if (ofElse.test(code.toUpperCase()) || !isTicketNumber(code)) return [];
    if (postcode.test(code) && town.test(text.slice(index + whole.length, index + whole.length + 3))) return [];
    if (behindElse.test(text.slice(Math.max(0, index - 40), index))) return [];
    return [{ code, isFirst: isInBrackets || before === "" || before === "\n" }];
  });

const onlyOne = (codes: readonly Code[]): string | undefined =>
  new Set(codes.map(({ code }) => code)).size === 1 ? codes[0]?.code : undefined;

/** By its form: the only code in the subject, else in the text, else beginning a line or in brackets. */
export const codeIn = (subject: string, text: string): string | undefined => {
  const codes = codesIn(text, false);
  return onlyOne(codesIn(subject, true)) ?? onlyOne(codes) ?? onlyOne(codes.filter(({ isFirst }) => isFirst));
};
