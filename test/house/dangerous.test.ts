import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { DEFAULT_MIN_VERSION } from "node:tls";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";

const files = readdirSync("functions", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file: file.split(path.sep).join("/"), text: readFileSync(path.join("functions", file), "utf8") }));

/** Each place in the functions that a pattern finds: its file, and what stands there. */
const found = (pattern: RegExp): readonly string[] =>
  files.flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([whole]) => `${file}: ${whole}`));

type Node = { readonly type: string; readonly start: number; readonly end: number } & Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
const nodesIn = (node: Node): readonly Node[] => [
  node,
  ...Object.values(node).flatMap((value) => [value].flat().filter(isNode).flatMap(nodesIn)),
];

describe("the functions", () => {
  test("start no program and run no text as code", () => {
    expect(found(/\beval\(|\bnew Function\b|node:(child_process|vm|worker_threads|repl|inspector)\b/g)).toEqual([]);
    expect(found(/\bset(Timeout|Interval)\(\s*["'`]|\bimport\(\s*[^"\s]/g)).toEqual([]);
  });

  test("write no markup but by the console's own pages, and their scripts write text", () => {
    expect(found(/\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|dangerouslySet\w*|\braw\(/g)).toEqual([]);
    expect(found(/\bhtml`.*/g)).toEqual([
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the line as it stands in the source.
      "console/layout.tsx: html`<!doctype html>${<Layout {...props} />}`;",
    ]);
  });

  test("record nothing by a form that does not name its writer", () => {
    const posts = found(/<form\b[^>]*\bmethod="post"[^>]*action=\S+/g).map((form) =>
      form.replace(/<form[^>]*action=/, ""),
    );
    expect(posts.sort()).toEqual([
      'console/cases/search-page.tsx: "/search">',
      'console/cases/search-page.tsx: "/search">',
      'console/layout.tsx: "/search">',
      'console/layout.tsx: "/sign-out">',
      // What was sent names its writer already.
      "console/sign-in/sign-in-page.tsx: {again.action}>",
    ]);
    expect(found(/<form\b(?![^>]*method="(get|post)")/g)).toEqual([]);
  });

  test("read no XML", () => {
    expect(found(/from "(?!\.)[^"]*(xml|sax|dom|cheerio|svg)[^"]*"/gi)).toEqual([]);
    expect(found(/\bDOMParser\b.*/g)).toEqual([
      'console/renewal.ts: DOMParser().parseFromString(await answer.text(), "text/html");',
    ]);
  });

  test("ask nobody for a password", () => {
    expect(found(/type="password"|\bpassword\s*[:=]|scrypt|pbkdf2|bcrypt|argon2/gi)).toEqual([]);
  });

  test("read two files, which lie beside their code, and write none", () => {
    expect(found(/from "node:fs[^"]*"/g)).toEqual([
      'adapters/environment.ts: from "node:fs"',
      'adapters/model-reader.ts: from "node:fs"',
    ]);
    expect(found(/import \{[^}]*\} from "node:fs"/g).map((line) => line.split(": ")[1])).toEqual([
      'import { readFileSync } from "node:fs"',
      'import { readFileSync } from "node:fs"',
    ]);
  });
});

describe("cryptography", () => {
  test("hashes by SHA-256 and seals by AES-256-GCM, and by nothing else", () => {
    const ways = found(/\b(create(Hash|Hmac|Cipheriv|Decipheriv)|hkdfSync)\([^,)]*/g).map(
      (line) => line.split(": ")[1] ?? "",
    );
    expect([...new Set(ways)].sort()).toEqual([
      "createCipheriv(cipher",
      "createDecipheriv(cipher",
      'createHash("sha256"',
      'createHmac("sha256"',
      'hkdfSync("sha256"',
    ]);
    expect(found(/\bcipher = .*/g)).toEqual(['store/table/sealed.ts: cipher = "aes-256-gcm";']);
    expect(found(/\benc: .*/g)).toEqual(['adapters/sealed-cookie.ts: enc: "A256GCM" } as const;']);
    expect(found(/\bsubtle\.|\b(public|private)Encrypt\b|\bcreate(Sign|ECDH|DiffieHellman)\b/g)).toEqual([]);
  });

  test("of connections is Node's own: TLS 1.2 at least, and certificates are looked at", () => {
    expect(DEFAULT_MIN_VERSION).toBe("TLSv1.2");
    const stack = readdirSync("infra/stack", { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(path.join("infra/stack", file), "utf8"));
    const loosens =
      /rejectUnauthorized|NODE_TLS|NODE_OPTIONS|minVersion|maxVersion|secureProtocol|checkServerIdentity/g;
    expect([...found(loosens), ...stack.flatMap((text) => text.match(loosens) ?? [])]).toEqual([]);
  });
});

/**
 * What may be put into the text of an expression: names of ours, in a list or by a choice between
 * two. What came from elsewhere goes beside the expression, as its values and names.
 */
const putIn = [
  /^(name|number|partition|sort|isNew|stands|by)$/,
  /^(isNew|sk) \? |^also\?\.set /,
  /^(names|each)\s*\.(map|join)\(/,
];

test("an expression for the table is a text of ours: values go beside it", () => {
  const put = files
    .filter(({ text }) => /"\.\/table\.ts"|KeyConditionExpression/.test(text))
    .flatMap(({ file, text }) => {
      const { program } = parseSync(file, text);
      return (isNode(program) ? nodesIn(program) : [])
        .filter(
          ({ type, key }) => type === "Property" && isNode(key) && /^(by|where|\w+Expression)$/.test(String(key.name)),
        )
        .flatMap((property) => nodesIn(property).filter(({ type }) => type === "TemplateLiteral"))
        .flatMap(({ expressions }) => [expressions].flat().filter(isNode))
        .map(({ start, end }) => ({ file, put: text.slice(start, end) }));
    });
  expect(put.length).toBeGreaterThan(8);
  expect(put.filter((one) => !putIn.some((ours) => ours.test(one.put)))).toEqual([]);
});
