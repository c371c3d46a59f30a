import { inLanguage } from './language.ts';

const en = {
  oldestPartition: (days: number) => `oldest open partition: ${days} days`,
  changed: 'changed',
  compatible: 'compatible change',
  join: (field: string) => `Join on ${field.toLowerCase()}`,
  snapshot: 'Snapshot of the rows',
  pinned: 'pinned: scoring reads an earlier one',
  champion: 'Champion',
  madeOf: (code: string, artifact: string) => `code ${code}, artifact ${artifact}`,
  changedSources: 'Sources with another version',
  changedFields: 'Fields that differ',
  changedUnits: 'Fields in another unit',
  changedTypes: 'Fields of another type',
  changedKeys: 'Keys in another form',
  staleDays: 'Days that the oldest feed has stood still',
  oldestFeedHours: 'Age of the oldest feed, hours',
};

/** What the lineage of the data shows. */
export const lineageLook = inLanguage({ en });
