/**
 * `make`, asked when a key is first needed and once for each, with what it gave kept as long as the
 * process lives. So a function's start does not pay for what its first message does not need.
 */
export const oncePer = <Key, Made>(make: (key: Key) => Made): ((key: Key) => Made) => {
  const kept = new Map<Key, { readonly made: Made }>();
  return (key) => {
    const known = kept.get(key) ?? { made: make(key) };
    kept.set(key, known);
    return known.made;
  };
};
