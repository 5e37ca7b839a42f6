/**
 * The seed of the property tests, printed by each. It is the same in every run, so that a failure is the change's and
 * not the day's; TRIPLICATE_SEED sets another, as to look further.
 */
export const propertySeed = Number(process.env['TRIPLICATE_SEED'] ?? 20_240_301);
