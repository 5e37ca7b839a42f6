import { diagnosis, diseaseCourse, icd10 } from 'triplicate';
import { disablingRelapse, mriHighlyActive } from './findings.ts';

/**
 * The courses of multiple sclerosis (McDonald criteria 2017, as IP0213's background tells them). Two on one date:
 * one that the relapsing forms leave out prevails (reading B-3, C-45).
 */
export const rrms = diagnosis({
  id: 'rrms',
  course: 'multiple-sclerosis-course',
  name: 'Relapsing-Remitting Multiple Sclerosis',
  condition: 'rrms',
});
export const activeSpms = diagnosis({
  id: 'active-spms',
  course: 'multiple-sclerosis-course',
  name: 'Active Secondary Progressive Multiple Sclerosis (SPMS)',
  condition: 'spms',
  activity: 'active',
  settledBy: [disablingRelapse, mriHighlyActive],
});
export const nonactiveSpms = diagnosis({
  id: 'nonactive-spms',
  course: 'multiple-sclerosis-course',
  name: 'Non-active Secondary Progressive Multiple Sclerosis',
  condition: 'spms',
  activity: 'nonactive',
  prevails: true,
  settledBy: [disablingRelapse, mriHighlyActive],
});
export const ppms = diagnosis({
  id: 'ppms',
  course: 'multiple-sclerosis-course',
  name: 'Primary Progressive Multiple Sclerosis',
  condition: 'ppms',
  prevails: true,
});
export const clinicallyIsolatedSyndrome = diagnosis({
  id: 'cis',
  course: 'multiple-sclerosis-course',
  name: 'Clinically Isolated Syndrome',
  condition: 'cis',
  prevails: true,
});

/**
 * ICD-10-CM: G35 without a subtype, and its split from 1 October 2025 (fiscal year 2026; reading B-32). The codes
 * B0 to B2 tell primary progressive disease apart by activity, which its course makes no difference to (B-2).
 */
export const multipleSclerosisCourse = diseaseCourse({
  id: 'multiple-sclerosis-course',
  name: 'course of multiple sclerosis',
  states: [rrms, activeSpms, nonactiveSpms, ppms, clinicallyIsolatedSyndrome],
  codes: [
    icd10('G35', [rrms, activeSpms, nonactiveSpms, ppms], { until: '2025-10-01' }),
    icd10('G35.A', [rrms], { from: '2025-10-01' }),
    icd10('G35.B0', [ppms], { from: '2025-10-01' }),
    icd10('G35.B1', [ppms], { from: '2025-10-01' }),
    icd10('G35.B2', [ppms], { from: '2025-10-01' }),
    icd10('G35.C0', [activeSpms, nonactiveSpms], { from: '2025-10-01' }),
    icd10('G35.C1', [activeSpms], { from: '2025-10-01' }),
    icd10('G35.C2', [nonactiveSpms], { from: '2025-10-01' }),
    icd10('G35.D', [rrms, activeSpms, nonactiveSpms, ppms], { from: '2025-10-01' }),
  ],
});
