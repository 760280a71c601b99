import { useSpeaker } from '../../../policy/speaker.ts';
import { type Basis, basisOf } from './basis.ts';

/** What a result rests on, in the language of the page. */
export function useBasis(result: Parameters<typeof basisOf>[0]): Basis {
  return basisOf(result, useSpeaker());
}
