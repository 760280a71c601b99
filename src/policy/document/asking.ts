import { ASK } from '../../words/grammar/choice.ts';
import { mapping, type Slot } from '../../words/grammar/slots.ts';
import { type Visitor, visitSlot } from '../../words/stands.ts';
import { relativesOf } from './relatives.ts';
import type { PolicyDocument, ReadingNode } from './schema.ts';
import { ALLOWANCE, CLAIM, DERIVATION, GROUP } from './slots.ts';

/** The most combinations of options of asking readings on which an allowance, with all that it is ranked or limited with, may rest. */
export const MOST_COMBINATIONS = 64;

/** The options of some readings, by reading. */
export type Chosen = Readonly<Record<string, string>>;

/** Whether a reading has no default, so that a run has to choose. */
export function isAsking({ default: usual }: Pick<ReadingNode, 'default'>): boolean {
  return usual === ASK;
}

/** A document, and what its readings come to where some are chosen. */
export interface Under {
  readonly document: PolicyDocument;
  /**
   * @param chosen the options that are tried, of readings that the run does not choose
   * @returns an option; `EVERY` where it may be any of them; `null` where it has to be tried first
   */
  optionOf(reading: string, chosen: Chosen): string | typeof EVERY | null;
}

/** Any option may be in effect. */
export const EVERY = Symbol('every option');

/** What is asked about: allowances, derived facts, and all claims or none. */
export interface Subject {
  readonly allowances: ReadonlySet<string>;
  readonly facts?: readonly string[];
  readonly claims?: boolean;
}

/** The claims of some documents, with the allowances of which they take something back, and all that these rest on. */
export function claimsIn(documents: readonly PolicyDocument[]): Subject {
  const allowances = new Set<string>();
  for (const { claims } of documents) {
    for (const node of Object.values(claims)) {
      visitSlot(CLAIM_RULE, node, [], {
        named({ slot, node: id }) {
          if (slot.section === 'allowances') for (const one of relativesOf(documents, id)) allowances.add(one);
        },
      });
    }
  }
  return { allowances, claims: true };
}

/**
 * The ways to choose the readings on which some allowances or derived facts rest and which are open, each once: a reading that stands in
 * an option of another one matters under that option alone.
 *
 * @param optionsOf the options of an open reading
 */
export function* combinationsOf(
  documents: readonly Under[],
  subject: Subject,
  optionsOf: (reading: string) => readonly string[],
  chosen: Chosen = {},
): Generator<Chosen> {
  const open = documents.map((one) => openReading(one, subject, chosen)).find((one) => one !== null) ?? null;
  if (open === null) yield chosen;
  else for (const option of optionsOf(open)) yield* combinationsOf(documents, subject, optionsOf, { ...chosen, [open]: option });
}

const ALLOWANCE_RULE = mapping(ALLOWANCE);
const GROUP_RULE = mapping(GROUP);
const CLAIM_RULE = mapping(CLAIM);

/** A reading that decides something and is open; `null` where there is none. */
function openReading({ document, optionOf }: Under, { allowances, facts = [], claims = false }: Subject, chosen: Chosen): string | null {
  const read = new Set(facts);
  let open: string | null = null;
  const walk = (slot: Slot, node: unknown): void => visitSlot(slot, node, [], visitor);
  const visitor: Visitor = {
    fact: ({ node }) => read.add(node),
    test: ({ fact }) => read.add(fact),
    choice({ of, node: { reading, ...values } }) {
      const option = optionOf(reading, chosen);
      if (option === EVERY) return true;
      if (option === null) open ??= reading;
      else if (Object.hasOwn(values, option)) walk(of, values[option]);
      return false;
    },
  };
  for (const [id, node] of Object.entries(document.allowances)) if (allowances.has(id)) walk(ALLOWANCE_RULE, node);
  for (const group of document.stacking) if (group.allowances.some((id) => allowances.has(id))) walk(GROUP_RULE, group);
  if (claims) for (const node of Object.values(document.claims)) walk(CLAIM_RULE, node);
  // What a derived fact reads stands above it.
  for (const [fact, node] of Object.entries(document.derive).toReversed()) if (read.has(fact)) walk(DERIVATION, node);
  return open;
}
