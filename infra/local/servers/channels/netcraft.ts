import type { Answer } from "../loopback.ts";
import { fieldsOf, json, type Question, type Submitted, textOf } from "./played.ts";

/* Netcraft's report API, version 3, as its published clients use it. It lets everybody in. */

export const playNetcraft = (
  { method, path, body }: Question,
  _: readonly Submitted[],
  submit: (report: Pick<Submitted, "type" | "urls" | "body">) => Submitted,
): Answer => {
  if (method !== "POST" || path !== "/api/v3/report/urls") return json(404, { message: "Not Found" });
  const fields = fieldsOf(body);
  const urls = Array.isArray(fields["urls"]) ? fields["urls"].map((one) => textOf(fieldsOf(one)["url"])) : [];
  if (textOf(fields["email"]) === "" || urls.length === 0 || !urls.every((url) => URL.canParse(url)))
    return json(400, { message: "Bad Request" });
  const { id } = submit({ type: "urls", urls, body: fields });
  return json(200, { message: "Successfully reported", uuid: id });
};
