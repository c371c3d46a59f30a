import { config } from 'zod/v4/core';

// Zod would try to compile schemas with `new Function`, which the page's content security policy refuses and reports.
// It has to be told before the first schema is made, so this module comes first.
config({ jitless: true });
