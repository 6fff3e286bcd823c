#!/usr/bin/env node
import { parseCommand, UsageError } from "./arguments";
import { texts } from "./texts.ja";

/** Composition root of the command line. Everything heavy is loaded only once a command needs it. */
async function run(argv: readonly string[]): Promise<number> {
  const command = parseCommand(argv);
  switch (command.do) {
    case "help":
      process.stdout.write(`${texts.help}\n`);
      return 0;
    case "version": {
      const { version } = await import("../../package.json");
      process.stdout.write(`${version}\n`);
      return 0;
    }
    case "check": {
      const { runCheck } = await import("./check");
      return runCheck(command);
    }
    case "compare": {
      const { runCompare } = await import("./compare");
      return runCompare(command);
    }
    case "report": {
      const { runReport } = await import("./report");
      return runReport(command);
    }
  }
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const lines = error instanceof UsageError ? [error.message] : Object.values(texts.unexpected);
    process.stderr.write(`${lines.join("\n")}\n`);
    process.exitCode = 2;
  },
);
