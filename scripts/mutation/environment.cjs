// jest's own environment, which tells the switches of setup.cjs what test is on, and leaves out what is of no use: tests
// that do not come past the mutant, and all that follow once one has failed.
const { TestEnvironment } = require("jest-environment-node");

module.exports = class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.tests = process.env.MUTANT_TESTS === "all" ? undefined : new Set(JSON.parse(process.env.MUTANT_TESTS));
    this.count = 0;
    this.hasFailed = false;
  }

  handleTestEvent({ name, test }) {
    if (name === "test_done" && test.errors.length > 0) this.hasFailed = true;
    if (name !== "test_start") return;
    const number = this.count++;
    this.global.__test = number;
    if (this.hasFailed || this.tests?.has(number) === false) test.mode = "skip";
  }
};
