import * as z from 'zod';
import { countOf } from '../../budget/target-count.ts';
import { type Bilingual, factOf } from '../../facts/dictionary.ts';
import { teacherSchema } from '../../facts/teacher-schema.ts';
import type { Parameter } from '../../policy/document/figures.ts';
import type { AllowanceNode, DerivationNode } from '../../policy/document/schema.ts';
import { ruleOf } from '../../policy/document/stands.ts';
import { treatmentsOf } from '../../policy/document/treatments.ts';
import { type Policy, readingsInEffect } from '../../policy/policy.ts';
import { allSources, levelKind } from '../../words/funding.ts';
import { UNITS } from '../../words/grammar/unit.ts';
import { clauseOf } from '../wire/clause.ts';
import { wireClause } from '../wire/head.ts';
import { say, type Wording } from '../wire/wording.ts';
import { printedTotal, viewTotal } from './printed-total.ts';
import { quotedDocuments, sourceShape, viewSources } from './sources.ts';

type Spoken = Pick<Wording, 'language'>;

const titled = { id: z.string(), title: z.string() };
const clause = wireClause;
const said = z.object({ is: z.boolean(), clause });
const bounds = {
  atLeast: z.string().optional().meta({ description: 'The floor that the text sets; never a rate.' }),
  atMost: z.string().optional().meta({ description: 'The ceiling that the text sets; never a rate.' }),
};
/** The unit of a target. */
export const targetUnit = z.string().optional().meta({ description: 'What is counted, where it is not people.' });

/** A policy in the list of policies. */
export const policySummary = z.object({
  ...titled,
  documentNumber: z.string().nullable(),
  issuer: z.string(),
  issuedOn: z.string().nullable(),
  version: z.string(),
});
export type PolicySummary = z.infer<typeof policySummary>;
export const policyList = z.object({ policies: z.array(policySummary) });

/** The whole of a policy. */
export const policyView = policySummary.extend({
  effectiveFrom: z.string().nullable(),
  effectiveTo: z.string().nullable(),
  supersedes: z.string().nullable(),
  source: sourceShape,
  sources: quotedDocuments,
  requires: z.array(z.string()),
  allowances: z.array(
    z.object({
      ...titled,
      payee: z.enum(['teacher', 'institution']),
      payer: z.string().optional(),
      funding: z.array(z.string()).optional(),
      fundingShares: z
        .array(z.object({ source: z.string(), parameter: z.string() }))
        .optional()
        .meta({ description: 'The share that each source bears of what its level has to bear, by the parameter that has it.' }),
      fundingRule: z.array(z.unknown()).optional().meta({
        description:
          'Where the text says what each source bears: the sources with shares, standards and levels, as the policy file has them.',
      }),
      optional: z.literal(true).optional(),
      taxable: said.optional().meta({ description: 'Whether it is taxed; not there where the text does not say.' }),
      contributions: said.optional().meta({
        description:
          'Whether it is part of the base of social insurance and housing fund (五险一金); not there where the text does not say.',
      }),
      pension: said.optional().meta({ description: 'Whether it is part of the base of pensions; not there where the text does not say.' }),
      economicCode: z.string(),
      pays: z.enum(['month', 'year', 'once']),
      clause,
      rule: z
        .record(z.string(), z.unknown())
        .meta({ description: 'Condition, amount, months, and where there are some the start and the stop, as the policy file has them.' }),
    }),
  ),
  claims: z
    .array(z.object({ ...titled, at: z.string(), clause, rule: z.record(z.string(), z.unknown()) }))
    .meta({ description: 'What people owe: the fact that is its date, and its condition and amounts as the policy file has them.' }),
  stacking: z.array(
    z.object({
      allowances: z.array(z.string()),
      keep: z.unknown().optional().meta({ description: '`all` or `largest`, or by a reading, as the policy file has it.' }),
      cap: z.unknown().optional().meta({ description: 'The limit on them together, as the policy file has it.' }),
    }),
  ),
  parameters: z.array(
    z.object({
      key: z.string(),
      title: z.string().optional(),
      value: z.string().nullable(),
      values: z.array(z.object({ from: z.string(), value: z.string() })).optional(),
      unit: z.enum(UNITS),
      suggestion: z.object({ value: z.string(), source: z.string() }).optional(),
      ...bounds,
      period: z.enum(['month', 'year', 'once']).nullable(),
      clause,
    }),
  ),
  readings: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      default: z.string(),
      reason: z.string(),
      clause,
      options: z.array(z.object(titled)),
    }),
  ),
  envelopes: z.array(
    z.object({
      ...titled,
      parameter: z.string(),
      atLeast: z.literal(true).optional(),
      clause,
      parts: z.array(z.object({ ...titled, parameter: z.string() })),
    }),
  ),
  checks: z.array(
    z.object({
      ...titled,
      kind: z.string(),
      multiple: z.string().optional().meta({ description: 'Of a multiple of a line: how many times the line.' }),
      line: z.string().optional().meta({ description: 'Of a multiple of a line: the parameter that has the line.' }),
      clause,
    }),
  ),
  targets: z.array(
    z.object({
      ...titled,
      count: z.int(),
      countBy: z.unknown().optional().meta({ description: 'Where a reading decides the number: as the policy file has it.' }),
      unit: targetUnit,
      by: z.int(),
      costOf: z.string().nullable(),
      clause,
    }),
  ),
  headcounts: z.array(z.object({ ...titled, count: z.int(), clause, parts: z.array(z.object({ ...titled, count: z.int() })) })),
  totals: z.array(printedTotal).meta({ description: 'Totals that the text prints, beside what their parts come to.' }),
  places: z.array(
    z.object({ fact: z.string(), clause, towns: z.array(z.object({ town: z.string(), villages: z.array(z.string()).optional() })) }),
  ),
  derived: z
    .array(
      z.object({
        fact: z.string(),
        label: z.string(),
        values: z
          .array(z.object(titled))
          .optional()
          .meta({ description: 'Of a fact that has one of some values: these; otherwise it is a whole number.' }),
        clause: clause.optional(),
        rule: z.record(z.string(), z.unknown()).meta({ description: 'How it follows from other facts, as the policy file has it.' }),
      }),
    )
    .meta({ description: 'Facts that follow from others, in the order in which they may read one another. What is given of them counts.' }),
  noted: z.array(z.object({ title: z.string(), clause, range: z.object({ unit: z.string(), ...bounds }).optional() })),
});
export type PolicyView = z.infer<typeof policyView>;

