/** One way from a state to another, and by which events. */
export type Way = { readonly from: string; readonly to: string; readonly by: ReadonlySet<string> };

/** Ways as they were seen. `saw` notes one more; ways that lead nowhere are none. */
export const wayBook = () => {
  const ways = new Map<string, { readonly from: string; readonly to: string; readonly by: Set<string> }>();
  return {
    saw: (from: string, to: string, by: string): void => {
      if (from === to) return;
      const way = ways.get(`${from} ${to}`) ?? { from, to, by: new Set<string>() };
      way.by.add(by);
      ways.set(`${from} ${to}`, way);
    },
    ways: (): readonly Way[] =>
      [...ways.values()].toSorted((one, other) => (`${one.from} ${one.to}` < `${other.from} ${other.to}` ? -1 : 1)),
  };
};

/**
 * Goes from one world to all that so many moves reach, each kind of world once; kinds are told
 * apart by `kindOf`.
 */
export const explore = <World>(
  start: World,
  {
    kindOf,
    movesFrom,
    movesAtMost,
  }: {
    readonly kindOf: (world: World) => string;
    readonly movesFrom: (world: World) => readonly World[];
    readonly movesAtMost: number;
  },
): void => {
  const seen = new Set([kindOf(start)]);
  let reached: readonly World[] = [start];
  for (let moves = 0; moves < movesAtMost && reached.length > 0; moves++) {
    reached = reached.flatMap(movesFrom).filter((world) => {
      const kind = kindOf(world);
      const isNew = !seen.has(kind);
      seen.add(kind);
      return isNew;
    });
  }
};

/** States that are drawn as one with a frame around them. */
export type Frame = { readonly name: string; readonly states: readonly string[] };

/**
 * Ways into several states of a frame, or out of several to one, are drawn at the frame: the
 * picture can be read.
 */
export const atFrame = (ways: readonly Way[], { name, states }: Frame): readonly Way[] => {
  const isInside = (state: string) => states.includes(state);
  const { saw, ways: drawn } = wayBook();
  for (const { from, to, by } of ways) {
    const enters =
      !isInside(from) && isInside(to) && ways.filter((way) => way.from === from && isInside(way.to)).length > 1;
    const leaves =
      isInside(from) && !isInside(to) && ways.filter((way) => way.to === to && isInside(way.from)).length > 1;
    for (const event of by) saw(leaves ? name : from, enters ? name : to, event);
  }
  return drawn();
};

/**
 * Without the ways inside a frame that two others come to as well: what is stronger may come at
 * once.
 */
export const withoutShortcuts = (ways: readonly Way[], { states }: Frame): readonly Way[] => {
  const leads = (from: string, to: string) =>
    states.includes(from) && states.includes(to) && ways.some((way) => way.from === from && way.to === to);
  return ways.filter(({ from, to }) => !states.some((between) => leads(from, between) && leads(between, to)));
};

/** Mermaid reads a hyphen or a space as something else. */
const idOf = (state: string): string => (state === "[*]" ? state : state.replaceAll(/[^a-zA-Z]+/g, "_"));

const named = (state: string): string => `state "${state}" as ${idOf(state)}`;
const drawnWay = ({ from, to, by }: Way): string => `${idOf(from)} --> ${idOf(to)}: ${[...by].toSorted().join("<br>")}`;

export const mermaidOf = (states: readonly string[], ways: readonly Way[], frame: Frame): string => {
  const isInside = ({ from, to }: Way) => frame.states.includes(from) && frame.states.includes(to);
  return [
    "```mermaid",
    "stateDiagram-v2",
    ...states.filter((state) => !frame.states.includes(state)).map((state) => `  ${named(state)}`),
    `  ${named(frame.name)} {`,
    ...frame.states.map((state) => `    ${named(state)}`),
    ...ways.filter(isInside).map((way) => `    ${drawnWay(way)}`),
    "  }",
    ...ways.filter((way) => !isInside(way)).map((way) => `  ${drawnWay(way)}`),
    "```",
  ].join("\n");
};

export const tableOf = (ways: readonly Way[]): string =>
  [
    "| from | to | by |",
    "| --- | --- | --- |",
    ...ways.map(({ from, to, by }) => `| ${from} | ${to} | ${[...by].toSorted().join(", ")} |`),
  ].join("\n");
