const transform = {
  "^.+\\.(m?[jt]s|tsx)$": [
    "@swc/jest",
    {
      jsc: {
        target: "es2022",
        parser: { syntax: "typescript", tsx: true },
        transform: { react: { runtime: "automatic" } },
      },
    },
  ],
};

/** Shared by both projects. hucre ships ES modules only, so it is the one package that goes through the transform. */
const common = {
  transform,
  transformIgnorePatterns: ["/node_modules/(?!hucre/)"],
  setupFilesAfterEnv: ["<rootDir>/test/helpers/fail-on-console.ts"],
};

/** @type {import("jest").Config} */
export default {
  coverageDirectory: "coverage",
  collectCoverageFrom: ["src/**/*.{ts,tsx}"],
  projects: [
    {
      ...common,
      displayName: "node",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/taskpane/"],
    },
    {
      ...common,
      displayName: "taskpane",
      testEnvironment: "jsdom",
      setupFiles: ["<rootDir>/test/helpers/jsdom-gaps.ts"],
      testMatch: ["<rootDir>/test/taskpane/**/*.test.{ts,tsx}"],
    },
  ],
};
