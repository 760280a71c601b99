/** Read by a server before its own program, in all of its threads: see `MORTAL`. */
import { isMainThread, threadId } from 'node:worker_threads';

const channel = new BroadcastChannel('mortal');
if (isMainThread) {
  let next = 1;
  process.on('SIGUSR2', () => channel.postMessage(next++));
  process.on('SIGHUP', () => {
    throw new RangeError('SECRET');
  });
} else {
  channel.onmessage = ({ data }) => {
    if (data === threadId) throw new RangeError('SECRET');
  };
}
channel.unref();
