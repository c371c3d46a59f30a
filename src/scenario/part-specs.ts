import type { z } from 'zod';
import * as featureStore from '../parts/feature-store/params.ts';
import * as gateway from '../parts/gateway/params.ts';
import * as modelServer from '../parts/model-server/params.ts';
import * as traffic from '../parts/traffic/params.ts';
import * as upstream from '../parts/upstream/params.ts';

/** A physical input that a fault may drive. */
export interface FaultInput {
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly op: 'set' | 'scale';
  readonly says: string;
}

/** What a part lets a scenario say: its parameters, and the inputs that faults may drive. */
export interface PartSpec {
  readonly paramsSchema: z.ZodType | null;
  readonly faultInputs: Readonly<Record<string, FaultInput>>;
}

const undescribed: PartSpec = { paramsSchema: null, faultInputs: {} };

export const PART_SPECS: Readonly<Record<string, PartSpec>> = {
  traffic,
  gateway,
  'model-server': modelServer,
  'feature-store': featureStore,
  upstream,
  autoscaler: undescribed,
  rollout: undescribed,
  alerts: undescribed,
  business: undescribed,
  cost: undescribed,
};
