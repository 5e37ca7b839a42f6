import { describe, expect, it } from 'vitest';
import { evaluator } from '../../../../compiler/emit/evaluator/evaluator.ts';
import { loadEvaluator } from '../../../../compiler/load-evaluator.ts';
import type { CaseRecord, DiagnosisEntry, DrugEntry } from '../../../../dsl/kernel/case.ts';
import { meaningOf } from '../../../../dsl/kernel/meaning.ts';
import { compiledIp0213 } from '../../../support/compiled-ip0213.ts';

/** Hard corners of the reading, each worked out from its text. */

const { determine } = await loadEvaluator(evaluator(compiledIp0213));

const findings: NonNullable<CaseRecord['findings']> = {
  'rapidly-advancing-deterioration': 'absent',
  'disabling-relapse': 'absent',
  'mri-highly-active': 'documented',
  'cognitive-impairment': 'absent',
  'hiv-infection': 'absent',
};

/** A case in which all of IP0213 is met: relapsing-remitting disease, highly active by MRI, no drug before. */
const met: CaseRecord = {
  request: {
    kind: 'initial',
    product: 'lemtrada',
    indication: 'multiple-sclerosis',
    dateOfService: '2024-06-03',
    regimen: { mgPerDay: 12, days: 5 },
    planDocument: 'silent',
    mandate: 'none',
  },
  patient: { birthDate: '1985-04-12' },
  prescriber: { specialties: { neurology: true }, consultations: { neurology: false } },
  diagnoses: [{ condition: 'rrms', evidence: 'documented', on: '2021-03-15' }],
  drugs: [],
  drugsComplete: true,
  findings,
  judgements: { 'beneficial-response': { papers: 'documented', verdict: 'met' } },
};

const noFindings = { ...findings, 'mri-highly-active': 'absent' } as const;
const failed = (agent: string, more: Partial<DrugEntry> = {}): DrugEntry => ({
  agent,
  outcome: 'failure',
  evidence: 'documented',
  source: 'supplied',
  from: '2020-01-10',
  to: '2021-01-10',
  ...more,
});
const lemtrada = (to: string, more: Partial<DrugEntry> = {}): DrugEntry =>
  failed('Lemtrada', { outcome: 'none', from: to, to, ...more });
const withDrugs = (drugs: readonly DrugEntry[], more: Partial<CaseRecord> = {}): CaseRecord => ({
  ...met,
  findings: noFindings,
  drugs,
  ...more,
});
const withDiagnoses = (...diagnoses: readonly DiagnosisEntry[]): CaseRecord => ({ ...met, diagnoses });
const asked = (request: Partial<CaseRecord['request']>): CaseRecord => ({
  ...met,
  request: { ...met.request, ...request },
});

/** A status by clause id, which the reference interpreter has to tell alike. */
function status(record: CaseRecord, id: string): string | undefined {
  const clause = determine(record).clauses.find((each) => each.id === id);
  const meaning = meaningOf(compiledIp0213.kernel, record).clauses.get(id);
  expect([clause?.status, clause?.needsReview]).toEqual([meaning?.truth, meaning?.review]);
  return clause?.needsReview === true ? `${clause.status}, for review` : clause?.status;
}

const facts = (record: CaseRecord) =>
  determine(record).missing.map(({ clause, fact }) => `${clause} ${fact}`);
const warnings = (record: CaseRecord) =>
  determine(record).warnings.map(({ code, text }) => `${code} ${text}`);

