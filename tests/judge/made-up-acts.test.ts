import { describe, expect, it } from 'vitest';
import { changeSchema, DASHBOARDS, lookSchema, type Change } from '../../src/domain/action.ts';
import { changeDone, changeSaid, changeText } from '../../src/judge/change-words.ts';
import { lookSaid } from '../../src/judge/look-words.ts';
import type { LookPattern } from '../../src/scenario/patterns.ts';
import { board, madeUp } from './made-up.ts';

const { brief } = madeUp();
const NAMES = /\.(version|feature|feed|segment|flag|experiment)$/; // their numbers come from words, not from what was asked for

describe('a change in words', () => {
  const table: [Change, before: string, after: string, figures: [metric: string, value: number][]][] = [
    [{ type: 'rollback' }, 'roll the model back to the last stable version', 'Rolled the model back to the last stable version', []],
    [{ type: 'shift-traffic', version: 'v2', share: 0.35 }, 'shift 35 % of traffic to v2', 'Shifted 35 % of traffic to v2', [['shift-traffic.share', 0.35], ['shift-traffic.version', 2]]],
    [{ type: 'scale', replicas: 16 }, 'scale to 16 replicas', 'Scaled to 16 replicas', [['scale.replicas', 16]]],
    [{ type: 'restart' }, 'restart all replicas', 'Restarted all replicas', []],
    [{ type: 'set-breaker', route: 'bank', mode: 'forced-open' }, 'open the breaker on Bank call', 'Opened the breaker on Bank call', []],
    [{ type: 'set-breaker', route: 'bank', mode: 'automatic' }, 'set the breaker on Bank call to automatic', 'Set the breaker on Bank call to automatic', []],
    [{ type: 'set-breaker', route: 'elsewhere', mode: 'off' }, 'switch off the breaker on elsewhere', 'Switched off the breaker on elsewhere', []],
    [{ type: 'serve-cached', on: true }, 'serve cached features', 'Served cached features', []],
    [{ type: 'serve-cached', on: false }, 'stop serving cached features', 'Stopped serving cached features', []],
    [{ type: 'set-timeout', route: 'bank', timeoutMs: 2000 }, 'set the timeout on Bank call to 2.0 s', 'Set the timeout on Bank call to 2.0 s', [['set-timeout.timeoutMs', 2000]]],
    [{ type: 'set-retries', route: 'bank', attempts: 1 }, 'switch off retries to Bank call', 'Switched off retries to Bank call', []],
    [{ type: 'set-retries', route: 'bank', attempts: 3 }, 'set 3 attempts on Bank call', 'Set 3 attempts on Bank call', [['set-retries.attempts', 3]]],
    [{ type: 'shed', share: 0.055 }, 'shed 5.5 % of requests', 'Shed 5.5 % of requests', [['shed.share', 0.055]]],
    [{ type: 'repoint-champion', version: 'v41' }, 'point the champion alias at v41', 'Pointed the champion alias at v41', [['repoint-champion.version', 41]]],
    [{ type: 'rebalance-partition' }, 'rebalance the hot partition', 'Rebalanced the hot partition', []],
    [{ type: 'raise-max-replicas', max: 20 }, "raise the autoscaler's limit to 20", "Raised the autoscaler's limit to 20", [['raise-max-replicas.max', 20]]],
    [{ type: 'add-fallback', route: 'bank' }, 'add a fallback on Bank call', 'Added a fallback on Bank call', []],
    [{ type: 'retrain' }, 'start a retraining', 'Started a retraining', []],
    [{ type: 'retrain', data: 'all' }, 'start a retraining on everything', 'Started a retraining on everything', []],
    [{ type: 'retrain', data: 'recent' }, 'start a retraining on recent data', 'Started a retraining on recent data', []],
    [{ type: 'retrain', data: 'with-segment' }, 'start a retraining with the segment known to it', 'Started a retraining with the segment known to it', []],
    [{ type: 'retrain', data: 'reweighted' }, 'start a retraining on data weighted like live traffic', 'Started a retraining on data weighted like live traffic', []],
    [{ type: 'retrain', data: 'reviewed' }, 'start a retraining on reviewed rows', 'Started a retraining on reviewed rows', []],
    [{ type: 'hold-promotion' }, 'stop the promotion of new models', 'Stopped the promotion of new models', []],
    [{ type: 'pin-snapshot' }, 'serve the last good model on the last good data', 'Served the last good model on the last good data', []],
    [{ type: 'fix-mapping', feature: 'f7' }, 'repair the mapping of f7 and read its rows again', 'Repaired the mapping of f7 and read its rows again', [['fix-mapping.feature', 7]]],
    [{ type: 'rerun-job' }, 'run the job again', 'Ran the job again', []],
    [{ type: 'set-gate', threshold: 0.8 }, 'set the gate to 0.8', 'Set the gate to 0.8', [['set-gate.threshold', 0.8]]],
    [{ type: 'drop-feature', feature: 'f7' }, 'leave f7 out of the model', 'Left f7 out of the model', [['drop-feature.feature', 7]]],
    [{ type: 'repair-feed', feed: 'feed-3' }, 'repair the feed feed-3', 'Repaired the feed feed-3', [['repair-feed.feed', 3]]],
    [{ type: 'set-cutoff', cutoff: 0.4 }, 'set the cut-off to 0.4', 'Set the cut-off to 0.4', [['set-cutoff.cutoff', 0.4]]],
    [{ type: 'set-cutoff', cutoff: 0.4, segment: 's2' }, 'set the cut-off to 0.4 for s2', 'Set the cut-off to 0.4 for s2', [['set-cutoff.cutoff', 0.4], ['set-cutoff.segment', 2]]],
    [{ type: 'cap-overrides', share: 0.05 }, 'limit overrides to 5.0 %', 'Limited overrides to 5.0 %', [['cap-overrides.share', 0.05]]],
    [{ type: 'pause-decisions' }, 'pause all decisions', 'Paused all decisions', []],
    [{ type: 'add-rule', segment: 's2' }, 'add a rule for s2', 'Added a rule for s2', [['add-rule.segment', 2]]],
    [{ type: 'staff-queue', factor: 3 }, 'staff the review queue 3 times as strongly', 'Staffed the review queue 3 times as strongly', [['staff-queue.factor', 3]]],
    [{ type: 'mute-alert', hours: null }, 'mute the alert without an end', 'Muted the alert without an end', []],
    [{ type: 'mute-alert', hours: 24 }, 'mute the alert for 24 hours', 'Muted the alert for 24 hours', [['mute-alert.hours', 24]]],
    [{ type: 'use-fallback-model', on: true }, 'switch to the fallback model', 'Switched to the fallback model', []],
    [{ type: 'use-fallback-model', on: false }, 'switch the fallback model off', 'Switched the fallback model off', []],
    [{ type: 'revert-config' }, 'put the configuration back', 'Put the configuration back', []],
    [{ type: 'set-flag', flag: 'new-form-2', on: true }, 'turn the flag new-form-2 on', 'Turned the flag new-form-2 on', [['set-flag.flag', 2]]],
    [{ type: 'set-flag', flag: 'new-form', on: false }, 'turn the flag new-form off', 'Turned the flag new-form off', []],
    [{ type: 'pause-experiment', experiment: 'x1', ask: true }, 'ask the owner to pause x1', 'Asked the owner to pause x1', [['pause-experiment.experiment', 1]]],
    [{ type: 'pause-experiment', experiment: 'x1', ask: false }, 'stop x1 without asking', 'Stopped x1 without asking', [['pause-experiment.experiment', 1]]],
    [{ type: 'set-ramp', share: 0.25 }, 'set the ramp to 25 %', 'Set the ramp to 25 %', [['set-ramp.share', 0.25]]],
    [{ type: 'extend-sample' }, 'hold the ramp until the agreed sample is there', 'Held the ramp until the agreed sample is there', []],
    [{ type: 'warm-pods' }, "warm the canary's pods", "Warmed the canary's pods", []],
    [{ type: 'rerandomise' }, 'split the traffic at random', 'Split the traffic at random', []],
    [{ type: 'move-guardrail', threshold: -0.02 }, 'move the guardrail to -0.02', 'Moved the guardrail to -0.02', [['move-guardrail.threshold', -0.02]]],
    [{ type: 'ship-next' }, 'ship the next version on top', 'Shipped the next version on top', []],
  ]; // prettier-ignore

  it.each(table)('%j', (change, before, after, figures) => {
    expect([changeText(change, brief), changeDone(change, brief)]).toEqual([before, after]);
    expect(changeSaid(change, brief, 7).done.figures.map(({ metric, value }) => [metric, value])).toEqual(figures);
    for (const figure of changeSaid(change, brief, 7).doing.figures) expect([figure.source, figure.tick]).toEqual(NAMES.test(figure.metric) ? ['words', null] : ['act', 7]); // prettier-ignore
  });

  it('is there for every change that can be made', () => {
    const types = changeSchema.options.map(({ shape }) => shape.type.value);
    expect([...new Set(table.map(([{ type }]) => type))].toSorted()).toEqual(types.toSorted());
  });
});

