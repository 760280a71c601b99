import { useMemo } from 'react';
import { CatalogueProvider, catalogueOf, useCatalogue } from '../../policy/catalogue.ts';
import { ClauseLink } from '../../policy/clause-link.tsx';
import { useLabels } from '../../policy/labels.ts';
import { usePolicies } from '../../policy/policies.ts';

interface AllowanceLinkProps {
  readonly id: string;
  /** The key of the policy known then, which may have allowances that the present one lacks. */
  readonly knownPolicy: string;
}

/** An item, as a link to its clause in the present policy or, failing that, in the one known then. */
export function AllowanceLink({ id, knownPolicy }: AllowanceLinkProps) {
  const { policy } = useCatalogue();
  const known = usePolicies().find(({ key }) => key === knownPolicy);
  const other = known && !(id in policy.document.allowances) ? known : null;
  const catalogue = useMemo(() => other && catalogueOf(other), [other]);
  return catalogue ? (
    <CatalogueProvider value={catalogue}>
      <Titled id={id} />
    </CatalogueProvider>
  ) : (
    <Titled id={id} />
  );
}

function Titled({ id }: { id: string }) {
  const labels = useLabels();
  return (
    <ClauseLink kind="allowance" id={id}>
      {labels.allowance(id)}
    </ClauseLink>
  );
}
