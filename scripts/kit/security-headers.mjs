// What the pages may load, said once: the build puts it into every page, the kit into the servers' configurations.

/**
 * The content security policy of every page. No outside host, no inline script, no evaluated code. The hash is that of
 * the empty text: Fluent inserts an empty <style> and fills it rule by rule. No Trusted Types: office.js does not start
 * under them.
 */
const DIRECTIVES = [
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
];

/** In a <meta> element, where browsers ignore frame-ancestors with a warning. */
export const META_POLICY = DIRECTIVES.join("; ");

/** In the header. Excel for Windows shows the pane as a page of its own, so that no foreign frame has to be let in. */
export const HEADER_POLICY = [...DIRECTIVES, "frame-ancestors 'self'"].join("; ");

/**
 * Headers of every answer. No Strict-Transport-Security: it holds for the whole host name, and on the server of a city
 * hall other systems may still answer by http. No X-Frame-Options and no COOP: they break panes and dialogs.
 */
export const HEADERS = {
  "Content-Security-Policy": HEADER_POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
};

/** Names with a hash in them never change their contents; everything else is asked for anew each time. */
export const CACHE = { app: "public, max-age=31536000, immutable", rest: "no-cache" };
