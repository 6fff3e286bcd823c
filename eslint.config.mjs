import officeAddins from "eslint-plugin-office-addins";
import tseslint from "typescript-eslint";

/** Each folder is linted with the types it is compiled with. */
const typed = (project) => ({ parserOptions: { project, tsconfigRootDir: import.meta.dirname } });

const HOST_GLOBALS = ["Excel", "Office", "OfficeExtension"].map((name) => ({
  name,
  message: "Only src/excel names the host.",
}));

const XLSX_LIBRARIES = ["hucre", "fflate"].map((name) => ({
  name,
  message: "Only src/xlsx imports the xlsx library.",
}));

export default tseslint.config(
  { ignores: ["node_modules/", "dist/", "out/", "coverage/", ".tmp/", "samples/", "**/*.d.ts"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },

  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    rules: {
      // A number in a text is what texts are for; an object in one is a defect.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // By code points is how a Japanese text is taken apart; 𠮷 is one character.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      eqeqeq: "error",
      "no-warning-comments": ["error", { terms: ["fixme", "xxx"] }],
    },
  },

  {
    files: ["src/**/*.{ts,tsx}"],
    languageOptions: typed("tsconfig.json"),
    rules: {
      "no-console": "error",
      "no-eval": "error",
      "no-restricted-globals": ["error", ...HOST_GLOBALS],
      "no-restricted-imports": ["error", { paths: XLSX_LIBRARIES }],
    },
  },
  {
    files: ["src/core/**/*.ts"],
    languageOptions: typed("tsconfig.core.json"),
    rules: {
      "no-restricted-globals": [
        "error",
        ...HOST_GLOBALS,
        { name: "Date", message: "The core reads no clock: the day comes in as an argument." },
        { name: "console", message: "The core prints nothing: it returns findings." },
        { name: "Intl", message: "Depends on the machine's locale data; the core gives the same answer everywhere." },
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "The core is deterministic: ids come in as arguments." },
      ],
    },
  },
  {
    files: ["src/excel/**/*.ts"],
    rules: { "no-restricted-globals": "off" },
  },
  {
    files: ["src/xlsx/**/*.ts"],
    rules: { "no-restricted-imports": "off" },
  },
  {
    files: ["src/cli/**/*.ts"],
    languageOptions: typed("tsconfig.cli.json"),
  },
  {
    files: ["workbench/**/*.ts"],
    languageOptions: typed("tsconfig.workbench.json"),
  },
  {
    files: ["src/{excel,commands,taskpane}/**/*.{ts,tsx}"],
    plugins: { "office-addins": officeAddins },
    rules: Object.fromEntries(Object.keys(officeAddins.rules).map((name) => [`office-addins/${name}`, "error"])),
  },

  {
    files: ["test/**/*.{ts,tsx}"],
    languageOptions: typed("tsconfig.test.json"),
    rules: {
      // The tables that drive tests are checked by the tests themselves.
      "@typescript-eslint/no-non-null-assertion": "off",
      "no-restricted-properties": [
        "error",
        { object: "fc", property: "assert", message: "Use assertProperty: a run must be the same for everybody who tests the same sources." },
        { object: "test", property: "only", message: "Leaves the other tests out." },
        { object: "describe", property: "only", message: "Leaves the other tests out." },
      ],
    },
  },

  {
    files: ["**/*.{js,mjs,cjs}"],
    extends: [tseslint.configs.recommended],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
);