describe('an approval', () => {
  it('names what was met, the months, the regimen, its units and code', () => {
    const { outcome, layer, reasons, approval, missing, assumptions, policy } = determine(met);
    expect({ outcome, layer, missing, assumptions }).toEqual({
      outcome: 'approved',
      layer: 'policy',
      missing: [],
      assumptions: [],
    });
    expect(reasons.map(({ clause, number }) => [clause, number])).toEqual([
      ['age', 'A'],
      ['diagnosis.rrms', 'B.b'],
      ['course.aggressive.mri', 'C.iii.c'],
      ['prescriber', 'D'],
      ['dosing.first', 'Dosing.A'],
    ]);
    expect(approval).toEqual({
      months: 12,
      regimen: { clause: 'dosing.first', mgPerDay: 12, days: 5, totalMg: 60 },
      units: 60,
      code: 'J0202',
    });
    expect(policy).toEqual({ number: 'IP0213', effective: '2024-03-01', digest: compiledIp0213.digest });
  });

  it('notes what was taken to be silent', () => {
    const { kind, product, indication, dateOfService, regimen } = met.request;
    const request = Object.assign(
      { dateOfService },
      kind && { kind },
      product && { product },
      indication && { indication },
      regimen && { regimen },
    );
    expect(determine({ ...met, request }).assumptions.map(({ code }) => code)).toEqual([
      'plan-document-silent',
      'no-mandate',
    ]);
  });

  it('tells the first day of an additional course that comes too soon (C-58)', () => {
    const record = { ...withDrugs([lemtrada('2023-06-04')]), findings: findings };
    const { outcome, approval } = determine({
      ...record,
      request: { ...met.request, regimen: { mgPerDay: 12, days: 3 } },
    });
    expect(outcome).toBe('modified');
    expect(approval).toMatchObject({ units: 36, notBefore: '2024-06-04' });
  });

  it("counts that day to the month's last where the month lacks it (C-39)", () => {
    const record = { ...withDrugs([lemtrada('2024-02-29')]), findings: findings };
    const request = { ...met.request, dateOfService: '2024-06-03', regimen: { mgPerDay: 12, days: 3 } };
    expect(determine({ ...record, request }).approval?.notBefore).toBe('2025-02-28');
  });

  it('names no regimen where a mandate requires what is not recommended', () => {
    const { layer, approval } = determine(asked({ mandate: 'requires', regimen: { mgPerDay: 24, days: 5 } }));
    expect({ layer, approval }).toEqual({ layer: 'mandate', approval: { months: 12 } });
  });
});

describe('a denial', () => {
  it('names the innermost clauses that fail, and exclusions that apply', () => {
    const record = {
      ...withDrugs([failed('Tecfidera')]),
      findings: { ...noFindings, 'hiv-infection': 'reported' as const },
    };
    expect(determine(record).reasons.map(({ clause }) => clause)).toEqual([
      'course.stepTherapy.other',
      'course.highEfficacy',
      'course.aggressive.decline',
      'course.aggressive.disablingRelapse',
      'course.aggressive.mri',
      'course.aggressive.cognition',
      'course.continuing',
      'exclusions.hivInfection',
    ]);
  });
});

describe('the layers above the policy', () => {
  it('come in the order of C-33, each with its own reason', () => {
    const layerOf = (request: Partial<CaseRecord['request']>) => {
      const { outcome, layer, reasons } = determine(asked(request));
      expect(reasons).toHaveLength(1);
      return [outcome, layer];
    };
    expect(layerOf({ product: 'Campath', mandate: 'requires' })).toEqual(['notApplicable', 'scope']);
    expect(layerOf({ dateOfService: '2024-02-29', mandate: 'requires' })).toEqual(['notApplicable', 'scope']);
    expect(layerOf({ mandate: 'requires', planDocument: 'excludes' })).toEqual(['approved', 'mandate']);
    expect(layerOf({ planDocument: 'excludes' })).toEqual(['denied', 'plan']);
    expect(layerOf({ indication: 'Rheumatoid Arthritis', planDocument: 'covers' })).toEqual([
      'approved',
      'plan',
    ]);
  });

  it('leave a pended request pended where the plan covers it (C-34)', () => {
    expect(determine({ ...asked({ planDocument: 'covers' }), patient: {} }).outcome).toBe('pended');
  });

  it('ask for the product before anything else', () => {
    const { product: _, ...request } = met.request;
    expect(facts({ request })).toEqual(['request.product request.product']);
  });
});

