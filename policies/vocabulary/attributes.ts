import { attribute } from 'triplicate';

/** What is one of several about a request or a patient. */
export const testPerformer = attribute({
  id: 'test-performer',
  name: 'performer of the test',
  values: {
    'qualified-laboratory': 'a qualified laboratory that is not the supplier',
    supplier: 'the supplier',
    other: 'someone else',
  },
});
export const testSetting = attribute({
  id: 'test-setting',
  name: 'setting of the test',
  values: { inpatient: 'inpatient', outpatient: 'outpatient' },
});
export const hypoxemiaCourse = attribute({
  id: 'hypoxemia-course',
  name: 'course of the hypoxemia',
  values: { acute: 'acute', chronic: 'chronic' },
});
export const prescriberCertification = attribute({
  id: 'prescriber-certification',
  name: 'board certification of the prescriber',
  values: { neurology: 'neurology', 'pediatric-neurology': 'pediatric neurology', neither: 'neither' },
});
export const practiceSetting = attribute({
  id: 'practice-setting',
  name: 'practice setting of the prescriber',
  values: { 'research-academic': 'a research academic setting', other: 'another setting' },
});
export const memberBenefit = attribute({
  id: 'member-benefit',
  name: 'benefit of the member',
  values: { 'certain-nc': 'one of certain North Carolina benefits', other: 'another benefit' },
});
export const smaType = attribute({
  id: 'sma-type',
  name: 'type of spinal muscular atrophy',
  values: { 'type-1': 'type 1', 'type-2': 'type 2', 'type-3': 'type 3', 'type-4': 'type 4' },
});
export const surgicalApproach = attribute({
  id: 'surgical-approach',
  name: 'surgical approach',
  values: { open: 'open', laparoscopic: 'laparoscopic' },
});

/** All attributes, for the shared vocabulary. */
export const attributes = [
  testPerformer,
  testSetting,
  hypoxemiaCourse,
  prescriberCertification,
  practiceSetting,
  memberBenefit,
  smaType,
  surgicalApproach,
];
