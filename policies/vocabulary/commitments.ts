import { commitment } from 'triplicate';

/** What is undertaken for the treatment asked for; each name reads after the individual. */
export const shortTermOxygen = commitment({
  id: 'short-term-oxygen',
  name: 'will have oxygen for a short term only',
});
export const foodAllergenAvoidance = commitment({
  id: 'food-allergen-avoidance',
  name: 'will use the drug together with avoidance of the food',
});
export const prednisoloneCourse = commitment({
  id: 'prednisolone-course',
  name: 'will take prednisolone, or its equivalent, at 1 mg/kg a day from the day before the infusion, for 30 days',
});
export const liverFunctionTestBeforeInfusion = commitment({
  id: 'liver-function-test-before-infusion',
  name: 'will have a liver function test before the infusion',
});
export const plateletCountBeforeInfusion = commitment({
  id: 'platelet-count-before-infusion',
  name: 'will have a platelet count before the infusion',
});
export const troponinITestBeforeInfusion = commitment({
  id: 'troponin-i-test-before-infusion',
  name: 'will have a troponin I test before the infusion',
});
export const highDoseSteroidPremedication = commitment({
  id: 'high-dose-steroid-premedication',
  name: 'will have a high-dose corticosteroid before and for the first 3 days of each course',
});
export const herpesAntiviralProphylaxis = commitment({
  id: 'herpes-antiviral-prophylaxis',
  name: 'will have antiviral prophylaxis against herpes',
});
export const immunizationsSixWeeksBefore = commitment({
  id: 'immunizations-six-weeks-before',
  name: 'will have finished immunizations at least 6 weeks before',
});
export const noLiveVaccine = commitment({ id: 'no-live-vaccine', name: 'will have no live vaccine' });
export const methotrexateWithIt = commitment({
  id: 'methotrexate-with-it',
  name: 'will take methotrexate with it',
});

/** All commitments, for the shared vocabulary. */
export const commitments = [
  shortTermOxygen,
  foodAllergenAvoidance,
  prednisoloneCourse,
  liverFunctionTestBeforeInfusion,
  plateletCountBeforeInfusion,
  troponinITestBeforeInfusion,
  highDoseSteroidPremedication,
  herpesAntiviralProphylaxis,
  immunizationsSixWeeksBefore,
  noLiveVaccine,
  methotrexateWithIt,
];
