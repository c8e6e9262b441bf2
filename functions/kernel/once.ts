/**
 * `make`, asked when what it makes is first needed, and what it gave kept as long as the process
 * lives. So a function's start does not pay for what its messages may never need. What throws is
 * asked again.
 */
export const once = <Made extends object>(make: () => Made): (() => Made) => {
  let kept: Made | undefined;
  return () => {
    kept ??= make();
    return kept;
  };
};
