import { describe, expect, it } from 'vitest';
import { memoryStorage, openDesk } from './desk.ts';

describe('a browser that keeps nothing', () => {
  it('says so from the start, and still after what it wrote to memory', async () => {
    const storage = { ...memoryStorage(), lasting: false, write: () => Promise.resolve(false) };
    const { app, settle } = openDesk({ storage });
    expect(app.state().kept).toBe(false);
    app.setSettings({ ...app.state().settings, textSize: 110 });
    await settle();
    expect(app.state().kept).toBe(false);
    app.stop();
  });

  it('is not said of one that keeps what it is given', async () => {
    const { app, settle } = openDesk();
    app.setSettings({ ...app.state().settings, textSize: 110 });
    await settle();
    expect(app.state().kept).toBe(true);
    app.stop();
  });
});
