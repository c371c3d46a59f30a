import type { z } from 'zod';
import * as alerts from '../parts/alerts/params.ts';
import * as autoscaler from '../parts/autoscaler/params.ts';
import * as business from '../parts/business/params.ts';
import * as cost from '../parts/cost/params.ts';
import * as featureStore from '../parts/feature-store/params.ts';
import * as gateway from '../parts/gateway/params.ts';
import * as incident from '../parts/incident/params.ts';
import * as modelServer from '../parts/model-server/params.ts';
import * as rollout from '../parts/rollout/params.ts';
import * as stakeholder from '../parts/stakeholder/params.ts';
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
  readonly paramsSchema: z.ZodType;
  readonly faultInputs: Readonly<Record<string, FaultInput>>;
}

export const PART_SPECS: Readonly<Record<string, PartSpec>> = {
  traffic,
  gateway,
  'model-server': modelServer,
  'feature-store': featureStore,
  upstream,
  autoscaler,
  rollout,
  alerts,
  business,
  cost,
  stakeholder,
  incident,
};