describe('dates', () => {
  it.each([
    ['2007-06-03', 'met'],
    ['2007-06-04', 'not-met'],
    ['2024-06-04', 'unknown'],
  ])('born on %s: age is %s', (birthDate, expected) =>
    expect(status({ ...met, patient: { birthDate } }, 'age')).toBe(expected),
  );

  it.each([
    // Service on 28 February: a month's last day ends intervals from the 29th, 30th and 31st as well (C-39).
    ['2024-02-29', '2025-02-28', 'met'],
    ['2024-03-01', '2025-02-28', 'not-met'],
    ['2024-02-28', '2025-02-28', 'met'],
    ['2024-02-29', '2025-02-27', 'not-met'],
    ['2023-02-28', '2024-02-28', 'met'],
    ['2023-03-01', '2024-03-31', 'met'],
  ])('last dose on %s, service on %s: the interval is %s', (to, dateOfService, expected) => {
    const record = { ...withDrugs([lemtrada(to)]), request: { ...met.request, dateOfService } };
    expect(status(record, 'reauthorization.interval')).toBe(expected);
  });

  it.each([
    ['2022-06-03', 'met'],
    ['2022-06-02', 'not-met'],
  ])('currently receiving, last day %s: %s (C-48)', (to, expected) =>
    expect(status(withDrugs([lemtrada(to)]), 'course.continuing')).toBe(expected),
  );

  it('an end before the beginning leaves both unknown, and is reported', () => {
    const record = withDrugs([lemtrada('2023-01-13', { from: '2023-02-01' })]);
    expect(status(record, 'reauthorization.interval')).toBe('unknown');
    expect(warnings(record)).toEqual([
      'contradiction drugs[0]: Lemtrada ends before it begins; both dates are set aside.',
    ]);
  });
});

describe('step therapy', () => {
  const other = 'course.stepTherapy.other';
  it.each<[string, DrugEntry[], string]>([
    [
      'one ingredient under two brands counts once (B-8)',
      [failed('Gilenya'), failed('Tascenso ODT')],
      'not-met',
    ],
    [
      'Betaseron and Extavia count beside fingolimod',
      [failed('Gilenya'), failed('Betaseron'), failed('Extavia')],
      'met',
    ],
    [
      'Vumerity beside dimethyl fumarate is for a reviewer (C-40)',
      [failed('Tecfidera'), failed('Vumerity')],
      'unknown, for review',
    ],
    [
      'Vumerity beside both named drugs is no matter',
      [failed('Tecfidera'), failed('fingolimod'), failed('Vumerity')],
      'met',
    ],
    ['Lemtrada is not its own other (B-29)', [failed('Tecfidera'), failed('Lemtrada')], 'not-met'],
    [
      'a name in capitals and with a mark is the same name',
      [failed(' TECFIDERA\u00ae '), failed('GILENYA\u2122')],
      'met',
    ],
    [
      'an unknown name twice is one agent, and for a reviewer (C-41)',
      [failed('Gilenya'), failed('Xyz'), failed('XYZ')],
      'unknown, for review',
    ],
    [
      'a failure on a sample does not count (B-9)',
      [failed('Gilenya'), failed('Aubagio', { source: 'sample' })],
      'not-met',
    ],
    [
      'a contraindication needs no trial (B-10)',
      [failed('Gilenya'), { agent: 'Aubagio', outcome: 'contraindication', evidence: 'documented' }],
      'met',
    ],
    [
      'what is known not to be so is no reason',
      [failed('Gilenya'), failed('Aubagio', { evidence: 'absent' })],
      'not-met',
    ],
  ])('%s', (_title, drugs, expected) => expect(status(withDrugs(drugs), other)).toBe(expected));

  it('is open while it is open which of two named drugs will count, one of which is alike', () => {
    // Dimethyl fumarate may turn out to be the one, and then Bafiertam is for a reviewer; nothing decided may change.
    const record = withDrugs([
      failed('Tecfidera', { evidence: 'reported' }),
      failed('fingolimod', { evidence: 'reported' }),
      failed('Bafiertam'),
    ]);
    expect(status(record, other)).toBe('unknown, for review');
    const settled = withDrugs([
      failed('Tecfidera'),
      failed('fingolimod', { evidence: 'absent' }),
      failed('Bafiertam'),
    ]);
    expect(status(settled, other)).toBe('unknown, for review');
  });

  it('asks for each paper and source by its entry', () => {
    const record = withDrugs([
      failed('Gilenya', { evidence: 'reported' }),
      { agent: 'Aubagio', outcome: 'failure', evidence: 'documented', to: '2021-01-10' },
      failed('Copaxone', { outcome: 'unknown' }),
    ]);
    expect(facts(record)).toEqual([
      'course.stepTherapy.first drugs[0].evidence',
      'course.stepTherapy.other drugs[1].source',
      'course.stepTherapy.other drugs[2].outcome',
    ]);
  });

  it('warns of a limb that a contraindication alone carries, and not where a failure carries it too (B-11)', () => {
    const contraindicated: DrugEntry = {
      agent: 'Aubagio',
      outcome: 'contraindication',
      evidence: 'documented',
    };
    expect(warnings(withDrugs([failed('Tecfidera'), contraindicated])).join()).toMatch(/^weak-limb C\.i\.b/);
    expect(warnings(withDrugs([failed('Tecfidera'), failed('Copaxone'), contraindicated]))).toEqual([]);
    expect(
      warnings(withDrugs([failed('Tecfidera'), failed('fingolimod', { outcome: 'contraindication' })])),
    ).toEqual([]);
  });
});

