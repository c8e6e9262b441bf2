type Entry = { readonly atMs: number; readonly nth: number; readonly happens: () => Promise<unknown> };

const isBefore = (a: Entry, b: Entry): boolean => a.atMs < b.atMs || (a.atMs === b.atMs && a.nth < b.nth);

export type Agenda = ReturnType<typeof anAgenda>;

/** What is still to happen in the world, by its moment; at the same moment in the order of planning. */
export const anAgenda = () => {
  const heap: Entry[] = [];
  let planned = 0;
  const at = (index: number): Entry => {
    const entry = heap[index];
    if (!entry) throw new Error(`The agenda has no entry ${index}.`);
    return entry;
  };
  const swap = (one: number, other: number) => {
    const kept = at(one);
    heap[one] = at(other);
    heap[other] = kept;
  };
  const sink = () => {
    for (let index = 0; ; ) {
      const left = 2 * index + 1;
      const child = left + 1 < heap.length && isBefore(at(left + 1), at(left)) ? left + 1 : left;
      if (child >= heap.length || !isBefore(at(child), at(index))) return;
      swap(child, index);
      index = child;
    }
  };
  return {
    /** Moments are whole milliseconds, as those that the system writes down. */
    plan: (atMs: number, happens: () => Promise<unknown>): void => {
      if (!Number.isInteger(atMs)) throw new Error(`${atMs} is no whole millisecond.`);
      let index = heap.push({ atMs, nth: planned++, happens }) - 1;
      for (let parent = (index - 1) >> 1; index > 0 && isBefore(at(index), at(parent)); parent = (index - 1) >> 1) {
        swap(index, parent);
        index = parent;
      }
    },
    nextMs: (): number | undefined => heap[0]?.atMs,
    take: (): Entry | undefined => {
      const first = heap[0];
      const last = heap.pop();
      if (first && last && heap.length > 0) {
        heap[0] = last;
        sink();
      }
      return first;
    },
  };
};
