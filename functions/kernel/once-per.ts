/**
 * Calls `make` once for each key, at first use, and keeps what it gave as long as the process lives: a function's start
 * does not pay for it.
 */
export const oncePer = <Key, Made>(make: (key: Key) => Made): ((key: Key) => Made) => {
  const kept = new Map<Key, { readonly made: Made }>();
  return (key) => {
    const known = kept.get(key) ?? { made: make(key) };
    kept.set(key, known);
    return known.made;
  };
};
