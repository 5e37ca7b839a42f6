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
