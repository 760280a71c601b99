/** Writes `docs/performance.md` anew from `bench/results/`. */
import { writePerformance } from './performance.ts';

writePerformance();