/** A policy for a list. */
export function summarisePolicy({ document, version }: Policy, wording: Spoken): PolicySummary {
  return {
    id: document.id,
    title: say(document.title, wording),
    documentNumber: document.documentNumber,
    issuer: say(document.issuer, wording),
    issuedOn: document.issuedOn,
    version,
  };
}

/** The whole of a policy, in the language of the answer; quotes stay in that of the document. */
export function viewPolicy(policy: Policy, wording: Spoken): PolicyView {
  const { document } = policy;
  const list = <T extends { title: Bilingual }>(nodes: Record<string, T>) =>
    Object.entries(nodes).map(([id, node]) => ({ id, node, title: say(node.title, wording) }));
  return {
    ...summarisePolicy(policy, wording),
    effectiveFrom: document.effectiveFrom,
    effectiveTo: document.effectiveTo,
    supersedes: document.supersedes ?? null,
    ...viewSources(document, wording),
    requires: document.requires,
    allowances: list(document.allowances).map(({ id, title, node }) => ({
      id,
      title,
      payee: node.payee,
      ...(node.payer && { payer: say(node.payer, wording) }),
      ...(node.funding && fundingOf(node.funding, wording)),
      ...(node.optional && { optional: node.optional }),
      ...Object.fromEntries(treatmentsOf(node).map(([name, { is, clause: words }]) => [name, { is, clause: clauseOf(words, wording) }])),
      economicCode: node.economicCode,
      pays: 'at' in node.pays ? 'once' : node.pays.spread ? 'month' : node.pays.every,
      clause: clauseOf(node.clause, wording),
      rule: ruleOf(node),
    })),
    claims: list(document.claims).map(({ id, title, node: { title: _, clause: own, ...rule } }) => {
      return { id, title, at: rule.at, clause: clauseOf(own, wording), rule };
    }),
    stacking: document.stacking.map((group) => ({ ...group })),
    parameters: [...policy.parameters.values()].map((parameter) => viewParameter(parameter, wording)),
    readings: Object.entries(document.readings).map(([id, node]) => ({
      id,
      question: say(node.question, wording),
      default: node.default,
      reason: say(node.reason, wording),
      clause: clauseOf(node.clause, wording),
      options: Object.entries(node.options).map(([option, title]) => ({ id: option, title: say(title, wording) })),
    })),
    envelopes: list(document.envelopes).map(({ id, title, node }) => ({
      id,
      title,
      parameter: node.parameter,
      ...(node.atLeast && { atLeast: node.atLeast }),
      clause: clauseOf(node.clause, wording),
      parts: list(node.parts ?? {}).map((part) => ({ id: part.id, title: part.title, parameter: part.node.parameter })),
    })),
    checks: list(document.checks).map(({ id, title, node }) => ({
      id,
      title,
      kind: node.kind,
      ...(node.kind === 'multiple-of-line' && { multiple: node.multiple, line: node.line }),
      clause: clauseOf(node.clause, wording),
    })),
    targets: list(document.targets).map(({ id, title, node }) => ({
      id,
      title,
      count: countOf(node.count, readingsInEffect(policy, {})),
      ...(typeof node.count !== 'number' && { countBy: node.count }),
      ...(node.unit && { unit: say(node.unit, wording) }),
      by: node.by,
      costOf: node.costOf ?? null,
      clause: clauseOf(node.clause, wording),
    })),
    headcounts: list(document.headcounts).map(({ id, title, node }) => ({
      id,
      title,
      count: node.count,
      clause: clauseOf(node.clause, wording),
      parts: list(node.parts ?? {}).map((part) => ({ id: part.id, title: part.title, count: part.node.count })),
    })),
    totals: list(document.totals).map(({ id, title, node }) => ({ id, title, ...viewTotal(policy, node, wording) })),
    places: Object.entries(document.places).map(([fact, node]) => ({
      fact,
      clause: clauseOf(node.clause, wording),
      towns: node.towns.map(({ town, villages }) => ({ town, ...(villages && { villages }) })),
    })),
    derived: Object.entries(document.derive).map(([id, node]) => viewDerived(policy, id, node, wording)),
    noted: document.noted.map(({ title, clause, range }) => ({
      title: say(title, wording),
      clause: clauseOf(clause, wording),
      ...(range && { range: { ...range, unit: say(range.unit, wording) } }),
    })),
  };
}

