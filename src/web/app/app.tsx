import { Button, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PAGES, pageAt } from '../../contract/wire/pages.ts';
import { beganOtherwise, chooseLanguage, useLanguage } from '../platform/i18n/language.ts';
import { Link, usePath, useQuery } from '../platform/route.tsx';
import { CatalogueProvider, catalogueOf } from '../policy/catalogue.ts';
import { type PagePolicy, usePolicies } from '../policy/policies.ts';
import { PolicyChoice } from '../policy/policy-choice.tsx';
import { PageBoundary } from '../ui/page-boundary.tsx';
import { LocalData } from './local-data.tsx';
import { NewerNotice } from './newer-notice.tsx';
import { OtherWindowNotice } from './other-window-notice.tsx';
import { loadPage } from './pages.ts';
import { THEME } from './theme.ts';
import { WorkerNotice } from './worker-notice.tsx';

const DRAWN = PAGES.map((page) => ({ ...page, Page: lazy(async () => ({ default: await loadPage(page.name) })) }));

/** The frame of all pages: name, navigation, language. */
export function App() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [unspoken, setUnspoken] = useState(beganOtherwise);
  const policy = useChosenPolicy();
  const catalogue = useMemo(() => catalogueOf(policy), [policy]);
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enUS} theme={THEME} button={{ autoInsertSpace: false }}>
      <CatalogueProvider value={catalogue}>
        <a className="skip" href="#content">
          {t('app.skip')}
        </a>
        <header className="frame-header">
          <span className="brand">{t('app.brand')}</span>
          <nav aria-label={t('app.pages')}>
            {PAGES.map(({ path: to, name }) => (
              <Link key={name} to={to}>
                {t(`app.${name}`)}
              </Link>
            ))}
          </nav>
          <PolicyChoice />
          <a href="/docs">{t('app.apiDocs')}</a>
          <LocalData />
          <OtherLanguage onFail={setUnspoken} />
        </header>
        <main id="content" tabIndex={-1}>
          <div role="status">{unspoken && <p className="notice">{t('app.otherLanguageFailed')}</p>}</div>
          <NewerNotice />
          <OtherWindowNotice />
          <WorkerNotice />
          <PolicyGone shown={policy.key} />
          <Pages key={policy.key + policy.version} />
        </main>
        <footer className="frame-footer">{t('app.localOnly')}</footer>
      </CatalogueProvider>
    </ConfigProvider>
  );
}

function OtherLanguage({ onFail }: { onFail: (failed: boolean) => void }) {
  const { t } = useTranslation();
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  const choose = () =>
    chooseLanguage(other).then(
      () => onFail(false),
      () => onFail(true),
    );
  return (
    <Button size="small" lang={other === 'en' ? 'en' : 'zh-CN'} onClick={() => void choose()}>
      {t('app.otherLanguage')}
    </Button>
  );
}

/** Reports that the address names a policy that is not here. */
function PolicyGone({ shown }: { shown: string }) {
  const { t } = useTranslation();
  const asked = useQuery('policy');
  return asked === null || asked === shown ? null : (
    <p role="status" className="notice">
      {t('app.policyGone', { key: asked })}
    </p>
  );
}

/** The policy of the address; the first one if it names none that is here. */
function useChosenPolicy(): PagePolicy {
  const asked = useQuery('policy');
  const policies = usePolicies();
  const policy = policies.find(({ key }) => key === asked) ?? policies[0];
  if (!policy) throw new Error('the build has no policy');
  return policy;
}

/** The pages about one policy. A page that was opened keeps its state while another is shown. */
function Pages() {
  const { t } = useTranslation();
  const path = usePath();
  const current = pageAt(path);
  const [opened, setOpened] = useState<readonly string[]>([]);
  if (current && !opened.includes(current.name)) setOpened([...opened, current.name]);

  const heading = current ? t(`${current.name}.title`) : t('app.notFound');
  useEffect(() => {
    document.title = t('app.documentTitle', { page: heading });
  }, [t, heading]);
  return (
    <>
      {!current && (
        <>
          <h1>{heading}</h1>
          <p>{t('app.notFoundHint')}</p>
        </>
      )}
      <Suspense fallback={<p role="status">{t('app.opening')}</p>}>
        {DRAWN.filter(({ name }) => opened.includes(name)).map(({ name, Page }) => (
          <div key={name} hidden={name !== current?.name}>
            <PageBoundary>
              <Page />
            </PageBoundary>
          </div>
        ))}
      </Suspense>
    </>
  );
}
