import { expect, it } from "vitest";
import { decodeWhois } from "../../functions/adapters/whois-charset.ts";

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...Buffer.from(part)] : [...part])));

it.each([
  ["UTF-8, whoever sends it", "whois.kg", bytes("owner: Größe\n"), "owner: Größe\n"],
  [
    "ISO-8859-1 of NIC.br, APNIC, .fi, .hu, .is, .lu and .no",
    "whois.registro.br",
    bytes("owner: Jo", [0xe3], "o\n"),
    "owner: João\n",
  ],
  [
    "windows-1251 of .kg",
    "whois.kg",
    bytes("Domain: ", [0xc1, 0xe8, 0xf8, 0xea, 0xe5, 0xea], "\n"),
    "Domain: Бишкек\n",
  ],
  [
    "ISO-2022-JP of JPNIC",
    "whois.nic.ad.jp",
    bytes("[", [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42], "] abuse@isp.example\n"),
    "[日本] abuse@isp.example\n",
  ],
])("is %s", (_, server, answer, text) => expect(decodeWhois(answer, server)).toBe(text));

it("leaves mailboxes whole in a charset that nobody knows", () => {
  expect(decodeWhois(bytes([0xa4, 0xa4], " abuse@isp.example"), "whois.unknown.example")).toContain(
    " abuse@isp.example",
  );
});
