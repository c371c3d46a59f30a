/** Version of what a run means: a record replays to the same bytes on the engine that made it. */
export const ENGINE = '0.5.2';
