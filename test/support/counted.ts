import type { DocumentClient } from "../../functions/adapters/document-client.ts";

/** The same client, which counts what it is asked to send. */
export const counted = (table: DocumentClient): { readonly table: DocumentClient; readonly calls: () => number } => {
  let calls = 0;
  const counting = new Proxy(table, {
    get: (of, name) => {
      if (name !== "send") return Reflect.get(of, name);
      return (command: Parameters<typeof of.send>[0]) => {
        calls++;
        return of.send(command);
      };
    },
  });
  return { table: counting, calls: () => calls };
};
