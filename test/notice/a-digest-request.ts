import PostalMime from "postal-mime";
import type { Case } from "../../functions/case/case.ts";
import type { Notice } from "../../functions/case/notice.ts";
import { composeNotice } from "../../functions/notice/compose-notice.ts";
import type { NoticeMember, NoticeRequest } from "../../functions/notice/request.ts";
import { aContact, aFullCase, aNotice, aRequest } from "./a-request.ts";

export const english = aContact("network", { language: "en" });
export const page = (number: number, host = "bad.example") =>
  ({ kind: "url", url: `https://${host}/login?session=${number}`, host }) as const;

/** A case of a digest, told apart from its neighbours by its number. */
export const aMember = (
  number: number,
  changed: Partial<Case> = {},
  notice: Notice = aNotice("first", english),
): NoticeMember => ({
  case: aFullCase("phishing", {
    id: `TD-${String(number).padStart(4, "0")}-0000-0000`,
    target: page(number),
    ...changed,
  }),
  notice,
});

export const aDigest = (members: readonly NoticeMember[], changed: Partial<NoticeRequest> = {}): NoticeRequest => {
  const [one, ...also] = members;
  if (!one) throw new Error("a digest has members");
  return aRequest(one.notice, one.case, {
    also,
    digestId: "TD-DDDD-DDDD-DDDD",
    attemptId: "TD-DDDD-DDDD-DDDD_1",
    ...changed,
  });
};

const listIn = (text: string): string => {
  const blocks = (text.split("---------- URLs (hxxp=http, [.]=.) ----------\n\n")[1] ?? "").split("\n\n");
  const end = blocks.findIndex((block) => !block.startsWith("TD-"));
  return blocks.slice(0, end).join("\n\n");
};

/** A digest's mail, its list and its reports, as a desk's software reads them. */
export const digestMail = async (request: NoticeRequest) => {
  const result = await composeNotice(request);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const reports = (await PostalMime.parse(result.value.mime)).attachments
    .filter(({ filename }) => filename?.startsWith("xarf"))
    .flatMap(({ content }) =>
      Buffer.from(content as ArrayBuffer)
        .toString("utf8")
        .trimEnd()
        .split(/\n(?=\{)/),
    )
    .map((text): Record<string, unknown> => JSON.parse(text));
  return {
    ...result.value,
    reports,
    /** Below its heading and above what is said at the foot, which begins at the margin and is no case's number. */
    list: listIn(result.value.text),
  };
};
