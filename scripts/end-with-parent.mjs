// Read before a program (`node --import`): ends it once its standard input closes, which is when whoever started it is gone, even if killed.
import { isMainThread } from 'node:worker_threads';

if (isMainThread && !process.stdin.isTTY) {
  process.stdin.on('close', () => process.exit(1)).resume();
  // That it may have input keeps no program running that has done its work.
  process.stdin.unref?.();
}
