import { Alert, Button } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntitlementResult } from '../../../contract/teacher/entitlement.ts';
import type { Supposition } from '../../../contract/teacher/what-if.ts';
import type { TeacherRecord } from '../../../facts/teacher-schema.ts';
import { EXAMPLE } from '../../../text/page/example.ts';
import { useComputed } from '../../compute/client/use-computed.ts';
import type { LoadedRoster } from '../../features/roster/loaded-roster.ts';
import { ChoicesPanel } from '../../features/settings/choices-panel.tsx';
import { DepartureNotice, LeftNames, LeftNotice } from '../../features/settings/departure-notice.tsx';
import { ScalesFold } from '../../features/settings/scales-fold.tsx';
import { type Departure, departFrom } from '../../features/settings/settings.ts';
import { TakenStep } from '../../features/settings/taken-step.tsx';
import { fitting, useSettings } from '../../features/settings/use-settings.ts';
import { useStep } from '../../features/settings/use-step.ts';
import { useLanguage } from '../../platform/i18n/language.ts';
import { faultsByPointer } from '../../platform/pointer.ts';
import { useRemembered } from '../../platform/storage/keep.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { formKey, useKept } from '../../policy/use-kept.ts';
import './check.css';
import { factsOfRecord } from '../../features/person/from-record.ts';
import { Result } from '../../features/person/result.tsx';
import {
  type CheckState,
  EMPTY_FORM,
  exampleState,
  filledWith,
  isUntouched,
  isWork,
  type RosterPerson,
  requestOf,
  withoutExampleYear,
} from '../../features/person/state.ts';
import { InForceNotice } from '../../policy/in-force-notice.tsx';
import { lazily } from '../../ui/lazily.tsx';
import { FaultSummary } from './fault-summary.tsx';
import { FindPerson } from './find-person.tsx';
import { takeSupposition } from './take-supposition.ts';
import { TeacherForm } from './teacher-form.tsx';
import { ToResult } from './to-result.tsx';
import { useGoTo } from './use-go-to.ts';
import { type Hand, useQuestions } from './use-questions.ts';

const PersonPrint = lazily(async () => (await import('../../features/hand-in/paper/person-print.tsx')).PersonPrint);

