/** The physical inputs that faults can drive, at their normal values until one does. */
export type Inputs = {
  'traffic.rateFactor': number;
  'model-server.heavyCardCpuFactor': number;
  'model-server.podCapacityFactor': number;
  'feature-store.hotKeyShare': number;
  'feature-store.partitionFactor': number;
  'upstream.slowMedianMs': number;
  'upstream.secondLookupShare': number;
  'autoscaler.max': number;
  'autoscaler.targetUtilisationPercent': number;
};

export type InputName = keyof Inputs;
