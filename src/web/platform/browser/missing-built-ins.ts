/** What browsers of the oldest kind that we serve lack, for page and worker. It is loaded only where something is missing. */
import 'virtual:missing-built-ins';
import './abort-signal.ts';
