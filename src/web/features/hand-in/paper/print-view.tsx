import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import './print.css';

interface PrintViewProps {
  /** The title of the paper, which is also the name of a PDF. */
  readonly title: string;
  /** The footer of every page, besides the page number. */
  readonly foot: string;
  readonly landscape?: boolean;
  /** Options above the paper; not printed. */
  readonly controls?: ReactNode;
  /** `false` while the paper is not ready. */
  readonly ready?: boolean;
  readonly onClose: () => void;
  /** The paper. */
  readonly children: ReactNode;
}

/** Shows a paper in place of the page, just as it will be printed, below a toolbar that is not. */
export function PrintView({ title, foot, landscape = false, controls, ready = true, onClose, children }: PrintViewProps) {
  const { t } = useTranslation();
  const print = useRef<HTMLButtonElement>(null);
  usePageFeet(foot);
  useTitle(title);
  useEffect(() => {
    const top = scrollY;
    const before = document.activeElement;
    document.body.classList.add('on-paper');
    scrollTo(0, 0);
    return () => {
      document.body.classList.remove('on-paper');
      scrollTo(0, top);
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  const waiting = useRef(true);
  useEffect(() => {
    if (ready && waiting.current) print.current?.focus();
    if (ready) waiting.current = false;
  }, [ready]);
  return createPortal(
    <div className="print-view">
      <div className="print-bar" role="toolbar" aria-label={t('print.bar')}>
        <Button onClick={onClose}>{t('print.back')}</Button>
        <Button ref={print} type="primary" disabled={!ready} onClick={() => window.print()}>
          {t('print.print')}
        </Button>
        {controls}
        <span className="hint">{t('print.barHint')}</span>
      </div>
      <main className={landscape ? 'sheet landscape' : 'sheet'} aria-busy={!ready}>
        {children}
      </main>
    </div>,
    document.body,
  );
}

/** The browser draws the footer of every page from this text. */
function usePageFeet(foot: string): void {
  const { t } = useTranslation();
  const [before, between, after] = t('print.pageOf', { page: '\n', pages: '\n' }).split('\n');
  useEffect(() => {
    const { style } = document.documentElement;
    const words = { '--foot': foot, '--page-before': before, '--page-between': between, '--page-after': after };
    for (const [name, text] of Object.entries(words)) style.setProperty(name, cssString(text ?? ''));
    return () => {
      for (const name of Object.keys(words)) style.removeProperty(name);
    };
  }, [foot, before, between, after]);
}

function cssString(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ')}"`;
}

function useTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}
