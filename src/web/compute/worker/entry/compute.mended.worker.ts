/** The worker of browsers that lack some of what it uses. */
import '../../../platform/browser/missing-built-ins.ts';
import './compute.worker.ts';
