import { describe, expect, it } from 'vitest';
import { shrinkCase } from '../../../compiler/compare/shrink-case.ts';
import type { CaseRecord } from '../../../dsl/kernel/case.ts';

const large: CaseRecord = {
  request: { kind: 'initial', product: 'lemtrada', dateOfService: '2031-07-13', planDocument: 'silent' },
  patient: { birthDate: '1999-03-07' },
  drugs: [
    { agent: 'fingolimod', outcome: 'failure', from: '2030-02-11' },
    { agent: 'Gilenya', outcome: 'none', evidence: 'reported' },
  ],
  findings: { 'hiv-infection': 'absent', 'disabling-relapse': 'reported' },
  events: [{ event: 'weight', value: 71.345678, unit: 'kg', on: '2031-07-01' }],
};

describe('shrinkCase', () => {
  it('leaves the date of service alone where all may go', () => {
    expect(shrinkCase(large, () => true, '2024-01-01')).toEqual({ request: { dateOfService: '2024-01-01' } });
  });

  it('keeps what is needed, and no empty list or object beside it', () => {
    const shows = ({ drugs = [] }: CaseRecord) => drugs.some(({ outcome }) => outcome === 'failure');
    expect(shrinkCase(large, shows, '2024-01-01')).toEqual({
      request: { dateOfService: '2024-01-01' },
      drugs: [{ agent: 'fingolimod', outcome: 'failure' }],
    });
  });

  it('moves the whole case to the day, and keeps the days between', () => {
    const shows = ({ events = [], request }: CaseRecord) =>
      events[0]?.on !== undefined && events[0].on < request.dateOfService;
    expect(shrinkCase(large, shows, '2024-01-01')).toEqual({
      request: { dateOfService: '2024-01-01' },
      events: [{ event: 'weight', on: '2023-12-01' }],
    });
  });

  it('keeps a day and a number on which something turns', () => {
    const shows = ({ events = [], patient }: CaseRecord) =>
      events[0]?.value === 71.345678 && patient?.birthDate === '1999-03-07';
    expect(shrinkCase(large, shows, '2024-01-01')).toEqual({
      request: { dateOfService: '2024-01-01' },
      patient: { birthDate: '1999-03-07' },
      events: [{ event: 'weight', value: 71.345678 }],
    });
  });

  it('puts plain numbers, dates and evidence where any will do', () => {
    const shows = ({ events = [], patient, findings = {} }: CaseRecord) =>
      events[0]?.value !== undefined &&
      events[0].unit === 'kg' &&
      patient?.birthDate !== undefined &&
      findings['disabling-relapse'] !== undefined;
    expect(shrinkCase(large, shows, '2024-01-01')).toEqual({
      request: { dateOfService: '2024-01-01' },
      patient: { birthDate: '1984-01-01' },
      findings: { 'disabling-relapse': 'documented' },
      events: [{ event: 'weight', value: 50, unit: 'kg' }],
    });
  });
});
