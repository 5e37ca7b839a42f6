/** The seed of the property tests of one run: printed by each, and set by TRIPLICATE_SEED to run one again. */
export const propertySeed = Number(process.env['TRIPLICATE_SEED'] ?? Date.now() % 2 ** 31);
