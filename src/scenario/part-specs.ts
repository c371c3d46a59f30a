import type { z } from 'zod';
import * as alerts from '../parts/alerts/params.ts';
import * as audience from '../parts/audience/params.ts';
import * as autoscaler from '../parts/autoscaler/params.ts';
import * as business from '../parts/business/params.ts';
import * as colleagues from '../parts/colleagues/params.ts';
import * as cost from '../parts/cost/params.ts';
import * as decisions from '../parts/decisions/params.ts';
import * as experiment from '../parts/experiment/params.ts';
import * as featureStore from '../parts/feature-store/params.ts';
import * as gateway from '../parts/gateway/params.ts';
import * as incident from '../parts/incident/params.ts';
import * as labels from '../parts/labels/params.ts';
import * as modelServer from '../parts/model-server/params.ts';
import * as monitors from '../parts/monitors/params.ts';
import * as outcomes from '../parts/outcomes/params.ts';
import * as pipeline from '../parts/pipeline/params.ts';
import * as population from '../parts/population/params.ts';
import * as release from '../parts/release/params.ts';
import * as rollout from '../parts/rollout/params.ts';
import * as scorecard from '../parts/scorecard/params.ts';
import * as stakeholder from '../parts/stakeholder/params.ts';
import * as successes from '../parts/successes/params.ts';
import * as traffic from '../parts/traffic/params.ts';
import * as training from '../parts/training/params.ts';
import * as upstream from '../parts/upstream/params.ts';

import type { PlantKind } from './system.ts';

/** A physical input that a fault may drive. */
export interface FaultInput {
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly op: 'set' | 'scale';
  readonly says: string;
  readonly of?: string; // the parameter of the part that names what a fault must say it is of: a list with ids, or a map
}

/** What a part lets a scenario say: its parameters, and the inputs that faults may drive. */
export interface PartSpec {
  readonly paramsSchema: z.ZodType;
  readonly faultInputs: Readonly<Record<string, FaultInput>>;
  /** Keys of the readings, without label, that looks return of this part, by the words of the look: "dashboard model", "lineage". */
  readonly readings?: Readonly<Record<string, readonly string[]>>;
}

/** Parts that every system has, by default if not by name. */
export const CORE_PARTS: readonly string[] = ['alerts', 'stakeholder', 'incident', 'colleagues'];

/** Parts that a system of each kind is made of. A serving path has all of them by default; other systems have to name theirs. */
export const PLANT_PARTS: Readonly<Record<PlantKind, readonly string[]>> = {
  serving: ['traffic', 'gateway', 'model-server', 'feature-store', 'upstream', 'autoscaler', 'rollout', 'business', 'cost'],
  scoring: ['population', 'pipeline', 'scorecard', 'training', 'labels', 'decisions', 'outcomes'],
  exposure: ['audience', 'release', 'experiment', 'successes'],
};

/** Parts that a system of a kind may name beside those. */
export const EXTRA_PARTS: Readonly<Partial<Record<PlantKind, readonly string[]>>> = { scoring: ['monitors'] };

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
  colleagues,
  audience,
  release,
  experiment,
  successes,
  population,
  pipeline,
  scorecard,
  training,
  labels,
  decisions,
  outcomes,
  monitors,
};
