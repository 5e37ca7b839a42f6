import { measure } from 'triplicate';

/** What is measured in a patient, with its UCUM units. LOINC codes stand where several public sources agree on them and no method is part of them. */
export const apneaHypopneaIndex = measure({
  id: 'apnea-hypopnea-index',
  name: 'apnea-hypopnea index (AHI)',
  units: { '/h': 1 },
});
export const respiratoryDisturbanceIndex = measure({
  id: 'respiratory-disturbance-index',
  name: 'respiratory disturbance index (RDI)',
  units: { '/h': 1 },
});
export const respiratoryEvents = measure({
  id: 'respiratory-events',
  name: 'number of respiratory events',
  units: { '{events}': 1 },
});
export const papUse = measure({
  id: 'pap-use',
  name: 'use of the device in a night',
  units: { h: 1, min: 0.016666666666666666 },
});
export const hba1c = measure({ id: 'hba1c', name: 'hemoglobin A1c', loinc: '4548-4', units: { '%': 1 } });
export const bloodGlucose = measure({
  id: 'blood-glucose',
  name: 'blood glucose',
  loinc: '2339-0',
  units: { 'mg/dL': 1, 'mmol/L': 18.0156 },
  molarMass: 180.156,
  conditions: {
    fasting: 'fasting',
    'two-hours-after-glucose': 'two hours after an oral glucose load',
    random: 'at a random time',
    'third-party-help': 'with an altered state that needed the help of another person',
  },
});
export const arterialOxygenPressure = measure({
  id: 'arterial-oxygen-pressure',
  name: 'arterial oxygen pressure (PaO2)',
  loinc: '2703-7',
  units: { 'mm[Hg]': 1, kPa: 7.500637554 },
  conditions: {
    rest: 'at rest',
    awake: 'awake',
    'room-air': 'breathing room air',
    exercising: 'in exercise',
  },
});
export const arterialOxygenSaturation = measure({
  id: 'arterial-oxygen-saturation',
  name: 'arterial oxygen saturation (SaO2)',
  loinc: '2708-6',
  units: { '%': 1 },
  conditions: {
    rest: 'at rest',
    awake: 'awake',
    'room-air': 'breathing room air',
    exercising: 'in exercise',
  },
});
export const oxygenPressureFall = measure({
  id: 'oxygen-pressure-fall',
  name: 'fall of arterial oxygen pressure from baseline',
  units: { 'mm[Hg]': 1, kPa: 7.500637554 },
  conditions: { asleep: 'asleep', exercising: 'in exercise' },
});
export const oxygenSaturationFall = measure({
  id: 'oxygen-saturation-fall',
  name: 'fall of oxygen saturation from baseline',
  units: { '%': 1 },
  conditions: { asleep: 'asleep', exercising: 'in exercise' },
});
export const oxygenFallDuration = measure({
  id: 'oxygen-fall-duration',
  name: 'duration of the fall',
  units: { min: 1 },
  conditions: { asleep: 'asleep', exercising: 'in exercise' },
});
export const hematocrit = measure({ id: 'hematocrit', name: 'hematocrit', units: { '%': 1, 'L/L': 100 } });
export const shareOfNightAtOrBelow88Percent = measure({
  id: 'share-of-night-at-or-below-88-percent',
  name: 'share of the night with a saturation of 88% or less',
  units: { '%': 1 },
});
export const totalIge = measure({
  id: 'total-ige',
  name: 'total IgE',
  loinc: '19113-0',
  units: { '[IU]/mL': 1, 'k[IU]/L': 1 },
});
export const fev1PercentPredicted = measure({
  id: 'fev1-percent-predicted',
  name: 'forced expiratory volume in one second (FEV1) as percent of predicted',
  units: { '%': 1 },
});
export const smn2Copies = measure({
  id: 'smn2-copies',
  name: 'number of copies of SMN2',
  units: { '{copies}': 1 },
});
export const antiAav9Titer = measure({
  id: 'anti-aav9-titer',
  name: 'anti-AAV9 antibody titre',
  units: { '{titer}': 1 },
});
export const respiratoryAssistance = measure({
  id: 'respiratory-assistance',
  name: 'respiratory assistance in a day',
  units: { h: 1 },
  conditions: {
    'acute-reversible-illness': 'during an acute reversible illness',
    perioperative: 'around an operation',
  },
});
export const bodyWeight = measure({
  id: 'body-weight',
  name: 'body weight',
  loinc: '29463-7',
  units: { kg: 1, g: 0.001 },
});
export const bodyMassIndex = measure({
  id: 'body-mass-index',
  name: 'body mass index',
  loinc: '39156-5',
  units: { 'kg/m2': 1 },
});
export const bodySurfaceAreaAffected = measure({
  id: 'body-surface-area-affected',
  name: 'body surface area affected',
  units: { '%': 1 },
});
export const gadoliniumEnhancingLesions = measure({
  id: 'gadolinium-enhancing-lesions',
  name: 'number of gadolinium-enhancing lesions',
  units: { '{lesions}': 1 },
});
export const hine2 = measure({
  id: 'hine-2',
  name: 'Hammersmith Infant Neurological Examination, section 2 (HINE-2) score',
  units: { '{score}': 1 },
});
export const hfmse = measure({
  id: 'hfmse',
  name: 'Hammersmith Functional Motor Scale Expanded (HFMSE) score',
  units: { '{score}': 1 },
});
export const chopIntend = measure({ id: 'chop-intend', name: 'CHOP INTEND score', units: { '{score}': 1 } });
export const rulm = measure({
  id: 'rulm',
  name: 'Revised Upper Limb Module (RULM) score',
  units: { '{score}': 1 },
});
export const mfm32 = measure({
  id: 'mfm-32',
  name: 'Motor Function Measure (MFM-32) score',
  units: { '{score}': 1 },
});
export const bayleyGrossMotor = measure({
  id: 'bayley-gross-motor',
  name: 'Bayley gross motor score',
  units: { '{score}': 1 },
});
export const timpsi = measure({
  id: 'timpsi',
  name: 'Test of Infant Motor Performance Screening Items (TIMPSI) score',
  units: { '{score}': 1 },
});

/** All measures, for the shared vocabulary. */
export const measures = [
  apneaHypopneaIndex,
  respiratoryDisturbanceIndex,
  respiratoryEvents,
  papUse,
  hba1c,
  bloodGlucose,
  arterialOxygenPressure,
  arterialOxygenSaturation,
  oxygenPressureFall,
  oxygenSaturationFall,
  oxygenFallDuration,
  hematocrit,
  shareOfNightAtOrBelow88Percent,
  totalIge,
  fev1PercentPredicted,
  smn2Copies,
  antiAav9Titer,
  respiratoryAssistance,
  bodyWeight,
  bodyMassIndex,
  bodySurfaceAreaAffected,
  gadoliniumEnhancingLesions,
  hine2,
  hfmse,
  chopIntend,
  rulm,
  mfm32,
  bayleyGrossMotor,
  timpsi,
];
