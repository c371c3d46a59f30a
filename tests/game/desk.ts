import { parse } from 'yaml';
import { createApp, type App } from '../../src/game/app.ts';
import { openEngine } from '../../src/game/engine-room.ts';
import type { ShippedFiles } from '../../src/game/library.ts';
import type { Ports, Storage } from '../../src/game/ports.ts';
import { createSession, type Session } from '../../src/game/session.ts';
import { createRun } from '../../src/run/run.ts';
import { FRAUD_API, PLAYBOOK, SPIKE, spike } from '../scenario/shipped.ts';

export const SPIKE_SCENARIO = spike();

/** The shipped files as the page has them: data, without a YAML parser. */
export const shippedData: ShippedFiles = {
  scenarios: () => Promise.resolve([{ file: SPIKE.file, data: parse(SPIKE.text) }]),
  systems: () => Promise.resolve([{ file: FRAUD_API.file, data: parse(FRAUD_API.text) }]),
  playbook: () => Promise.resolve({ file: PLAYBOOK.file, data: parse(PLAYBOOK.text) }),
  baselines: () => Promise.reject(new Error('none here')),
};

export const newSession = (seed = '7', untimed = false, variant?: string): Session =>
  createSession(createRun(SPIKE_SCENARIO, { seed, variant, untimed }), { untimed, refused: [] });

/** Lets the player's time pass in frames of 50 ms. */
export function play(session: Pick<Session, 'frame'>, ms: number, frameMs = 50): void {
  for (let passed = 0; passed < ms; passed += frameMs) session.frame(frameMs);
}

/** A session whose page has come and was acknowledged. */
export function onCall(seed = '7', untimed = false, variant?: string): Session {
  const session = newSession(seed, untimed, variant);
  play(session, 15_000);
  session.dispatch({ type: 'acknowledge' });
  return session;
}

export function memoryStorage(): Storage & { readonly kept: Map<string, unknown>; full: boolean } {
  const kept = new Map<string, unknown>();
  const storage = {
    kept,
    full: false,
    lasting: true,
    read: (key: string) => Promise.resolve(structuredClone(kept.get(key))),
    write: (key: string, value: unknown) => {
      if (storage.full) return Promise.resolve(false);
      kept.set(key, structuredClone(value));
      return Promise.resolve(true);
    },
    remove: (key: string) => {
      kept.delete(key);
      return Promise.resolve();
    },
  };
  return storage;
}

export interface Desk {
  readonly app: App;
  readonly storage: ReturnType<typeof memoryStorage>;
  hash(): string;
  visit(hash: string): void; // as if typed into the address bar
  frames(ms: number): void;
  hide(): void;
  settle(): Promise<void>; // lets loading and saving finish
}

/** The whole game without a page: real engine, real flow, an address and a clock in memory. */
export function openDesk(options: { readonly hash?: string; readonly storage?: ReturnType<typeof memoryStorage> } = {}): Desk {
  const storage = options.storage ?? memoryStorage();
  let hash = options.hash ?? '';
  let changed: () => void = () => undefined;
  let frame: (ms: number) => void = () => undefined;
  let hidden: () => void = () => undefined;
  let now = 0;
  let seeds = 0;
  const ports: Ports = {
    storage,
    clipboard: { copy: () => Promise.resolve(true), download: () => undefined },
    address: {
      read: () => hash,
      write: (next) => {
        hash = next;
      },
      full: (next) => `https://example.org/${next}`,
      listen: (listener) => {
        changed = listener;
        return () => undefined;
      },
    },
    ticker: {
      start: (listener) => {
        frame = listener;
        return () => {
          frame = () => undefined;
        };
      },
      onHidden: (listener) => {
        hidden = listener;
        return () => {
          hidden = () => undefined;
        };
      },
      nowMs: () => now,
    },
    analyst: { warmUp: () => undefined, ask: () => Promise.reject(new Error('nobody asks here')) },
    newSeed: () => `desk-${++seeds}`,
    today: () => '2026-03-14',
  };
  const app = createApp(ports, () => Promise.resolve(openEngine(shippedData)));
  return {
    app,
    storage,
    hash: () => hash,
    visit: (next) => {
      hash = next;
      changed();
    },
    frames: (ms) => {
      for (let passed = 0; passed < ms; passed += 50) {
        now += 50;
        frame(50);
      }
    },
    hide: () => hidden(),
    settle: async () => {
      for (let i = 0; i < 40; i++) await new Promise((done) => setTimeout(done, 0));
    },
  };
}