/** The page that computes and explains what one teacher is entitled to. */
export function Page() {
  const { t } = useTranslation();
  const catalogue = useCatalogue();
  const language = useLanguage();
  const [typed, setState] = useKept('check', () => EMPTY_FORM, { isWork });
  const { fitted: departure, left } = fitting(typed.departure, catalogue);
  const state = { ...typed, departure };
  const shared = useSettings();
  const own = departFrom(shared.settings, state.departure);
  const body = requestOf(state, shared.settings, catalogue);
  const depart = (departure: Departure) => setState({ ...state, departure });
  const { answer, busy, failed } = useComputed('entitlement', { policy: catalogue.policy.key, language, body });
  const issues = answer && !answer.ok ? answer.issues : [];
  // A blank field is asked for, not reported as a fault.
  const wrong = issues.filter(({ code }) => code !== 'required');
  const faults = faultsByPointer(wrong);
  const [hand, setHand] = useState<Hand>({ edited: null, filled: 0 });
  const questions = useQuestions(state, body, hand, faults);
  const step = useStep<CheckState, 'clear' | 'fill'>(typed, (next) => {
    setHand(({ filled }) => ({ edited: null, filled: filled + 1 }));
    setState(next);
  });
  const fill = (next: CheckState) => step.take('fill', next);
  const goTo = useGoTo(() => setState((before) => ({ ...before, all: true })));
  const goToFact = (fact: string) => goTo(`/teacher/${fact}`);
  const answerFact = (fact: string, value: string | boolean | undefined) => {
    setHand({ ...hand, edited: fact });
    setState({ ...state, facts: { ...state.facts, [fact]: value } });
  };
  const openPerson = (person: RosterPerson, record: TeacherRecord) =>
    fill(filledWith({ ...withoutExampleYear(state), ...factsOfRecord(record, catalogue), person }));
  const take = (supposition: Supposition) => {
    setState(takeSupposition(state, supposition));
    setHand({ ...hand, edited: supposition.fact });
  };
  const choose = (reading: string, option: string) => depart({ ...departure, readings: { ...departure.readings, [reading]: option } });
  const roster = useRemembered<{ roster: LoadedRoster | null }>(formKey(catalogue.policy.key, 'budget'))?.roster ?? null;
  const hasExample = catalogue.policy.document.id === EXAMPLE.policy;
  return (
    <>
      <div className="page-head">
        <h1>{t('check.title')}</h1>
        {hasExample && (
          <Button type="primary" onClick={() => fill(exampleState(state))}>
            {t('check.example')}
          </Button>
        )}
        <Button onClick={() => step.take('clear', EMPTY_FORM)}>{t('check.clear')}</Button>
        {answer?.ok && (
          <Suspense>
            <PersonPrint
              person={{ result: answer.result, record: body.teacher as TeacherRecord, madeUp: isOfSample(state.person, roster), departure }}
              paths={['/check']}
              disabled={busy}
            />
          </Suspense>
        )}
        <p>{t('check.lead')}</p>
      </div>
      {step.last && isReplaced(step.last.before) && <TakenStep step={step} />}
      <div className="check">
        <section className="panel" aria-labelledby="check-form">
          <h2 id="check-form">{t('check.form')}</h2>
          <FindPerson person={state.person} body={body} onOpen={openPerson} />
          <TeacherForm state={state} year={own.year} onChange={setState} onAnswer={answerFact} faults={faults} questions={questions} />
          <LeftNotice />
          <LeftNames names={left} onNoted={() => setState(state)} />
          <DepartureNotice shared={shared} departure={departure} onChange={depart} faulty={wrong.length > 0} />
          <div className="folds">
            <ChoicesPanel choices={state.departure} onChange={depart} baseline={shared.settings} faults={faults} form="field" canReturn />
          </div>
          <ScalesFold
            className="fold"
            form="field"
            year={own.year}
            scales={own.scales}
            issues={wrong}
            onChange={(scales) => depart({ ...state.departure, scales })}
          />
        </section>
        <section className="panel" aria-labelledby="check-result">
          <h2 id="check-result" tabIndex={-1}>
            {t('check.result')}
          </h2>
          {failed && <Alert type="error" showIcon title={t('app.crashed')} />}
          {issues.length > 0 && <FaultSummary issues={issues} untouched={isUntouched(state)} hasExample={hasExample} onGo={goTo} />}
          {answer?.ok && <ToResult result={answer.result} />}
          {answer?.ok && (
            <InForceNotice
              outside={outsideOf(answer.result)}
              asIf={answer.result.asIfInForce ?? false}
              onChange={(asIfInForce) => depart({ ...state.departure, asIfInForce })}
            />
          )}
          {answer?.ok && <Result result={answer.result} said={state} form={{ body, onGo: goToFact, onTake: take, onChoose: choose }} />}
        </section>
      </div>
    </>
  );
}

/** Whether a form contained anything worth bringing back. */
function isReplaced(before: CheckState): boolean {
  return isWork(before) || before.person !== null || !isUntouched(before);
}

/** The months in which the document is not in force, with what the person would be due. */
function outsideOf({ notInForce }: EntitlementResult) {
  return notInForce
    ? [{ year: null, months: notInForce.months, wouldBe: notInForce.wouldBe.personalTotal, complete: notInForce.wouldBe.complete }]
    : [];
}

/** Whether the form was filled in from the sample roster, whose people are fictitious. */
function isOfSample(person: RosterPerson | null, roster: LoadedRoster | null): boolean {
  return person?.madeUp ?? (person !== null && roster !== null && roster.roster === person.roster && roster.name === null);
}
