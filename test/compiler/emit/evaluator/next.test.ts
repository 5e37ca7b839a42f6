import { describe, expect, it } from 'vitest';
import { evaluator } from '../../../../compiler/emit/evaluator/evaluator.ts';
import { loadEvaluator } from '../../../../compiler/load-evaluator.ts';
import type { CaseRecord } from '../../../../dsl/kernel/case.ts';
import { compiledIp0213 } from '../../../support/compiled-ip0213.ts';

const { determine } = await loadEvaluator(evaluator(compiledIp0213));

/** A made-up case that IP0213 approves: relapsing-remitting, a documented MRI finding, a first course. */
const approved: CaseRecord = {
  request: {
    kind: 'initial',
    product: 'lemtrada',
    indication: 'multiple-sclerosis',
    dateOfService: '2024-06-03',
    regimen: { mgPerDay: 12, days: 5 },
    planDocument: 'silent',
    mandate: 'none',
  },
  patient: { birthDate: '1984-09-12' },
  prescriber: { specialties: { neurology: true }, consultations: { neurology: false } },
  diagnoses: [{ condition: 'rrms', evidence: 'documented', on: '2019-05-14' }],
  drugs: [],
  drugsComplete: true,
  findings: {
    'rapidly-advancing-deterioration': 'absent',
    'disabling-relapse': 'absent',
    'mri-highly-active': 'documented',
    'cognitive-impairment': 'absent',
    'hiv-infection': 'absent',
  },
};

const facts = (list: readonly { readonly fact: string }[] | undefined) => list?.map(({ fact }) => fact);

describe('what to ask next', () => {
  it('is said of a pended request alone', () => {
    const determination = determine(approved);
    expect(determination.outcome).toBe('approved');
    expect(determination).not.toHaveProperty('next');
    expect(determination).not.toHaveProperty('nearest');
  });

  it('is one finding of an aggressive course, where all are open: any of them meets C', () => {
    const { outcome, missing, next } = determine({ ...approved, findings: { 'hiv-infection': 'absent' } });
    expect(outcome).toBe('pended');
    expect(missing).toHaveLength(4);
    expect(next?.shortest).toHaveLength(1);
    expect(next?.leadsTo).toBe('approved');
    expect(next?.shortest[0]).toMatchObject({
      number: 'C.iii.a',
      fact: 'findings.rapidly-advancing-deterioration',
    });
    expect(facts(missing)).toContain(next?.first.fact);
  });

  it('is the absence of an exclusion, where that is what is open', () => {
    const { 'hiv-infection': _, ...findings } = approved.findings ?? {};
    const { next } = determine({ ...approved, findings });
    expect(next).toEqual({ first: next?.shortest[0], shortest: [next?.first], leadsTo: 'approved' });
    expect(next?.first.fact).toBe('findings.hiv-infection');
  });

  it('counts a fact that serves several clauses once: the diagnosis, the drug history', () => {
    const { diagnoses: _, drugs: __, drugsComplete: ___, ...rest } = approved;
    const { next, missing } = determine({
      ...rest,
      findings: { ...rest.findings, 'mri-highly-active': 'absent' },
    });
    // The history serves C.i, C.ii, C.iv, the number of the course and concurrent use; the diagnosis B and two exclusions.
    expect(new Set(facts(missing))).toEqual(new Set(['diagnoses', 'drugsComplete']));
    expect(missing.length).toBeGreaterThan(6);
    expect(facts(next?.shortest)).toEqual(['diagnoses', 'drugsComplete']);
  });

  it('leads to a modified approval, where the dose asked for is none of those recommended', () => {
    const { 'hiv-infection': _, ...findings } = approved.findings ?? {};
    const request = { ...approved.request, regimen: { mgPerDay: 24, days: 5 } };
    expect(determine({ ...approved, request, findings }).next?.leadsTo).toBe('modified');
  });

  it('begins with the product, where it is not known whether the policy applies, and goes on to all the rest', () => {
    const { product: _, ...request } = approved.request;
    const { 'hiv-infection': __, ...findings } = approved.findings ?? {};
    const { missing, next } = determine({ ...approved, request, findings });
    expect(facts(missing)).toEqual(['request.product']);
    expect(next?.first.fact).toBe('request.product');
    expect([...(facts(next?.shortest) ?? [])].sort()).toEqual(['findings.hiv-infection', 'request.product']);
  });

  it('has no list, where the plan excludes it whatever comes in', () => {
    const { product: _, ...request } = approved.request;
    const { next } = determine({ ...approved, request: { ...request, planDocument: 'excludes' } });
    expect(next).toMatchObject({ shortest: [], first: { fact: 'request.product' } });
    expect(next).not.toHaveProperty('leadsTo');
  });
});

