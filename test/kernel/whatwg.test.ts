import { expect, it } from "vitest";
import { readHost, readTargetUrl } from "../../functions/kernel/host.ts";
import { describeWithShared, sharedFile } from "../support/shared.ts";

describeWithShared("the WHATWG suite", () => {
  type Row = {
    readonly input: string;
    readonly base: string | null;
    readonly href?: string;
    readonly protocol?: string;
    readonly hostname?: string;
    readonly failure?: boolean;
  };
  const rows = (JSON.parse(sharedFile("data/attack/url/urltestdata.json")) as readonly (Row | string)[]).filter(
    (row) => typeof row !== "string",
  );

  it("agrees on host and address wherever a URL of it is taken, and takes none that a browser refuses", () => {
    let taken = 0;
    for (const { input, href, hostname, failure } of rows) {
      const read = readTargetUrl(input, { allowReserved: true });
      if (!read.ok) continue;
      taken++;
      expect([input, failure]).toEqual([input, undefined]);
      const seen = new URL(href ?? "").hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
      const same = readHost(seen, { allowReserved: true });
      expect([input, read.value.host]).toEqual([input, same.ok ? same.value : hostname]);
    }
    expect(taken).toBeGreaterThan(40);
  });
});
