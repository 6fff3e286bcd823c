/**
 * Whatever a test prints fails it: a warning nobody reads is a defect nobody sees. The core has no console at all; the
 * command line writes to the streams it is given, and a test gives it its own.
 */
const METHODS = ["debug", "error", "info", "log", "warn"] as const;

let printed: string[] = [];
let spies: readonly jest.SpyInstance[] = [];

beforeEach(() => {
  printed = [];
  spies = METHODS.map((method) =>
    jest.spyOn(console, method).mockImplementation((...args: readonly unknown[]) => {
      printed.push(`console.${method}: ${args.map(String).join(" ")}`);
    }),
  );
});

afterEach(() => {
  for (const spy of spies) spy.mockRestore();
  if (printed.length > 0) throw new Error(`A test must not print:\n${printed.join("\n")}`);
});
