import * as z from 'zod';

// A page that lets nothing in lets no code be made from texts either, and Firefox reports every attempt.
z.config({ jitless: true });
