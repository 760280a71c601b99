/** The worker of browsers that lack some of what it uses. */
import './start/missing-built-ins.ts';
import './compute.worker.ts';
