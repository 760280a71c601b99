import { answerEntitlement, readEntitlementRequest } from '../../../../contract/teacher/entitlement.ts';
import { askQuestions } from '../../../../contract/teacher/questions.ts';
import { answerMissing, answerWhatIf } from '../../../../contract/teacher/what-if.ts';
import { WORDINGS } from '../../../../text/issues.ts';
import { type Handlers, refuse } from './handler.ts';

/** Orders about the one teacher of a form. */
export const teacherHandlers: Handlers<'entitlement' | 'questions' | 'whatIf' | 'whatIfMissing'> = {
  entitlement: ({ policy: id, language, body }, held) => {
    const policy = held.policy(id);
    const read = readEntitlementRequest(policy, body);
    if (read.value === null) return refuse(read.issues, language);
    const answer = answerEntitlement(policy, read.value.settings, read.value.teacher, WORDINGS[language]);
    return answer.value === null ? refuse(answer.issues, language) : { ok: true, result: answer.value };
  },
  questions: ({ policy, body }, held) => askQuestions(held.policy(policy), body),
  whatIf: ({ policy, language, body, supposition }, held) => {
    const answer = answerWhatIf(held.policy(policy), body, supposition, WORDINGS[language]);
    return answer.value === null ? refuse(answer.issues, language) : { ok: true, result: answer.value };
  },
  whatIfMissing: ({ policy, language, body }, held) => answerMissing(held.policy(policy), body, WORDINGS[language]),
};
