import { item } from 'triplicate';

/** Devices, procedures and services that a request may ask for. */
export const cpapDevice = item({
  id: 'cpap-device',
  name: 'continuous positive airway pressure (CPAP) device',
  kind: 'device',
});
export const bilevelPapDevice = item({
  id: 'bilevel-pap-device',
  name: 'bilevel positive airway pressure device',
  kind: 'device',
});
export const oralAppliance = item({
  id: 'oral-appliance',
  name: 'oral appliance for sleep apnea',
  kind: 'device',
});
export const homeOxygen = item({ id: 'home-oxygen', name: 'oxygen for home use', kind: 'device' });
