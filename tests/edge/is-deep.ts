import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    isDeep: boolean;
  }
}

/** Whether this is the deep run (`npm run test:deep`), also where there is no environment to ask, as in workerd. */
export const IS_DEEP = inject('isDeep');

/** Whether the home is asked over sockets (tests/node), where each request takes longer. */
export const IS_OVER_SOCKETS = inject('homeUrl' as never) !== undefined;
