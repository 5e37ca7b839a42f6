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
export const continuousGlucoseMonitor = item({
  id: 'continuous-glucose-monitor',
  name: 'continuous glucose monitor',
  kind: 'device',
});
export const bloodGlucoseMeter = item({
  id: 'blood-glucose-meter',
  name: 'blood glucose meter',
  kind: 'device',
});
export const rouxEnYGastricBypass = item({
  id: 'roux-en-y-gastric-bypass',
  name: 'Roux-en-Y gastric bypass',
  kind: 'procedure',
});
export const gastricBanding = item({ id: 'gastric-banding', name: 'gastric banding', kind: 'procedure' });
export const biliopancreaticDiversionDuodenalSwitch = item({
  id: 'biliopancreatic-diversion-duodenal-switch',
  name: 'biliopancreatic diversion with duodenal switch',
  kind: 'procedure',
});
export const sleeveGastrectomy = item({
  id: 'sleeve-gastrectomy',
  name: 'sleeve gastrectomy',
  kind: 'procedure',
});
export const verticalBandedGastroplasty = item({
  id: 'vertical-banded-gastroplasty',
  name: 'vertical banded gastroplasty',
  kind: 'procedure',
});
export const gastricBalloon = item({ id: 'gastric-balloon', name: 'gastric balloon', kind: 'procedure' });
export const intestinalBypass = item({
  id: 'intestinal-bypass',
  name: 'intestinal bypass',
  kind: 'procedure',
});

/** All items, for the shared vocabulary. */
export const items = [
  cpapDevice,
  bilevelPapDevice,
  oralAppliance,
  homeOxygen,
  continuousGlucoseMonitor,
  bloodGlucoseMeter,
  rouxEnYGastricBypass,
  gastricBanding,
  biliopancreaticDiversionDuodenalSwitch,
  sleeveGastrectomy,
  verticalBandedGastroplasty,
  gastricBalloon,
  intestinalBypass,
];
