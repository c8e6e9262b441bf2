import { consoleApp } from "../../functions/console/app.tsx";
import { type LocalConsole, startConsole } from "../../infra/local/console-server.ts";
import type { Console } from "../console/a-console.ts";

/** Serves a console of a test on loopback, to whom its one-time addresses name. */
export const served = ({ deps: { person: _, ...deps } }: Pick<Console, "deps">): Promise<LocalConsole> =>
  startConsole({ app: (person) => consoleApp({ ...deps, person }), port: 0 });
