/**
 * zod would try `new Function` to compile its schemas; our Content Security Policy refuses that and reports it.
 * zod reads this object when its first module runs, so it stands here before any screen is loaded.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
