import { wholeYear } from '../../../calendar/period.ts';
import { readArrearsRequest } from '../../../contract/arrears/arrears-request.ts';
import { type Language, MOST_ISSUES, wireIssues } from '../../../contract/wire/wording.ts';
import type { Issue } from '../../../facts/issue.ts';
import type { Policy } from '../../../policy/policy.ts';
import { foldText } from '../../../roster/cells/meaning.ts';
import { isRefusal, type Refusal } from '../../../roster/sheet/refusal.ts';
import type { PaymentField } from '../../../roster/tables/payment-header.ts';
import type { PaymentSheet } from '../../../roster/tables/payment-sheet.ts';
import { WORDINGS } from '../../../text/issues.ts';
import type {
  ArrearsAnswer,
  ArrearsPeople,
  ArrearsPeopleQuery,
  GoodArrears,
  OtherName,
  PaymentFault,
  PaymentsSummary,
} from '../protocol/arrears.ts';
import { ArrearsRun } from './arrears-run.ts';
import type { Pace } from './pace.ts';
import { readPaymentsFile } from './payments-file.ts';
import type { RosterInWorker } from './roster-in-worker.ts';

/** The inputs of an arrears computation. */
export interface ArrearsSource {
  readonly policy: Policy;
  /** The policies that may have been known at the time, by the keys of the page. */
  readonly policies: ReadonlyMap<string, Policy>;
  readonly roster: RosterInWorker | null;
  /** The id of a table of payments, if payments are given. */
  readonly payments: string | null;
}

/** Unique across visits. `crypto.randomUUID` exists only over TLS or on localhost. */
function unusedId(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

/** How many tables of payments are kept: the one in use, and the one before it. */
const MOST_TABLES = 2;

/** The arrears of one policy: the tables of payments that were read, and the people of the latest run. */
export class ArrearsSession {
  readonly #tables = new Map<string, PaymentSheet['payments']>();
  #run: ArrearsRun | null = null;

  /** Reads a table of payments, and keeps it if it has no fault. */
  async readPayments(bytes: Uint8Array, policy: Policy, pace: Pace): Promise<PaymentsSummary | Refusal> {
    const sheet = await readPaymentsFile(bytes, policy, pace);
    if (isRefusal(sheet)) return sheet;
    const id = unusedId();
    if (sheet.faults.length === 0) this.#tables.set(id, sheet.payments);
    for (const old of [...this.#tables.keys()].slice(0, -MOST_TABLES)) this.#tables.delete(old);
    return {
      id,
      rows: sheet.payments.length,
      ...countPayments(sheet),
      faults: sheet.faults.slice(0, MOST_ISSUES),
      notes: sheet.notes,
    };
  }

  /** @returns `stale` if the table of payments is no longer here */
  async compute(body: object, language: Language, source: ArrearsSource, pace: Pace): Promise<ArrearsAnswer | 'stale'> {
    const { policy, policies, roster, payments: table } = source;
    const payments = table === null ? [] : this.#tables.get(table);
    if (!payments) return 'stale';
    const people = roster?.teachers.map(({ record }) => record) ?? [];
    const paid = table === null ? {} : { paid: payments.map(({ record }) => record) };
    const read = readArrearsRequest(policy, { ...body, ...paid }, policies, people);
    if (read.value === null) {
      const isOfRow = ({ path }: Issue) => path[0] === 'paid' && path.length > 2;
      return {
        ok: false,
        issues: wireIssues(
          read.issues.filter((issue) => !isOfRow(issue)),
          WORDINGS[language],
        ),
        payments: read.issues.filter(isOfRow).map((issue) => faultOf(issue, payments)),
      };
    }
    const order = { ...read.value, period: read.value.period ?? wholeYear(read.value.settings.year) };
    const number = (this.#run?.sums.run ?? 0) + 1;
    this.#run = await ArrearsRun.compute(number, { policy, order, wording: WORDINGS[language] }, pace);
    return { ok: true, otherNames: otherNamesOf(payments, order.teachers), ...this.#run.sums };
  }

  /** Lines of the people of a run; `stale` if another was computed since. */
  list(query: ArrearsPeopleQuery): ArrearsPeople | 'stale' {
    return query.run === this.#run?.sums.run ? this.#run.list(query) : 'stale';
  }
}

/** How many payments repeat an earlier one and are added to it, and how many take money back. */
function countPayments({ payments }: PaymentSheet): Pick<PaymentsSummary, 'repeated' | 'recoveries'> {
  const names = payments.map(({ record: { teacherId, allowance, month } }) => JSON.stringify([teacherId, allowance, month]));
  const recoveries = payments.filter(({ record }) => String(record.amount).startsWith('-')).length;
  return { repeated: names.length - new Set(names).size, recoveries };
}

/** Payments whose name differs from that of the person with the staff number: numbers may have slipped by a row. */
function otherNamesOf(payments: PaymentSheet['payments'], teachers: readonly unknown[]): GoodArrears['otherNames'] {
  const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
  const names = new Map(teachers.map((teacher) => [Object(teacher).id, textOf(Object(teacher).name)] as const));
  const others = payments.flatMap(({ row, name: paid, record: { teacherId } }): OtherName[] => {
    const roster = names.get(teacherId) ?? '';
    return paid && roster && foldText(paid) !== foldText(roster) ? [{ row, teacherId: textOf(teacherId), paid, roster }] : [];
  });
  const [first] = others;
  return first ? { count: others.length, first } : null;
}

function faultOf({ path, code, params = {} }: Issue, payments: PaymentSheet['payments']): PaymentFault {
  const [, index, field] = path;
  return { row: payments[Number(index)]?.row ?? 0, field: field as PaymentField, code, params };
}