describe('the nearest path to approval', () => {
  const nearest = (record: CaseRecord) => {
    const determination = determine(record);
    expect(determination.outcome).toBe('denied');
    return determination.nearest;
  };

  it('is time, for a patient of 16: from the day of the 17th birthday', () => {
    expect(nearest({ ...approved, patient: { birthDate: '2007-06-04' } })).toEqual({
      isOpen: true,
      leadsTo: 'approved',
      missing: [],
      changes: [
        {
          clause: 'age',
          number: 'A',
          fact: 'patient.birthDate',
          kind: 'can change',
          text: expect.any(String),
          from: '2024-06-04',
        },
      ],
    });
    // A birthday that the year lacks falls on 1 March (reading B-5).
    expect(nearest({ ...approved, patient: { birthDate: '2008-02-29' } })?.changes[0]?.from).toBe(
      '2025-03-01',
    );
  });

  it('is not open with an HIV infection, and says so', () => {
    const found = nearest({ ...approved, findings: { ...approved.findings, 'hiv-infection': 'documented' } });
    expect(found?.isOpen).toBe(false);
    expect(found?.changes).toMatchObject([{ clause: 'exclusions.hivInfection', kind: 'cannot change' }]);
  });

  it('is one change where one state of the disease fails a criterion and meets an exclusion', () => {
    const found = nearest({
      ...approved,
      diagnoses: [{ condition: 'ppms', evidence: 'documented', on: '2020-01-01' }],
    });
    expect(found?.isOpen).toBe(false);
    expect(found?.changes.map(({ clause }) => clause)).toEqual([
      expect.stringMatching(/^diagnosis\./),
      'exclusions.nonRelapsingForms',
    ]);
    expect(new Set(facts(found?.changes))).toEqual(new Set(['diagnoses']));
  });

  it('is the prescriber, who can be another', () => {
    const found = nearest({
      ...approved,
      prescriber: { specialties: { neurology: false }, consultations: { neurology: false } },
    });
    expect(found).toMatchObject({ isOpen: true, changes: [{ number: 'D', kind: 'can change' }] });
  });

  it('prefers what can change to what is less: no finding that is known to be absent', () => {
    const found = nearest({ ...approved, findings: { ...approved.findings, 'mri-highly-active': 'absent' } });
    expect(found).toMatchObject({ isOpen: true, changes: [{ number: 'C.ii', kind: 'can change' }] });
  });

  it('is the interval, on a reauthorization a day too early: one change for both clauses, with its day', () => {
    const found = nearest({
      ...approved,
      request: { ...approved.request, kind: 'reauthorization', regimen: { mgPerDay: 12, days: 3 } },
      drugs: [
        {
          agent: 'Lemtrada',
          outcome: 'none',
          evidence: 'documented',
          source: 'supplied',
          from: '2023-05-31',
          to: '2023-06-04',
        },
      ],
      judgements: { 'beneficial-response': { papers: 'documented', verdict: 'met' } },
    });
    expect(found?.isOpen).toBe(true);
    expect(found?.changes.map(({ number, from }) => [number, from])).toEqual([
      ['Dosing.B', '2024-06-04'],
      ['Reauthorization.2', '2024-06-04'],
    ]);
  });

  it('lists the facts that have to come in as well', () => {
    const { 'hiv-infection': _, ...findings } = approved.findings ?? {};
    const found = nearest({ ...approved, patient: { birthDate: '2007-06-04' }, findings });
    expect(facts(found?.missing)).toEqual(['findings.hiv-infection']);
  });

  it('is not open where the plan document excludes it', () => {
    const found = nearest({ ...approved, request: { ...approved.request, planDocument: 'excludes' } });
    expect(found).toMatchObject({
      isOpen: false,
      changes: [{ fact: 'request.planDocument', kind: 'cannot change' }],
    });
  });
});