describe('a look in words', () => {
  const table: [LookPattern, string][] = [
    [{ type: 'look-dashboard' }, 'a dashboard'],
    [board('service'), 'the service dashboard'],
    [board('versions'), 'the by-version dashboard'],
    [board('saturation'), 'the saturation dashboard'],
    [board('feature-store'), 'the feature-store dashboard'],
    [board('upstream'), 'the dashboard of merchant-risk calls'],
    [board('business'), 'the business dashboard'],
    [board('drift'), 'the drift dashboard'],
    [board('model'), 'the model dashboard'],
    [board('data'), 'the data dashboard'],
    [board('decisions'), 'the decisions dashboard'],
    [board('audience'), 'the audience dashboard'],
    [board('release'), 'the release dashboard'],
    [{ type: 'look-logs' }, 'the logs'],
    [{ type: 'look-logs', station: 'till' }, 'the logs of Till 7'],
    [{ type: 'look-trace' }, 'a trace'],
    [{ type: 'look-trace', pick: 'slow' }, 'a slow trace'],
    [{ type: 'look-trace', pick: 'typical' }, 'a typical trace'],
    [{ type: 'look-changes' }, 'the change history'],
    [{ type: 'look-alerts' }, 'the alert rules'],
    [{ type: 'look-lineage' }, 'the lineage of the training data'],
    [{ type: 'look-distributions' }, 'the feature distributions'],
    [{ type: 'look-segments' }, 'the figures by segment'],
    [{ type: 'look-segments', by: 'arm' }, 'the figures by arm'],
    [{ type: 'look-registry' }, 'the model registry'],
    [{ type: 'look-evaluation' }, 'the evaluation set beside live traffic'],
    [{ type: 'look-backtest' }, 'the versions scored again on the same rows'],
    [{ type: 'look-experiment' }, "the experiment's read-out"],
    [{ type: 'look-sample' }, 'a checked sample'],
    [{ type: 'look-sample', of: 'overrides' }, 'a checked sample: overrides'],
    [{ type: 'look-calendar' }, 'the calendar'],
    [{ type: 'look-messages' }, 'the messages of other teams'],
  ];
  it.each(table)('%j', (look, text) => {
    expect(lookSaid(look, brief).text).toBe(text);
  });

  it('is there for every look and every dashboard', () => {
    const types = lookSchema.options.map(({ shape }) => shape.type.value);
    expect([...new Set(table.map(([{ type }]) => type))].toSorted()).toEqual(types.toSorted());
    expect(table.flatMap(([{ dashboard }]) => dashboard ?? []).toSorted()).toEqual(DASHBOARDS.toSorted());
  });

  it.each<[LookPattern, metric: string, value: number]>([
    [{ type: 'look-logs', station: 'till' }, 'stations.till', 7],
    [{ type: 'look-segments', by: 'p95' }, 'look.by', 95],
    [{ type: 'look-sample', of: 'e3' }, 'look.of', 3],
  ])('has the number of a name as a figure: %j', (look, metric, value) => {
    expect(lookSaid(look, brief).figures.map((one) => [one.metric, one.value])).toEqual([[metric, value]]);
  });
});
