import type { Slot } from '../../words/grammar/slots.ts';
import type { Stand } from '../../words/stands.ts';
import type { PolicyDocument } from '../document/schema.ts';
import { visitPolicy } from '../document/stands.ts';
import { type Check, type CheckContext, own } from './check.ts';

/** Every choice by a reading names a reading, and gives a value to each of its options and to no other. */
export const checkChoices: Check = (context) => {
  visitPolicy(context.document, { choice: (choice) => checkChoice(context, choice) });
};

function checkChoice({ document, report }: CheckContext, { of, node, path }: Stand<'choice'>): void {
  const { reading: id, ...values } = node;
  const reading = own(document.readings, id);
  if (!reading) {
    report([...path, 'reading'], 'no-reading', { reading: id, allowed: Object.keys(document.readings) });
    return;
  }
  const given = Object.keys(values);
  const options = Object.keys(reading.options);
  const names = namesIn(of, document);
  for (const option of given)
    if (!options.includes(option)) report([...path, option], 'no-option', { option, reading: id, allowed: options });
  for (const option of options) {
    if (given.length > 0 && !given.includes(option)) report(path, 'option-without-value', { option, reading: id });
    if (given.length === 0 && !names.includes(option)) report(path, 'bare-choice', { option, reading: id });
  }
}

/** The values of a slot that an option's own id may be (`{reading: id}` alone); none where an id is no value. */
function namesIn(slot: Slot, document: PolicyDocument): readonly string[] {
  switch (slot.kind) {
    case 'optional':
    case 'refined':
    case 'choosable':
      return namesIn(slot.of, document);
    case 'orValue':
      return namesIn(slot.of, document);
    case 'orName':
      return [slot.name, ...namesIn(slot.of, document)];
    case 'oneOf':
      return slot.names;
    case 'named':
      return Object.keys(document[slot.section]);
    case 'condition':
      return ['always'];
    default:
      return [];
  }
}
