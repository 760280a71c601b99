import { timesFraction, wholeNumber } from '../../money/fraction.ts';
import { resolve } from '../grammar/choice.ts';
import { exactOf, product } from '../grammar/exact.ts';
import { BEGUN, type Begun, leftOf, serviceIn, UNIT, type Unit } from '../grammar/service.ts';
import { amount, choosable, oneOf } from '../grammar/slots.ts';
import { amountWord, madeOf } from '../grammar/word.ts';

/**
 * An amount for each year, or month, of a service that was not served (按不足服务年限每年…): `{unserved: years, begun: unserved, amount: …}`.
 * It is rounded half up to the fen once.
 */
export const unserved = amountWord({
  key: 'unserved',
  slots: { unserved: choosable(oneOf(...UNIT)), begun: choosable(oneOf(...BEGUN)), amount: amount() },
  only: 'services',
  compile(node, settings, compile) {
    const part = compile(node.amount);
    const unit = resolve<Unit>(node.unserved, settings);
    const begun = resolve<Begun>(node.begun, settings);
    return product(madeOf([part], { readings: [...unit.readings, ...begun.readings], exceeds: true }), (row, found) => {
      const fen = exactOf(part, row, found);
      return fen && timesFraction(fen, wholeNumber(leftOf(serviceIn(row), unit.value, begun.value)));
    });
  },
});
