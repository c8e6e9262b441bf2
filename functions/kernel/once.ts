/**
 * Calls `make` once, at first use, and keeps what it gave as long as the process lives: a function's start does not pay
 * for it. Calls again after a throw.
 */
export const once = <Made extends object>(make: () => Made): (() => Made) => {
  let kept: Made | undefined;
  return () => {
    kept ??= make();
    return kept;
  };
};
