import { disease } from 'triplicate';

/** Indications that a request may name; a use that is not listed is `other`. */
export const multipleSclerosis = disease({ id: 'multiple-sclerosis', name: 'Multiple Sclerosis' });
export const chronicLymphocyticLeukemia = disease({
  id: 'chronic-lymphocytic-leukemia',
  name: 'Chronic Lymphocytic Leukemia',
});
export const rheumatoidArthritis = disease({ id: 'rheumatoid-arthritis', name: 'Rheumatoid Arthritis' });
export const otherUse = disease({ id: 'other', name: 'Other Use' });
export const obstructiveSleepApnea = disease({
  id: 'obstructive-sleep-apnea',
  name: 'Obstructive Sleep Apnea',
});
export const centralSleepApnea = disease({ id: 'central-sleep-apnea', name: 'Central Sleep Apnea' });
export const hypoxemia = disease({ id: 'hypoxemia', name: 'Hypoxemia' });
export const asthma = disease({ id: 'asthma', name: 'Asthma' });
export const chronicSpontaneousUrticaria = disease({
  id: 'chronic-spontaneous-urticaria',
  name: 'Chronic Spontaneous Urticaria',
});
export const igeMediatedFoodAllergy = disease({
  id: 'ige-mediated-food-allergy',
  name: 'IgE-Mediated Food Allergy',
});
export const chronicRhinosinusitisWithNasalPolyps = disease({
  id: 'chronic-rhinosinusitis-with-nasal-polyps',
  name: 'Chronic Rhinosinusitis with Nasal Polyps',
});
export const atopicDermatitis = disease({ id: 'atopic-dermatitis', name: 'Atopic Dermatitis' });
export const lupus = disease({ id: 'lupus', name: 'Lupus Erythematosus' });
export const obesity = disease({ id: 'obesity', name: 'Obesity' });
export const duchenneMuscularDystrophy = disease({
  id: 'duchenne-muscular-dystrophy',
  name: 'Duchenne Muscular Dystrophy',
});
export const clusterHeadache = disease({ id: 'cluster-headache', name: 'Cluster Headache' });
export const spinalMuscularAtrophy = disease({
  id: 'spinal-muscular-atrophy',
  name: 'Spinal Muscular Atrophy',
});
export const type2Diabetes = disease({ id: 'type-2-diabetes', name: 'Type 2 Diabetes' });
export const plaquePsoriasis = disease({ id: 'plaque-psoriasis', name: 'Plaque Psoriasis' });
export const ankylosingSpondylitis = disease({
  id: 'ankylosing-spondylitis',
  name: 'Ankylosing Spondylitis',
});
export const crohnsDisease = disease({ id: 'crohns-disease', name: "Crohn's Disease" });
export const diabetesMellitus = disease({ id: 'diabetes-mellitus', name: 'Diabetes Mellitus' });

/** All diseases, for the shared vocabulary. */
export const diseases = [
  multipleSclerosis,
  chronicLymphocyticLeukemia,
  rheumatoidArthritis,
  otherUse,
  obstructiveSleepApnea,
  centralSleepApnea,
  hypoxemia,
  asthma,
  chronicSpontaneousUrticaria,
  igeMediatedFoodAllergy,
  chronicRhinosinusitisWithNasalPolyps,
  atopicDermatitis,
  lupus,
  obesity,
  duchenneMuscularDystrophy,
  clusterHeadache,
  spinalMuscularAtrophy,
  type2Diabetes,
  plaquePsoriasis,
  ankylosingSpondylitis,
  crohnsDisease,
  diabetesMellitus,
];
