/** The worker for browsers that lack some of the built-ins it uses. */
import '../../../platform/browser/missing-built-ins.ts';
import './compute.worker.ts';
