import type { Bilingual } from '../../facts/dictionary.ts';
import type { PolicyDocument } from '../../policy/document/schema.ts';
import type { SourceNode } from '../../words/funding.ts';

/** The clause of a policy that a parameter belongs to. */
export interface Owner {
  readonly kind: 'allowance' | 'claim' | 'envelope' | 'check';
  readonly id: string;
  readonly title: Bilingual;
  /** The part that an envelope's sum belongs to, or the source of an allowance that a share or a standard belongs to. */
  readonly part: Bilingual | null;
}

/** The entry that a parameter, or its table, belongs to: the first that uses it. */
export function ownerOf({ allowances, claims, stacking, envelopes, checks }: PolicyDocument, parameter: string): Owner | null {
  for (const [id, { title, parameter: sum, parts = {} }] of Object.entries(envelopes)) {
    if (sum === parameter) return { kind: 'envelope', id, title, part: null };
    const part = Object.values(parts).find((one) => one.parameter === parameter);
    if (part) return { kind: 'envelope', id, title, part: part.title };
  }
  for (const [id, { title, pays, funding }] of Object.entries(allowances)) {
    if (names(pays, parameter)) return { kind: 'allowance', id, title, part: null };
    const source = sourceWith(parameter, funding);
    if (source) return { kind: 'allowance', id, title, part: { zh: source.zh, en: source.en } };
  }
  for (const [id, { title, owes, penalty, late }] of Object.entries(claims))
    if (names([owes, penalty, late], parameter)) return { kind: 'claim', id, title, part: null };
  for (const [id, check] of Object.entries(checks))
    if (names(check, parameter)) return { kind: 'check', id, title: check.title, part: null };
  const capped = stacking.find(({ cap }) => names(cap, parameter));
  return capped ? ownerOfCap(capped.allowances, allowances) : null;
}

/** A cap belongs to all of its members; it is found with the first. */
function ownerOfCap(members: readonly string[], allowances: PolicyDocument['allowances']): Owner {
  const titles = members.flatMap((id) => allowances[id]?.title ?? []);
  const title = { zh: titles.map(({ zh }) => zh).join(' + '), en: titles.map(({ en }) => en).join(' + ') };
  return { kind: 'allowance', id: members[0] ?? '', title, part: null };
}

function names(node: unknown, key: string): boolean {
  if (typeof node !== 'object' || node === null) return node === key;
  return Object.values(node).some((child) => names(child, key));
}

/** The source whose share or standard is a parameter, on whatever level. */
function sourceWith(parameter: string, sources: readonly SourceNode[] = []): SourceNode | null {
  for (const source of sources) {
    if (source.share === parameter || source.upTo?.parameter === parameter) return source;
    const below = sourceWith(parameter, source.split);
    if (below) return below;
  }
  return null;
}
