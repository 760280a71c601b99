/** Regenerates `docs/performance.md` from `bench/results/`. */
import { writePerformance } from './performance.ts';

writePerformance();
