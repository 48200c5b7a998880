/**
 * What `node:assert/strict` is in the suites: they also run in the web worker extension host, where there is no Node, so
 * the bundler puts the package `assert` in its place (see ../bundle.ts).
 */
import assert from 'node:assert';

export default assert.strict;
