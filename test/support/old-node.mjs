// Shows what somebody with an old Node sees: the check that `npm start` runs first.
Object.defineProperty(process.versions, 'node', { value: '20.1.0' });
await import('../../src/node-version.mjs?again');
