import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs';
import type { PropsWithChildren } from 'react';

/** Styles antd for browsers without `:where` and without the shorthands of logical properties (`padding-inline`, `inset`). */
export function OlderStyles({ children }: PropsWithChildren) {
  return (
    <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
      {children}
    </StyleProvider>
  );
}
