import { error } from '../../errors.ts';
import type { Check } from '../check.ts';

/** No two policies have one number and one effective date: it would be unknown which is in force. */
export const oneVersion: Check = {
  name: 'one-version',
  rule: (compiled, { policies, placeOf }) =>
    policies
      .slice(0, policies.indexOf(compiled))
      .filter(
        ({ kernel }) =>
          kernel.number === compiled.kernel.number && kernel.effective === compiled.kernel.effective,
      )
      .slice(0, 1)
      .map(({ source }) =>
        error(
          'TRI409',
          placeOf(),
          `${source} is policy ${compiled.kernel.number} of ${compiled.kernel.effective}, too.`,
          'Give each version of a policy its own effective date, and each policy its own number.',
        ),
      ),
};
