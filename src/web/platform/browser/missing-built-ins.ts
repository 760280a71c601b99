/** Polyfills for the oldest browsers supported, for page and worker. Loaded only if something is missing. */
import 'virtual:missing-built-ins';
import './abort-signal.ts';
