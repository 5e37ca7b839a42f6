import type { Section } from '../../../dsl/kernel/kernel.ts';
import type { Truth } from '../../../dsl/kernel/truth.ts';

/** What the ways of a section are. */
export const sectionTitles: Readonly<Record<Section, string>> = {
  medicalNecessity: 'Paths to medical necessity',
  dosing: 'Recommended doses',
  reauthorization: 'Paths to reauthorization',
  exclusions: 'Conditions not covered',
};

/** What one way of a section does. */
export const sectionNotes: Readonly<Record<Section, string>> = {
  medicalNecessity: 'Each row is one way to meet the criteria.',
  dosing:
    'The dose asked for is approved as it stands when one of these rows holds; otherwise the recommended one is approved in its place.',
  reauthorization: 'Asked for beside one of the paths to medical necessity.',
  exclusions: 'Any one of these rows vetoes an approval, whatever path is met.',
};

/** A sign for each status, which a legend explains. */
export const marks: Readonly<Record<Truth, string>> = { met: '●', 'not-met': '○', unknown: '?' };

export const statusWords: Readonly<Record<Truth, string>> = {
  met: 'met',
  'not-met': 'not met',
  unknown: 'unknown',
};
