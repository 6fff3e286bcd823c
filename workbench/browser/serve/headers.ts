import { directives, directivesOfHeader, headers } from "../../../kit/security-policy.json";

export type Headers = Readonly<Record<string, string>>;

const COMMON: Headers = {
  ...headers,
  // What is shown is always what was just built.
  "Cache-Control": "no-store",
};

const POLICY = [...directives, ...directivesOfHeader];

/** What the kit has web servers send in production, but for the cache. */
export const ADDIN_HEADERS: Headers = { ...COMMON, "Content-Security-Policy": POLICY.join("; ") };

/** The page around the pane: the same, and it may frame the pane. */
export const PAGE_HEADERS: Headers = { ...COMMON, "Content-Security-Policy": [...POLICY, "frame-src 'self'"].join("; ") };
