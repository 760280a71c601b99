// Read before a program (`node --import`): ends it once its standard input closes, which is when whoever started it is gone, even if killed.
import { fstatSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const input = fstatSync(0);
if (isMainThread && (input.isFIFO() || input.isSocket())) {
  process.stdin.on('close', () => process.exit(1)).resume();
  // That there may be input keeps no program running that has done its work.
  process.stdin.unref();
}
