/** Starts the server if this Node can run it. Nothing else is loaded before that check, because an older Node might not even parse it. */
const NEEDED = [22, 12] as const;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(`Jintie needs Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(2);
}
void import('./server.ts');
