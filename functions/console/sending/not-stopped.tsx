import type { FC } from "hono/jsx";
import { Banner } from "../parts.tsx";
import { stopCommand } from "../reviews/sending-banner.tsx";

export const stopAddress = "/sending/stop";

/** Above whatever kept a stop unrecorded. `tried`: the table was queried; one lane may be stopped. */
export const NotStopped: FC<{ readonly tried?: boolean }> = ({ tried = false }) => (
  <Banner kind="bad" title="Sending is NOT stopped">
    {tried && <p>The table did not answer, so mail may still go out; one of the two lanes may be stopped.</p>}
    <p>
      <a href="/sending">Try again</a>, or in a terminal: <code>{stopCommand}</code>
    </p>
  </Banner>
);
