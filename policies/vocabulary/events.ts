import { event } from 'triplicate';

/** Dated events of a patient's history; each name reads within a sentence. */
export const attendedSleepStudy = event({
  id: 'attended-sleep-study',
  name: 'attended sleep study in a laboratory',
  plural: 'attended sleep studies in a laboratory',
});
export const homeSleepTestType2 = event({
  id: 'home-sleep-test-type-2',
  name: 'home sleep test of type II',
  plural: 'home sleep tests of type II',
});
export const homeSleepTestType3 = event({
  id: 'home-sleep-test-type-3',
  name: 'home sleep test of type III',
  plural: 'home sleep tests of type III',
});
export const homeSleepTestType4 = event({
  id: 'home-sleep-test-type-4',
  name: 'home sleep test of type IV',
  plural: 'home sleep tests of type IV',
  conditions: { 'three-channels': 'with at least three channels recorded' },
});
export const faceToFaceEvaluation = event({
  id: 'face-to-face-evaluation',
  name: 'face-to-face evaluation',
  plural: 'face-to-face evaluations',
});
export const clinicalReevaluation = event({
  id: 'clinical-reevaluation',
  name: 'clinical re-evaluation',
  plural: 'clinical re-evaluations',
});
export const bloodOxygenTest = event({
  id: 'blood-oxygen-test',
  name: 'test of blood oxygen',
  plural: 'tests of blood oxygen',
});
export const priorAuthorization = event({
  id: 'prior-authorization',
  name: 'authorization of the drug',
  plural: 'authorizations of the drug',
  conditions: {
    'this-payer': 'from this payer',
    'medical-benefit': 'under the medical benefit',
    active: 'active',
  },
});
export const systemicSteroidBurst = event({
  id: 'systemic-steroid-burst',
  name: 'burst of systemic corticosteroids',
  plural: 'bursts of systemic corticosteroids',
});
export const emergencyVisitForAsthma = event({
  id: 'emergency-visit-for-asthma',
  name: 'emergency visit for asthma',
  plural: 'emergency visits for asthma',
});
export const hospitalAdmissionForAsthma = event({
  id: 'hospital-admission-for-asthma',
  name: 'hospital admission for asthma',
  plural: 'hospital admissions for asthma',
});
export const urgentVisitForAsthma = event({
  id: 'urgent-visit-for-asthma',
  name: 'urgent visit for asthma',
  plural: 'urgent visits for asthma',
});
export const liverFunctionTest = event({
  id: 'liver-function-test',
  name: 'liver function test',
  plural: 'liver function tests',
});
export const plateletCount = event({
  id: 'platelet-count',
  name: 'platelet count',
  plural: 'platelet counts',
});
export const troponinITest = event({
  id: 'troponin-i-test',
  name: 'troponin I test',
  plural: 'troponin I tests',
});
export const onasemnogeneInfusion = event({
  id: 'onasemnogene-infusion',
  name: 'infusion of onasemnogene abeparvovec',
  plural: 'infusions of onasemnogene abeparvovec',
});
export const relapse = event({ id: 'relapse', name: 'relapse', plural: 'relapses' });
export const brainMri = event({ id: 'brain-mri', name: 'brain MRI', plural: 'brain MRIs' });
export const therapyAdjustment = event({
  id: 'therapy-adjustment',
  name: 'attempt to adjust therapy',
  plural: 'attempts to adjust therapy',
});
export const devicePrescription = event({
  id: 'device-prescription',
  name: 'prescription of the device',
  plural: 'prescriptions of the device',
});
export const diabetesVisit = event({
  id: 'diabetes-visit',
  name: 'visit for diabetes',
  plural: 'visits for diabetes',
  conditions: {
    'in-person': 'in person',
    'approved-telehealth': 'by approved telehealth',
    'glucose-control-evaluated': 'that evaluated glucose control',
    'criteria-determined': 'that determined the other criteria to be met',
  },
});
export const acsLevelOneCertification = event({
  id: 'acs-level-one-certification',
  name: 'certification of the facility by the American College of Surgeons as level 1',
  plural: 'certifications of the facility by the American College of Surgeons as level 1',
  conditions: { 'standards-in-force': 'by the standards in force' },
});
export const asbsCenterCertification = event({
  id: 'asbs-center-certification',
  name: 'certification of the facility by the American Society for Bariatric Surgery',
  plural: 'certifications of the facility by the American Society for Bariatric Surgery',
  conditions: { 'standards-in-force': 'by the standards in force' },
});

/** All events, for the shared vocabulary. */
export const events = [
  attendedSleepStudy,
  homeSleepTestType2,
  homeSleepTestType3,
  homeSleepTestType4,
  faceToFaceEvaluation,
  clinicalReevaluation,
  bloodOxygenTest,
  priorAuthorization,
  systemicSteroidBurst,
  emergencyVisitForAsthma,
  hospitalAdmissionForAsthma,
  urgentVisitForAsthma,
  liverFunctionTest,
  plateletCount,
  troponinITest,
  onasemnogeneInfusion,
  relapse,
  brainMri,
  therapyAdjustment,
  devicePrescription,
  diabetesVisit,
  acsLevelOneCertification,
  asbsCenterCertification,
];
