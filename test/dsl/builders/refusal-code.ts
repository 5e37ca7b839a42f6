import { Refused } from '../../../dsl/refusal.ts';

/** The code of the refusal that an act meets; nothing where it is taken. */
export function refusalCode(act: () => unknown): string | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
  return undefined;
}