function viewDerived(
  { dictionary }: Policy,
  id: string,
  { label: _, clause: node, ...rule }: DerivationNode,
  wording: Spoken,
): PolicyView['derived'][number] {
  const fact = factOf(dictionary, id);
  const values =
    fact.type === 'enum' ? Object.entries(fact.values).map(([value, title]) => ({ id: value, title: say(title, wording) })) : null;
  return { fact: id, label: say(fact.label, wording), ...(values && { values }), ...(node && { clause: clauseOf(node, wording) }), rule };
}

function fundingOf(funding: NonNullable<AllowanceNode['funding']>, wording: Spoken) {
  const all = allSources(funding);
  const shares = all.flatMap(({ share, ...source }) => (share === undefined ? [] : [{ source: say(source, wording), parameter: share }]));
  return {
    funding: all.flatMap((source) => (source.split ? [] : [say(source, wording)])),
    ...(shares.length > 0 && { fundingShares: shares }),
    ...(levelKind(funding) !== 'named' && { fundingRule: funding }),
  };
}

/** A parameter; a dated one has its latest figure as `value`. */
function viewParameter(
  { key, title, unit, period, clause: node, figure, suggestion, bounds: { atLeast, atMost } }: Parameter,
  wording: Spoken,
): PolicyView['parameters'][number] {
  const offered = suggestion && { suggestion: { value: suggestion.value, source: say(suggestion.source, wording) } };
  const ends = { ...(atLeast !== null && { atLeast }), ...(atMost !== null && { atMost }) };
  const rest = { unit, period, clause: clauseOf(node, wording), ...(title && { title: say(title, wording) }), ...offered, ...ends };
  if (!Array.isArray(figure)) return { key, value: figure as string | null, ...rest };
  const values = figure.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return { key, value: values.at(-1)?.value ?? null, values, ...rest };
}

/** The JSON Schema (2020-12) of one teacher under a policy. */
export function teacherJsonSchema(policy: Policy): Record<string, unknown> {
  const schema = teacherSchema(policy.dictionary, policy.document.requires);
  return { ...z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }), title: policy.document.id };
}
