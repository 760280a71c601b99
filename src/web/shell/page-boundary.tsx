import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Says so where a page breaks down, as it does if a part of its program cannot be fetched; without it the window would go blank. */
export class PageBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useTranslation();
  return (
    <p role="alert" className="notice">
      {t('app.pageBroken')}{' '}
      <Button size="small" onClick={() => location.reload()}>
        {t('app.worker.reload')}
      </Button>
    </p>
  );
}
