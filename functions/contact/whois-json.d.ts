declare module "whois-json/parse-raw-data.js" {
  /** whois-json's own reader: camel-cased keys, values of equal keys joined by a space. */
  const parseRawData: (text: string) => Record<string, unknown>;
  export default parseRawData;
}
