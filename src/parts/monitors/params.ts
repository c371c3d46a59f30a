import { z } from 'zod';

/** What monitors of data and predictions look at, and from where on they speak up. */
export const paramsSchema = z.strictObject({
  bins: z.number().int().min(2).max(50).default(10), // of equal share in the reference; fixed from then on
  psiModerate: z.number().min(0).max(10).default(0.1), // the usual rule of thumb
  psiMajor: z.number().min(0).max(10).default(0.25),
  nullShare: z.number().gt(0).lt(1).default(0.95), // of windows without drift, which a reading is shown against
  significance: z.number().gt(0).lt(1).default(0.05), // p-value below which a test counts as different. Source: Evidently's default
  missingDeviations: z.number().min(0).max(20).default(3), // of a window's share, above the reference. Source: NannyML's default
  missingFloor: z.number().min(0).max(1).default(0.001), // share below which missing values raise nothing
  intervalZ: z.number().min(0).max(10).default(1.96), // of the interval shown around a share: 95 %
  freshnessSeconds: z
    .number()
    .positive()
    .max(86_400 * 365)
    .default(3600), // age of the newest row that is agreed
});
export type MonitorsParams = z.infer<typeof paramsSchema>;

/** Readings of the tests, without label. */
export const readings = {
  distributions: [
    'distributions.js', 'distributions.psi_by_chance', 'distributions.chi_square_p', 'distributions.ks_p', 'distributions.wasserstein', 'distributions.profile_psi',
    'distributions.score_ks_p', 'distributions.expected_positive_share',
  ],
  lineage: ['lineage.oldest_feed_hours'],
} as const; // prettier-ignore

export const faultInputs = {} as const;
