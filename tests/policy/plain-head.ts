/** What every policy document of a test begins with, where nothing depends on it. */
export const said = { zh: '甲', en: 'A' };
export const clause = { item: '1', quote: '甲' };
export const PLAIN_HEAD = {
  title: said,
  documentNumber: null,
  issuer: said,
  issuedOn: null,
  effectiveFrom: null,
  source: { file: 'source.txt' },
};
