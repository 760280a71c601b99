import 'i18next';
import type { PageText } from '../../../text/page/page-text.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: PageText };
  }
}
