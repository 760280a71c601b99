import { timesFraction } from '../../money/fraction.ts';
import { resolve } from '../grammar/choice.ts';
import { exactOf, product } from '../grammar/exact.ts';
import { BEGUN, type Begun, leftOf, serviceIn, UNIT, type Unit, wholeOf } from '../grammar/service.ts';
import { amount, choosable, oneOf } from '../grammar/slots.ts';
import { amountWord, madeOf } from '../grammar/word.ts';

/**
 * The part of an amount that stands for the part of a service that was not served, or was (按服务年限比例): `{part: unserved, unit: months, begun: served,
 * of: …}`. It is rounded half up to the fen once.
 */
export const part = amountWord({
  key: 'part',
  slots: {
    part: choosable(oneOf('unserved', 'served')),
    unit: choosable(oneOf(...UNIT)),
    begun: choosable(oneOf(...BEGUN)),
    of: amount(),
  },
  only: 'services',
  compile(node, settings, compile) {
    const base = compile(node.of);
    const which = resolve<'unserved' | 'served'>(node.part, settings);
    const unit = resolve<Unit>(node.unit, settings);
    const begun = resolve<Begun>(node.begun, settings);
    const readings = [...which.readings, ...unit.readings, ...begun.readings];
    return product(madeOf([base], { readings }), (row, found) => {
      const fen = exactOf(base, row, found);
      const service = serviceIn(row);
      const whole = wholeOf(service, unit.value);
      const left = leftOf(service, unit.value, begun.value);
      const counted = which.value === 'unserved' ? left : whole - left;
      return fen && timesFraction(fen, { numerator: BigInt(counted), denominator: BigInt(whole) });
    });
  },
});
