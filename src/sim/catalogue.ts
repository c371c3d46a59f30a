import type { DashboardId } from '../domain/action.ts';
import type { MetricInfo } from '../domain/metric.ts';

export interface Dashboard {
  readonly id: DashboardId;
  readonly title: string;
  readonly panels: readonly { readonly title: string; readonly keys: readonly string[] }[];
}

/** All series that a world keeps, and which dashboards show them. */
export interface Catalogue {
  readonly metrics: readonly MetricInfo[];
  readonly keys: readonly string[]; // of the metrics, in their order
  readonly versions: readonly string[]; // of the model, oldest first
  readonly byKey: ReadonlyMap<string, MetricInfo>;
  readonly dashboards: readonly Dashboard[];
}
