import { describe, expect, test } from "vitest";
import { defangWords, namesInClear } from "../../functions/kernel/defang.ts";
import { cpuOnceMs } from "../support/cpu-time.ts";

describe("a stranger's words in a mail", () => {
  test.each([
    ["a name", "the same is at mirror-of-it.com/kids/1 and cdn.mirror-of-it.com/2", "the same is at mirror-of-it[.]com/kids/1 and cdn[.]mirror-of-it[.]com/2"],
    ["an internationalised name", "see münchen.example and пример.рф", "see münchen[.]example and пример[.]рф"],
    ["a look-alike", "see bаd.example", "see bаd[.]example"],
    ["a name in punycode", "see xn--mnchen-3ya.xn--p1ai", "see xn--mnchen-3ya[.]xn--p1ai"],
    [
      "full stops that only look so",
      "see bad。example, bad．example, bad｡example, bad․example",
      "see bad[.]example, bad[.]example, bad[.]example, bad[.]example",
    ],
    ["a soft hyphen beside the dot", "see bad\u00ad.exam\u00adple", "see bad\u00ad[.]exam\u00adple"],
    ["an address", "see 192.0.2.7:8080/x", "see 192[.]0[.]2[.]7:8080/x"],
    ["a mailbox", "write to help@evil.example", "write to help@evil[.]example"],
    ["a link, its path too", "HTTPS://bad.example/a.html", "hxxpS://bad[.]example/a[.]html"],
    ["a number that is one", "Ticket evil-portal.com/login1", "Ticket evil-portal[.]com/login1"],
  ])("stand so that no program makes a link of them: %s", (_, words, written) => {
    expect(defangWords(words)).toBe(written);
    expect(namesInClear(defangWords(words))).toEqual([]);
  });

  test.each(["z.B. am 24.11.2026 um 10.30, e.g. 2.5 MB (a.m.)", "It is gone. The next. 3.14", "bad[.]example"])("stand as they are otherwise: %s", (words) => {
    expect(defangWords(words)).toBe(words);
  });

  test("are compared as DNS would be asked for them", () => {
    expect(namesInClear("MÜNCHEN.example, bad。example and xn--mnchen-3ya.example.")).toEqual([
      "xn--mnchen-3ya.example",
      "bad.example",
      "xn--mnchen-3ya.example",
    ]);
  });

  test.each(["a", ".", "a.", "a.b", "é", "-"])("cost time that grows with them: %j", (unit) => {
    expect(cpuOnceMs(() => void defangWords(unit.repeat(200_000)))).toBeLessThan(500);
  });
});
