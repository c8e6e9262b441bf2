// What a bundle has in place of tldts (`bundle.ts`): the library itself, put up when it is first asked. It hashes
// every label of the list of public suffixes as it is loaded, 6 to 15 ms of a start, and most starts ask nothing
// of it. esbuild runs a module that is required where it is required, one that is imported before everything.
let loaded;
const tldts = () => {
  loaded ??= require("tldts/dist/es6/index.js");
  return loaded;
};

export const getDomain = (...asked) => tldts().getDomain(...asked);
export const parse = (...asked) => tldts().parse(...asked);
