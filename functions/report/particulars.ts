import * as z from "../kernel/zod.ts";
import type { Category } from "./category.ts";

/*
 * What a reporter may say of a thing of its category beyond where and when. Names (in camel case) and values are
 * XARF's own (v4.2, schemas/v4/types). The machine-readable part has each as it was said; nothing is made up.
 */

const oneOf = <const V extends readonly [string, ...string[]]>(...values: V) => z.enum(values);
const someOf = <const V extends readonly [string, ...string[]]>(...values: V) =>
  z.array(z.enum(values)).check(z.minLength(1), z.maxLength(20));
/** In characters: of a text, and of each of several. */
export const wordCharacters = 100;
export const listedCharacters = 64;
const word = () => z.string().check(z.trim(), z.minLength(1), z.maxLength(wordCharacters));
const words = () =>
  z
    .array(z.string().check(z.trim(), z.minLength(1), z.maxLength(listedCharacters)))
    .check(z.minLength(1), z.maxLength(10));
const page = () => z.string().check(z.trim(), z.minLength(1), z.maxLength(500));

const malwareFamily = () => word().check(z.describe("Malware and botnet: the family's name."));
const rightsHolder = () => word().check(z.describe("Copyright: who holds the right."));

const ofCategory = {
  csam: {
    mediaType: oneOf("image", "video", "audio", "text", "mixed"),
    ncmecReportId: word().check(z.describe("Child abuse: the number of the report at NCMEC's CyberTipline.")),
    iccamReportId: word(),
  },
  csem: {
    exploitationType: oneOf(
      "grooming",
      "solicitation",
      "sextortion",
      "trafficking",
      "distribution",
      "production",
      "possession",
    ).check(
      z.describe("Csem: with detectedBy manual-review or user-report it makes the machine-readable part possible."),
    ),
    victimAgeRange: oneOf("infant", "toddler", "prepubescent", "pubescent", "unknown"),
    platform: oneOf("social_media", "messaging_app", "gaming_platform", "forum", "email", "darkweb", "other"),
    evidenceType: someOf("chat_logs", "images", "videos", "user_profile", "metadata"),
    reportingObligations: someOf(
      "NCMEC",
      "IWF",
      "local_law_enforcement",
      "europol",
      "interpol",
      "platform_safety_team",
      "other",
    ),
    iccamReportId: word().check(z.describe("Child abuse: the report's number at INHOPE's ICCAM. No notice has it.")),
  },
  ncii: {},
  terrorism: {},
  phishing: {
    lureType: oneOf(
      "account_suspension",
      "security_alert",
      "payment_issue",
      "prize_notification",
      "document_share",
      "password_reset",
      "shipping_notification",
      "tax_refund",
      "other",
    ),
    credentialFields: words().check(z.describe("Phishing: what the form asks for, as it names it.")),
    submissionUrl: page().check(z.describe("Phishing: where what is typed goes to. Never fetched.")),
  },
  malware: {
    malwareType: oneOf(
      "trojan",
      "ransomware",
      "dropper",
      "loader",
      "backdoor",
      "rootkit",
      "infostealer",
      "banking_trojan",
      "cryptominer",
      "adware",
      "spyware",
      "worm",
      "bot",
      "rat",
      "other",
    ),
    malwareFamily: malwareFamily(),
    distributionMethod: oneOf(
      "direct_download",
      "drive_by_download",
      "email_attachment",
      "malvertising",
      "exploit_kit",
      "watering_hole",
      "supply_chain",
      "social_engineering",
      "other",
    ),
  },
  botnet: {
    malwareFamily: malwareFamily(),
    c2Protocol: oneOf("http", "https", "tcp", "udp", "dns", "irc", "p2p", "custom"),
    botCapabilities: someOf(
      "ddos",
      "spam",
      "proxy",
      "keylogger",
      "file_download",
      "remote_shell",
      "cryptocurrency_mining",
      "data_theft",
    ),
  },
  fraud: {
    fraudType: oneOf(
      "investment",
      "romance",
      "tech_support",
      "lottery",
      "advance_fee",
      "cryptocurrency",
      "shopping",
      "charity",
      "employment",
      "government_impersonation",
      "other",
    ),
    paymentMethods: someOf(
      "credit_card",
      "bank_transfer",
      "cryptocurrency",
      "gift_cards",
      "wire_transfer",
      "paypal",
      "western_union",
      "moneygram",
      "cashapp",
      "venmo",
      "other",
    ),
  },
  brand: {
    infringementType: oneOf(
      "counterfeit",
      "typosquatting",
      "lookalike",
      "homograph",
      "unauthorized_reseller",
      "trademark_violation",
      "brand_impersonation",
      "logo_misuse",
      "other",
    ),
    infringingElements: someOf(
      "logo",
      "brand_name",
      "tagline",
      "color_scheme",
      "layout",
      "product_images",
      "domain_name",
      "other",
    ),
    similarityScore: z.number().check(z.minimum(0), z.maximum(1)),
  },
  copyright: {
    infringementType: oneOf("direct_copy", "modified_copy", "streaming", "download", "distribution"),
    rightsHolder: rightsHolder(),
    workCategory: oneOf("movie", "tv_show", "music", "software", "ebook", "audiobook", "game", "other"),
  },
  "exposed-data": {
    dataTypes: someOf(
      "personal_information",
      "credentials",
      "financial",
      "medical",
      "government_id",
      "email_addresses",
      "phone_numbers",
      "api_keys",
      "database_dumps",
      "source_code",
      "internal_documents",
      "customer_data",
      "employee_data",
      "intellectual_property",
      "other",
    ),
    exposureMethod: oneOf(
      "misconfigured_server",
      "open_directory",
      "database_exposure",
      "git_repository",
      "backup_file",
      "log_file",
      "cloud_storage",
      "paste_site",
      "forum_post",
      "ransomware_leak",
      "intentional_leak",
      "other",
    ),
    recordCount: z.int().check(z.minimum(0)),
    affectedOrganization: word(),
    sensitiveFields: words().check(z.describe("Exposed data: names of the fields, never what stands in them.")),
    encryptionStatus: oneOf("unencrypted", "encrypted", "partially_encrypted", "hashed", "unknown"),
  },
  other: {},
} as const satisfies Record<Category, Readonly<Record<string, z.ZodMiniType>>>;

/** Each field once, whichever category asks for it. */
const { options: brandInfringements } = ofCategory.brand.infringementType;
const { options: workInfringements } = ofCategory.copyright.infringementType;
const each = {
  ...ofCategory.csam,
  ...ofCategory.csem,
  ...ofCategory.phishing,
  ...ofCategory.malware,
  ...ofCategory.botnet,
  ...ofCategory.fraud,
  ...ofCategory.brand,
  ...ofCategory.copyright,
  ...ofCategory["exposed-data"],
  infringementType: z
    .enum([...brandInfringements, ...workInfringements])
    .check(z.describe(`Brand: ${brandInfringements.join(", ")}. Copyright: ${workInfringements.join(", ")}.`)),
};
type Name = keyof typeof each;

/** As a report's evidence may hold them. */
export const particulars = z.partial(z.object(each));
export type Particulars = Readonly<z.infer<typeof particulars>>;

export const isParticular = (name: string): name is Name => Object.hasOwn(each, name);

/** By their names in our form. */
export const particularsOf = (category: Category): Readonly<Record<string, z.ZodMiniType>> => ofCategory[category];

/** As XARF writes it: `lure_type` for `lureType`. */
export const xarfName = (name: string): string => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
