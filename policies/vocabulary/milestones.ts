import { milestone } from 'triplicate';

/** Days that windows and ages are counted from. */
export const sleepTestDay = milestone({ id: 'sleep-test', name: 'the sleep test' });
export const therapyStartDay = milestone({ id: 'therapy-start', name: 'the start of therapy' });
export const dischargeDay = milestone({ id: 'discharge', name: 'the discharge' });
export const firstDoseDay = milestone({ id: 'first-dose', name: 'the first dose' });
export const infusionDay = milestone({ id: 'infusion', name: 'the infusion' });
export const symptomOnsetDay = milestone({ id: 'symptom-onset', name: 'the onset of symptoms' });
export const orderDay = milestone({ id: 'order', name: 'the order' });
export const secondTherapyAdjustmentDay = milestone({
  id: 'second-therapy-adjustment',
  name: 'the second attempt to adjust therapy',
});

/** All milestones, for the shared vocabulary. */
export const milestones = [
  sleepTestDay,
  therapyStartDay,
  dischargeDay,
  firstDoseDay,
  infusionDay,
  symptomOnsetDay,
  orderDay,
  secondTherapyAdjustmentDay,
];
