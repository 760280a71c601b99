import 'i18next';
import type { PageText } from '../../../text/page/zh/page-text.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: PageText };
  }
}
