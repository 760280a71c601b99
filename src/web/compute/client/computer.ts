import { BUNDLED, FACTS } from './bundled-policies.ts';
import { type Computer, startComputer } from './start-computer.ts';

/** The one worker of the page. */
export const computer: Computer = startComputer({ facts: FACTS, policies: BUNDLED });
