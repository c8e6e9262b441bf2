import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A certificate that its holder signed: `file` is what a client must be told to believe
 * (`NODE_EXTRA_CA_CERTS`).
 */
export type SelfSigned = { readonly key: Buffer; readonly cert: Buffer; readonly file: string };

/**
 * Makes one for two days in `folder`, for names like `IP:127.0.0.1`. Needs the `openssl` command;
 * throws without it.
 */
export const selfSigned = (folder: string, names: string): SelfSigned => {
  const [key, file] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const asked = [
    "req",
    "-x509",
    "-newkey",
    "ec",
    "-pkeyopt",
    "ec_paramgen_curve:prime256v1",
    "-nodes",
    "-days",
    "2",
    "-subj",
    "/CN=takedown",
  ];
  execFileSync("openssl", [...asked, "-addext", `subjectAltName=${names}`, "-keyout", key, "-out", file], {
    stdio: "ignore",
  });
  return { key: readFileSync(key), cert: readFileSync(file), file };
};
