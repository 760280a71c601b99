/** Codes of the budget classification as typed: by allowance, by exception, and by stage. */
export interface TypedCodes {
  readonly allowances: Readonly<Record<string, string>>;
  readonly exceptions: Readonly<Record<string, string>>;
  readonly functional: Readonly<Record<string, string>>;
}

/** Nothing typed: the codes of the classification apply. */
export const NO_TYPED_CODES: TypedCodes = { allowances: {}, exceptions: {}, functional: {} };

/** The number of codes typed. */
export function countTyped(typed: TypedCodes): number {
  return Object.values(wireCodes(typed)).reduce((sum, codes) => sum + Object.keys(codes).length, 0);
}

/** Codes in the form of the API, without blanks. */
export function wireCodes(typed: TypedCodes): Record<keyof TypedCodes, Record<string, string>> {
  const given = (codes: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(codes).flatMap(([id, text]) => {
        const folded = text.normalize('NFKC').trim();
        return folded === '' ? [] : [[id, folded]];
      }),
    );
  return { allowances: given(typed.allowances), exceptions: given(typed.exceptions), functional: given(typed.functional) };
}