describe('the drug history', () => {
  it('an ingredient alone stands for the product of the set, another product of it does not (B-14, B-23)', () => {
    expect(status(withDrugs([failed('ocrelizumab')]), 'course.highEfficacy')).toBe('met');
    expect(status(withDrugs([failed('Ocrevus Zunovo')]), 'course.highEfficacy')).toBe('unknown, for review');
    expect(status(withDrugs([failed('Campath')]), 'dosing.first')).toBe('met');
    expect(status(withDrugs([failed('alemtuzumab')]), 'dosing.first')).toBe('not-met');
  });

  it('a contraindication without dates or source is no treatment, one with a source is (C-37)', () => {
    const contraindicated: DrugEntry = {
      agent: 'Tysabri',
      outcome: 'contraindication',
      evidence: 'documented',
    };
    expect(status(withDrugs([contraindicated]), 'course.highEfficacy')).toBe('not-met');
    expect(status(withDrugs([{ ...contraindicated, source: 'supplied' }]), 'course.highEfficacy')).toBe(
      'met',
    );
    // Where nothing but the name is on file, it may be no more than a contraindication.
    expect(status(withDrugs([{ agent: 'Lemtrada', evidence: 'documented' }]), 'dosing.first')).toBe(
      'unknown',
    );
  });

  it('another agent begun after the last course ends it, unless a later course may be missing from the list', () => {
    const drugs = [lemtrada('2022-08-05'), failed('Aubagio', { from: '2023-01-10', to: '2023-03-01' })];
    expect(status(withDrugs(drugs), 'course.continuing')).toBe('not-met');
    expect(status(withDrugs(drugs, { drugsComplete: false }), 'course.continuing')).toBe('unknown');
  });

  it('is concurrent on its last day, and not where it ended before whatever the flag says (C-51, C-56)', () => {
    const id = 'exclusions.concurrentUse';
    expect(status(withDrugs([failed('Copaxone', { to: '2024-06-03' })]), id)).toBe('met');
    const planned = withDrugs([failed('Copaxone', { to: '2024-06-02', current: true })]);
    expect(status(planned, id)).toBe('not-met');
    expect(warnings(planned)[0]).toMatch(/^planned-stop drugs\[0\]: Copaxone/);
    expect(status(withDrugs([failed('dalfampridine', { to: '2024-06-03' })]), id)).toBe('not-met');
  });

  it('what began after the date of service does not count (C-55)', () => {
    const record = withDrugs([lemtrada('2024-06-04')]);
    expect(status(record, 'dosing.first')).toBe('met');
    expect(warnings(record)).toEqual([
      'dated-after-service drugs[0]: Lemtrada was begun after the date of service and does not count.',
    ]);
  });

  it('a sample course counts for the interval and as a course, never as receiving (C-47)', () => {
    const record = withDrugs([lemtrada('2023-01-13'), lemtrada('2023-08-09', { source: 'sample' })]);
    expect(status(record, 'reauthorization.interval')).toBe('not-met');
    expect(status(withDrugs([lemtrada('2023-08-09', { source: 'sample' })]), 'course.continuing')).toBe(
      'not-met',
    );
    expect(status(withDrugs([lemtrada('2023-08-09', { source: 'sample' })]), 'dosing.first')).toBe('not-met');
  });

  it('asks for the day of the last dose where it alone is open', () => {
    const request = { ...met.request, kind: 'reauthorization', regimen: { mgPerDay: 12, days: 3 } } as const;
    const { to: _, ...course } = lemtrada('2023-01-09');
    const record = { ...withDrugs([course]), findings: findings, request };
    expect(facts(record)).toEqual(['dosing.additional drugs[0].to', 'reauthorization.interval drugs[0].to']);
    expect(determine(record).missing[0]?.settle).toBe(
      'The day of the last dose of Lemtrada, begun on 2023-01-09',
    );
  });
});

