import type { FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";

export const MonthInputs: FC<{ readonly from: string; readonly to: string; readonly now: Instant }> = ({
  from,
  to,
  now,
}) => (
  <>
    <label class="visually-hidden" for="from">
      First month
    </label>
    <input id="from" type="month" name="from" value={from} max={now.slice(0, 7)} placeholder="2026-01" />
    <label class="visually-hidden" for="to">
      Last month
    </label>
    <input id="to" type="month" name="to" value={to} max={now.slice(0, 7)} placeholder="2026-12" />
  </>
);
