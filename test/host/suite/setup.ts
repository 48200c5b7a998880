/** Comes first in the bundle of suites: mocha's globals must exist before the suites are read. */
import 'mocha/mocha.js';

mocha.setup({ ui: 'bdd', timeout: 20_000 });
