// Stands before the tests in the copy of the tree: the switches. Without a mutant they note which tests come past which.
const { writeFileSync } = require("node:fs");

// Nobody reads where an assertion stood, and taking it down costs more than the assertion.
Error.stackTraceLimit = 0;

const active = Number(process.env.MUTANT);
const limit = Number(process.env.MUTANT_LIMIT);
const reached = new Map();
let hits = 0;

globalThis.__isMutant = (number) => {
  if (active < 0) {
    const way = reached.get(number) ?? { times: 0, tests: new Set() };
    reached.set(number, way);
    way.times++;
    // Before the first test: while the modules load.
    way.tests.add(globalThis.__test ?? -1);
    return false;
  }
  if (number !== active) return false;
  // A loop that no longer ends comes past here again and again.
  if (++hits > limit) throw new Error("the mutant does not come to an end");
  return true;
};

if (active < 0) {
  afterAll(() => {
    const ways = [...reached].map(([number, { times, tests }]) => [number, { times, tests: [...tests] }]);
    writeFileSync(process.env.MUTANT_REACHED, JSON.stringify(ways));
  });
}
