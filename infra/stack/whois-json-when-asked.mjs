// What a bundle has in place of whois-json's reader (`bundle.ts`): the reader itself, loaded when it is first asked.
// It brings every name that HTML has for a letter and sorts them as it is loaded, 4 ms of a start of find-contact,
// and most look-ups find what they ask known.
let loaded;

export default (text) => {
  loaded ??= require("whois-json/parse-raw-data");
  return loaded(text);
};
