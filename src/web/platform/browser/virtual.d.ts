/** Written by `scripts/vite-missing-built-ins.ts`. */
declare module 'virtual:missing-built-ins';