describe('the course of the disease', () => {
  const documented = (
    condition: string,
    on?: string,
    more: Partial<DiagnosisEntry> = {},
  ): DiagnosisEntry => ({
    condition,
    evidence: 'documented',
    ...(on === undefined ? {} : { on }),
    ...more,
  });
  const read = (record: CaseRecord) =>
    [
      'diagnosis.activeSpms',
      'diagnosis.rrms',
      'exclusions.clinicallyIsolatedSyndrome',
      'exclusions.nonRelapsingForms',
    ].map((id) => status(record, id));

  it.each<[string, DiagnosisEntry[], string[]]>([
    [
      'the later record governs (B-3)',
      [documented('cis', '2018-01-01'), documented('rrms', '2019-01-01')],
      ['not-met', 'met', 'not-met', 'not-met'],
    ],
    [
      'on one day the exclusion wins (C-45)',
      [documented('rrms', '2019-01-01'), documented('ppms', '2019-01-01')],
      ['not-met', 'not-met', 'not-met', 'met'],
    ],
    [
      'of two exclusions on one day each holds',
      [documented('cis', '2019-01-01'), documented('ppms', '2019-01-01')],
      ['not-met', 'not-met', 'met', 'met'],
    ],
    [
      'undated beside dated is open (C-44)',
      [documented('rrms', '2019-01-01'), documented('cis')],
      ['not-met', 'unknown', 'unknown', 'not-met'],
    ],
    [
      'a later report casts doubt (C-46)',
      [documented('rrms', '2019-01-01'), documented('ppms', '2020-01-01', { evidence: 'reported' })],
      ['not-met', 'unknown', 'not-met', 'unknown'],
    ],
    [
      'an earlier report does not',
      [documented('rrms', '2019-01-01'), documented('ppms', '2018-01-01', { evidence: 'reported' })],
      ['not-met', 'met', 'not-met', 'not-met'],
    ],
    [
      'a report alone leaves B open and meets an exclusion (C-57)',
      [documented('ppms', '2019-01-01', { evidence: 'reported' })],
      ['not-met', 'not-met', 'not-met', 'met'],
    ],
    [
      'a bare code says nothing against a course (C-43)',
      [documented('rrms', '2019-01-01'), { icd10: 'G35', evidence: 'documented', on: '2023-01-01' }],
      ['not-met', 'met', 'not-met', 'not-met'],
    ],
    [
      'SPMS without activity is open (B-1)',
      [documented('spms', '2019-01-01')],
      ['unknown', 'not-met', 'not-met', 'unknown'],
    ],
    [
      'active PPMS is PPMS (B-2)',
      [documented('ppms', '2019-01-01', { activity: 'active' })],
      ['not-met', 'not-met', 'not-met', 'met'],
    ],
  ])('%s', (_title, diagnoses, expected) => expect(read(withDiagnoses(...diagnoses))).toEqual(expected));

  it('asks for the activity, and names the finding that may settle it (C-42)', () => {
    const record = {
      ...withDiagnoses(documented('spms', '2023-11-02')),
      findings: { ...findings, 'disabling-relapse': 'documented' } as const,
    };
    const { missing } = determine(record);
    expect(missing.map(({ clause, fact }) => [clause, fact])).toEqual([
      ['diagnosis.activeSpms', 'diagnoses[0].activity'],
      ['exclusions.nonRelapsingForms', 'diagnoses[0].activity'],
    ]);
    expect(missing[0]?.settle).toContain('on file is disabling relapse(s)');
  });

  it('asks which is right where the code and the condition exclude each other (C-49)', () => {
    const request = { ...met.request, dateOfService: '2025-11-10' };
    const record = { ...withDiagnoses(documented('rrms', '2025-10-20', { icd10: 'G35.C0' })), request };
    expect(new Set(determine(record).missing.map(({ fact }) => fact))).toEqual(new Set(['diagnoses[0]']));
    expect(determine(record).missing[0]?.settle).toBe(
      'Which is right of what the entry says: rrms, G35.C0 exclude each other',
    );
    expect(warnings(record).some((text) => text.startsWith('contradiction diagnoses[0]'))).toBe(true);
  });

  it('warns of a code out of its time, either way (C-59)', () => {
    expect(warnings(withDiagnoses({ icd10: 'G35.A', evidence: 'documented' }))[0]).toMatch(
      /^code-not-in-force .* G35\.A does not exist yet/,
    );
    const later = {
      ...withDiagnoses({ icd10: 'G35', evidence: 'documented' }),
      request: { ...met.request, dateOfService: '2025-10-01' },
    };
    expect(warnings(later).join()).toMatch(/code-not-in-force .* G35 no longer exists/);
    expect(warnings(withDiagnoses({ icd10: 'Z99.9', evidence: 'documented' }))).toEqual([]);
  });

  it('what is on record and said to be absent leaves the course open, and is reported', () => {
    const record = withDiagnoses(
      documented('rrms', '2019-01-01'),
      documented('rrms', '2020-01-01', { evidence: 'absent' }),
    );
    expect(read(record)).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
    expect(warnings(record)).toEqual(['contradiction diagnoses[1] says that what is on record is absent.']);
  });
});

