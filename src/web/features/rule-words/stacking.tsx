import { Fragment } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { PolicyDocument } from '../../../policy/document/schema.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { ClauseLink } from '../../policy/clause-link.tsx';
import { useLabels } from '../../policy/labels.ts';
import { ByReading } from './by-reading.tsx';
import { Figure } from './figure.tsx';
import { isChoice, isMapping } from './nodes.ts';

type Group = PolicyDocument['stacking'][number];

/** The other allowances that an allowance can or cannot be combined with, and the cap they share. */
export function Stacking({ id }: { id: string }) {
  const { policy } = useCatalogue();
  return policy.document.stacking
    .filter(({ allowances }) => allowances.includes(id))
    .map((group) => (
      <Fragment key={JSON.stringify(group)}>
        {group.keep !== undefined && <Kept group={group} keep={group.keep} id={id} />}
        {group.cap !== undefined && <Cap group={group} id={id} />}
      </Fragment>
    ));
}

function Kept({ group, keep, id }: { group: Group; keep: NonNullable<Group['keep']>; id: string }) {
  const others = <Names ids={group.allowances.filter((one) => one !== id)} />;
  const key = isChoice(keep) ? 'policy.stackingReading' : keep === 'all' ? 'policy.stackingAll' : 'policy.stackingLargest';
  return (
    <div>
      <Trans i18nKey={key} components={{ others }} />
    </div>
  );
}

/** The cap of a group; its members are paid in the order of the list. */
function Cap({ group: { allowances, cap }, id }: { group: Group; id: string }) {
  const { t } = useTranslation();
  const alone = allowances.length === 1;
  const limit = (node: unknown) =>
    isMapping(node) ? <Figure parameter={String(node.parameter)} by={Array.isArray(node.by) ? node.by : []} /> : t('policy.capNone');
  return (
    <div>
      <Trans
        i18nKey={alone ? 'policy.capAlone' : 'policy.cap'}
        components={{ others: <Names ids={allowances.filter((one) => one !== id)} /> }}
      />
      {isChoice(cap) ? <ByReading node={cap}>{limit}</ByReading> : limit(cap)}
      {!alone && (
        <div className="hint">
          <Trans i18nKey="policy.capOrder" components={{ all: <Names ids={allowances} /> }} />
        </div>
      )}
    </div>
  );
}

function Names({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  const labels = useLabels();
  return ids.map((id, index) => (
    <Fragment key={id}>
      {index > 0 && t('app.listComma')}
      <ClauseLink kind="allowance" id={id}>
        {labels.allowance(id)}
      </ClauseLink>
    </Fragment>
  ));
}
