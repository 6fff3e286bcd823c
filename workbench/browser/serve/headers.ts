/**
 * The content security policy under which the add-in is served in production, word for word as in the kit for web
 * servers; a test holds the two together. On plain http the header for https alone would be ignored, so it is left out.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "frame-ancestors 'self'",
];

export type Headers = Readonly<Record<string, string>>;

const COMMON: Headers = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
  // What is shown is always what was just built.
  "Cache-Control": "no-store",
};

export const ADDIN_HEADERS: Headers = { ...COMMON, "Content-Security-Policy": POLICY.join("; ") };

/** The page around the pane: the same, and it may frame the pane. */
export const PAGE_HEADERS: Headers = { ...COMMON, "Content-Security-Policy": [...POLICY, "frame-src 'self'"].join("; ") };
