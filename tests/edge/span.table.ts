/** What can be wrong with the months of a request, a year or a period: by name, what a body says of them, and the faults. */
import type { Fault } from './bad-input.table.ts';

export const SPAN_FAULTS: readonly (readonly [name: string, span: Readonly<Record<string, unknown>>, ...faults: Fault[]])[] = [
  ['neither a year nor a period', {}, ['/year', 'required']],
  ['all of them null', { year: null, from: null, to: null }, ['/year', 'required']],
  ['a year and a period', { year: 2025, from: '2025-01', to: '2025-12' }, ['/from', 'not-together'], ['/to', 'not-together']],
  ['a year and a first month', { year: 2025, from: '2025-01' }, ['/from', 'not-together']],
  ['a year and a last month', { year: 2025, to: '2025-12' }, ['/to', 'not-together']],
  ['no last month', { from: '2025-01' }, ['/to', 'required']],
  ['no first month', { to: '2025-01' }, ['/from', 'required']],
  ['an end before the beginning', { from: '2025-05', to: '2024-07' }, ['/to', 'invalid-period']],
  ['ten years and a month', { from: '2015-01', to: '2025-01' }, ['/to', 'out-of-range']],
  ['a period before all years', { from: '1999-07', to: '1999-12' }, ['/from', 'out-of-range'], ['/to', 'out-of-range']],
  ['month 13', { from: '2024-13', to: '2025-05' }, ['/from', 'invalid-month']],
  ['a month as a number', { from: 202407, to: '2025-05' }, ['/from', 'invalid-month']],
  ['a date', { from: '2024-07', to: '2025-05-31' }, ['/to', 'invalid-month']],
  [
    'a bad year and a bad period',
    { year: 1999, from: 'SECRET', to: {} },
    ['/year', 'out-of-range'],
    ['/from', 'not-together'],
    ['/from', 'invalid-month'],
    ['/to', 'not-together'],
    ['/to', 'invalid-month'],
  ],
];