describe('a judgement', () => {
  const renewal = (entry: NonNullable<CaseRecord['judgements']>[string]): CaseRecord => ({
    ...withDrugs([lemtrada('2023-01-13')]),
    findings: findings,
    request: { ...met.request, kind: 'reauthorization', regimen: { mgPerDay: 12, days: 3 } },
    judgements: { 'beneficial-response': entry },
  });
  it('waits for a reviewer, and for papers that were not sent (B-22, C-38)', () => {
    expect(determine(renewal({})).missing).toEqual([
      {
        clause: 'reauthorization.response',
        number: 'Reauthorization.1',
        fact: 'judgements.beneficial-response.verdict',
        settle:
          'A reviewer has to judge whether there is beneficial response; the records for it are missing too',
        needsReview: true,
      },
      {
        clause: 'reauthorization.response',
        number: 'Reauthorization.1',
        fact: 'judgements.beneficial-response.papers',
        settle: 'Records that document beneficial response',
        needsReview: false,
      },
    ]);
    expect(facts(renewal({ verdict: 'met', papers: 'absent' }))).toEqual([
      'reauthorization.response judgements.beneficial-response.papers',
    ]);
    expect(determine(renewal({ verdict: 'not-met' })).outcome).toBe('denied');
    expect(determine(renewal({ verdict: 'met', papers: 'documented' })).outcome).toBe('approved');
  });

  it('is not asked for where the request is a first one', () => {
    expect(determine({ ...met, judgements: {} }).outcome).toBe('approved');
  });

  it('is asked for with the kind where that is left out', () => {
    const { kind: _, ...request } = renewal({}).request;
    expect(facts({ ...renewal({ papers: 'documented' }), request })).toEqual([
      'request.kind request.kind',
      'reauthorization.response judgements.beneficial-response.verdict',
    ]);
  });

  it('a renewal of what a complete history lacks contradicts itself (C-50)', () => {
    const record = { ...renewal({ verdict: 'met', papers: 'documented' }), drugs: [] };
    expect(determine(record).outcome).toBe('pended');
    expect(new Set(determine(record).missing.map(({ fact }) => fact))).toEqual(new Set(['drugs']));
    expect(warnings(record).some((text) => text.startsWith('contradiction drugs:'))).toBe(true);
  });
});

describe('the order of what is missing', () => {
  it('is that of the printed clauses, the request first', () => {
    const { clauses, missing } = determine({ request: { product: 'lemtrada', dateOfService: '2024-06-03' } });
    const places = missing.map(({ clause }) => clauses.findIndex(({ id }) => id === clause));
    expect(places).toEqual([...places].sort((first, second) => first - second));
    expect(missing[0]?.clause).toBe('request.kind');
    expect(new Set(missing.map(({ clause, fact }) => `${clause} ${fact}`)).size).toBe(missing.length);
  });
});
