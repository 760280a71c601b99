import type { Dictionary } from '../../facts/dictionary.ts';
import { dictionaryOf } from '../document/added-facts.ts';
import type { PolicyDocument } from '../document/schema.ts';
import { type Finding, isWarning } from '../reading/fault.ts';
import { checkAskings } from './askings.ts';
import { checkBounds } from './bounds.ts';
import { type Check, type CheckContext, Enough, openDocument } from './check.ts';
import { checkChoices } from './choices.ts';
import { checkClaims } from './claims.ts';
import { checkCoverage } from './coverage.ts';
import { checkDates } from './dates.ts';
import { checkDerivations } from './derivations.ts';
import { checkEdges } from './edges.ts';
import { checkFiguresQuoted } from './figures-quoted.ts';
import { checkFunding } from './funding.ts';
import { checkItems } from './items.ts';
import { checkNeverPays } from './never-pays.ts';
import { checkOverlap } from './overlap.ts';
import { checkOwnFacts } from './own-facts.ts';
import { checkParts } from './parts.ts';
import { checkQuotes, type OtherTexts } from './quotes.ts';
import { checkReferences } from './references.ts';
import { checkRepeats } from './repeats.ts';
import { checkSize } from './size.ts';
import { checkTotals } from './totals.ts';
import { checkUnits } from './units.ts';
import { checkUnused } from './unused.ts';

/** Checks that are independent of other faults of the document. */
const SEPARATE: readonly Check[] = [
  checkReferences,
  checkClaims,
  checkDerivations,
  checkChoices,
  checkDates,
  checkRepeats,
  checkBounds,
  checkFunding,
  checkParts,
  checkItems,
  checkNeverPays,
  checkTotals,
];

/**
 * Everything that can be checked about a document before any teacher is computed.
 *
 * @param source the document's own text; without it quotes are not looked up, which is a warning
 */
export function checkPolicy(document: PolicyDocument, dictionary: Dictionary, source: string | null, others: OtherTexts = {}): Finding[] {
  const sizes = checkSize(document);
  if (sizes.length > 0) return sizes;
  let context = openDocument(document, dictionary);
  try {
    checkOwnFacts(context);
    if (context.found.length > 0) return context.found;
    context = openDocument(document, dictionaryOf(document, dictionary));
    for (const check of SEPARATE) check(context);
    checkQuotes(source, others)(context);
    checkFiguresQuoted(context);
    checkEdges(context);
    // the following checks run the rules, which is possible only where all names are defined
    if (!context.found.some(isBroken)) runRules(context);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return context.found;
}

function runRules(context: CheckContext): void {
  checkOverlap(context);
  checkUnits(context);
  checkAskings(context);
  checkUnused(checkCoverage(context))(context);
}

const BREAKING = /^(no-|not-|empty-interval|bare-choice|option-without-value|figures-missing|one-figure)/;

/** Whether a finding makes a rule impossible to run, or its run say the same again. */
function isBroken({ code }: Finding): boolean {
  return !isWarning(code) && BREAKING.test(code);
}
