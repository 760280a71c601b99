import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface BoundaryProps {
  readonly children: ReactNode;
  /** Shown in place of what failed. */
  readonly instead: ReactNode;
}

/** Shows a fallback when its contents fail, for example because their program cannot be fetched; without it the window would go blank. */
class Boundary extends Component<BoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.instead : this.props.children;
  }
}

/** Reports that a page has failed. */
export function PageBoundary({ children }: { readonly children: ReactNode }) {
  return <Boundary instead={<Broken what="pageBroken" />}>{children}</Boundary>;
}

/** Reports that a part of a page has failed; the rest of the page stays. A browser does not retry a module that once failed to load. */
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
