import { answerEntitlement, readEntitlementRequest } from '../../../../contract/teacher/entitlement.ts';
import { optionPrices } from '../../../../contract/teacher/option-prices.ts';
import { askQuestions } from '../../../../contract/teacher/questions.ts';
import { answerMissing, answerWhatIf } from '../../../../contract/teacher/what-if.ts';
import { WORDINGS } from '../../../../text/issues.ts';
import { type Handlers, refuse } from './handler.ts';

/** Orders about the one teacher of a form. */
export const teacherHandlers: Handlers<'entitlement' | 'questions' | 'whatIf' | 'whatIfMissing' | 'optionPrices'> = {
  entitlement: ({ policy: id, language, body }, state) => {
    const policy = state.policy(id);
    const read = readEntitlementRequest(policy, body);
    if (read.value === null) return refuse(read.issues, language);
    const answer = answerEntitlement(policy, read.value.settings, read.value.teacher, WORDINGS[language]);
    return answer.value === null ? refuse(answer.issues, language) : { ok: true, result: answer.value };
  },
  questions: ({ policy, body }, state) => askQuestions(state.policy(policy), body),
  whatIf: ({ policy, language, body, supposition }, state) => {
    const answer = answerWhatIf(state.policy(policy), body, supposition, WORDINGS[language]);
    return answer.value === null ? refuse(answer.issues, language) : { ok: true, result: answer.value };
  },
  optionPrices: ({ policy, language, body }, state) => optionPrices(state.policy(policy), body, WORDINGS[language]),
  whatIfMissing: ({ policy, language, body }, state) => answerMissing(state.policy(policy), body, WORDINGS[language]),
};
