import { useTranslation } from 'react-i18next';
import type { AllowanceNode } from '../../../policy/document/schema.ts';
import { TREATMENTS } from '../../../policy/document/treatments.ts';
import { Quote } from '../../ui/quote.tsx';

/** What the text says of tax and of bases, each with its words; where it says one of them, what it does not say of the others too. */
export function Treatments({ node }: { node: AllowanceNode }) {
  const { t } = useTranslation();
  return (
    <ul className="cases">
      {TREATMENTS.map((name) => {
        const said = node[name];
        return (
          <li key={name}>
            {t(`policy.treatments.${name}.${said === undefined ? 'unsaid' : said.is ? 'yes' : 'no'}`)}
            {said && <Quote clause={said.clause} />}
          </li>
        );
      })}
    </ul>
  );
}
