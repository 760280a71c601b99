import { encode } from '../limit/limit-columns.mjs';
import { allocateRows, limitRows } from '../limit/limit-rows.mjs';
import { Ours } from './ours.ts';
import { rowsOf } from './rows.ts';

const n = Number(process.argv[2] ?? 20000),
  rounds = Number(process.argv[3] ?? 40);
const rows = rowsOf(n);
const ours: any = new Ours();
const out = allocateRows(n);
const jobs: Record<string, () => unknown> = {
  limitRows: () => limitRows(rows, out),
  read: () => ours.readOnly(rows),
  encode: () => ours.encode(rows),
  rows: () => {
    ours.encode(rows);
    return ours.totals();
  },
};
const med = (a: number[]) => a.sort((x, y) => x - y)[a.length >> 1] as number;
const ts: Record<string, number[]> = {};
for (const k in jobs) ts[k] = [];
const only = process.argv[4];
const warm = Math.max(3, Math.ceil(2e6 / n));
for (let r = 0; r < warm + rounds; r++)
  for (const k in jobs) {
    if (only && !only.split(',').includes(k)) continue;
    const b = process.cpuUsage();
    jobs[k]!();
    const e = process.cpuUsage(b);
    if (r >= warm) ts[k]!.push(((e.user + e.system) * 1000) / n);
  }
const q = (a: number[]) => a.sort((x, y) => x - y)[Math.floor(a.length * 0.1)] as number;
const base = q(ts.limitRows!);
console.log(
  Object.keys(ts)
    .filter((k) => ts[k]!.length)
    .map((k) => `${k} ${q(ts[k]!).toFixed(0)} (${(base / q(ts[k]!)).toFixed(3)})`)
    .join('  '),
);
