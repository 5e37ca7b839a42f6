import type { CaseRecord, DiagnosisEntry, DrugEntry, Evidence } from '../dsl/kernel/case.ts';

/** How many cases each contender decides: enough that a branch predictor cannot learn them by heart. */
export const caseCount = 16_384;

/** Random requests to IP0213, the same for the same seed; all distinct. */
export function randomCases(seed: number, count: number = caseCount): readonly CaseRecord[] {
  const random = mulberry32(seed);
  const seen = new Set<string>();
  while (seen.size < count) seen.add(JSON.stringify(randomCase(random)));
  // Parsed, as a request that arrives is: objects of the shapes that JSON gives.
  return [...seen].map((text): CaseRecord => JSON.parse(text));
}

type Random = () => number;

function randomCase(random: Random): CaseRecord {
  const chance = (share: number) => random() < share;
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(random() * from.length)];
    if (found === undefined) throw new RangeError('There is nothing to pick from.');
    return found;
  };
  const maybe = <K extends string, V>(key: K, share: number, value: () => V) =>
    chance(share) ? { [key]: value() } : {};
  const date = (from: number, to: number) => {
    const two = (value: number) => String(value).padStart(2, '0');
    const year = from + Math.floor(random() * (to - from + 1));
    return `${year}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;
  };
  const grade = (): Evidence => (chance(0.75) ? 'documented' : chance(0.5) ? 'reported' : 'absent');

  const diagnosis = (): DiagnosisEntry => ({
    ...(chance(0.8)
      ? { condition: pick(['rrms', 'rrms', 'rrms', 'spms', 'spms', 'ppms', 'cis']) }
      : { icd10: pick(['G35', 'G35.A', 'G35.C1', 'G35.C2', 'G35.B1', 'G35.D']) }),
    ...maybe('activity', 0.4, () => pick(['active', 'active', 'nonactive', 'unspecified'])),
    ...maybe('evidence', 0.95, grade),
    ...maybe('on', 0.8, () => date(2017, 2024)),
  });
  const drug = (): DrugEntry => ({
    agent: pick(agents),
    ...maybe('outcome', 0.95, () =>
      pick(['failure', 'failure', 'failure', 'intolerance', 'contraindication', 'none', 'none', 'unknown']),
    ),
    ...maybe('evidence', 0.95, grade),
    ...maybe('source', 0.9, () => (chance(0.85) ? 'supplied' : 'sample')),
    ...maybe('from', 0.85, () => date(2018, 2022)),
    ...maybe('to', 0.8, () => date(2022, 2024)),
    ...maybe('current', 0.5, () => chance(0.15)),
  });
  const entry = (share: number) => (): Evidence => (chance(share) ? grade() : 'absent');
  return {
    request: {
      ...maybe('kind', 0.97, () => (chance(0.75) ? 'initial' : 'reauthorization')),
      ...maybe('product', 0.98, () => (chance(0.97) ? pick(['lemtrada', 'Lemtrada']) : 'campath')),
      ...maybe('indication', 0.97, () => (chance(0.97) ? 'multiple-sclerosis' : 'rheumatoid-arthritis')),
      dateOfService: date(2024, 2026),
      ...maybe('regimen', 0.95, () => ({ mgPerDay: chance(0.95) ? 12 : 24, days: chance(0.6) ? 5 : 3 })),
      ...maybe('planDocument', 0.9, () => (chance(0.95) ? 'silent' : pick(['covers', 'excludes']))),
      ...maybe('mandate', 0.9, () => (chance(0.98) ? 'none' : 'requires')),
    },
    ...maybe('patient', 0.98, () =>
      maybe('birthDate', 0.98, () => date(chance(0.9) ? 1950 : 2006, chance(0.9) ? 2004 : 2012)),
    ),
    ...maybe('prescriber', 0.95, () => ({
      ...maybe('specialties', 0.95, () => ({ neurology: chance(0.85) })),
      ...maybe('consultations', 0.7, () => ({ neurology: chance(0.3) })),
    })),
    ...maybe('diagnoses', 0.98, () => Array.from({ length: chance(0.75) ? 1 : 2 }, diagnosis)),
    ...maybe('drugs', 0.95, () => Array.from({ length: Math.floor(random() * 5) }, drug)),
    ...maybe('drugsComplete', 0.9, () => chance(0.85)),
    ...maybe('findings', 0.95, () => ({
      ...maybe('rapidly-advancing-deterioration', 0.8, entry(0.2)),
      ...maybe('disabling-relapse', 0.8, entry(0.2)),
      ...maybe('mri-highly-active', 0.8, () => ({
        evidence: entry(0.2)(),
        ...maybe('on', 0.5, () => date(2020, 2024)),
      })),
      ...maybe('cognitive-impairment', 0.8, entry(0.1)),
      ...maybe('hiv-infection', 0.95, entry(0.02)),
    })),
    ...maybe('judgements', 0.3, () => ({
      'beneficial-response': {
        ...maybe('papers', 0.9, grade),
        ...maybe('verdict', 0.9, () => (chance(0.8) ? 'met' : 'not-met')),
      },
    })),
  };
}

const agents = [
  ...['Aubagio', 'Avonex', 'Bafiertam', 'Betaseron', 'Briumvi', 'Copaxone', 'Gilenya', 'Gilenya', 'Glatopa'],
  ...[
    'Kesimpta',
    'Lemtrada',
    'Lemtrada',
    'Mavenclad',
    'Mayzent',
    'Ocrevus',
    'Ocrevus Zunovo',
    'Plegridy',
    'Rebif',
  ],
  ...[
    'Tecfidera',
    'Tecfidera',
    'Tysabri',
    'Vumerity',
    'Zeposia',
    'fingolimod',
    'dimethyl fumarate',
    'teriflunomide',
  ],
  ...['Ampyra', 'Campath', 'an agent of another list'],
];

/** A small generator of random numbers with a seed. */
function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
