import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface BoundaryProps {
  readonly children: ReactNode;
  /** What is shown in the place of what broke down. */
  readonly instead: ReactNode;
}

/** Shows something else where what is inside breaks down, as it does if a part of its program cannot be fetched; without it the window would go blank. */
class Boundary extends Component<BoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.instead : this.props.children;
  }
}

/** Says so where a page breaks down. */
export function PageBoundary({ children }: { readonly children: ReactNode }) {
  return <Boundary instead={<Broken what="pageBroken" />}>{children}</Boundary>;
}

/** Says so where a part of a page breaks down; the rest of the page stays. A browser does not fetch again what it once failed to. */
export function PartBoundary({ children }: { readonly children: ReactNode }) {
  return <Boundary instead={<Broken what="partBroken" />}>{children}</Boundary>;
}

function Broken({ what }: { what: 'pageBroken' | 'partBroken' }) {
  const { t } = useTranslation();
  return (
    <p role="alert" className="notice">
      {t(`app.${what}`)}{' '}
      <Button size="small" onClick={() => location.reload()}>
        {t('app.worker.reload')}
      </Button>
    </p>
  );
}
