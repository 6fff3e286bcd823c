// What the pages may load: the build puts it into every page, the kit into the servers' configurations. Said once, in
// kit/security-policy.json, which the workbench serves the pane under as well.
import { readFileSync } from "node:fs";

const { directives, directivesOfHeader, headers } = JSON.parse(readFileSync(new URL("../../kit/security-policy.json", import.meta.url), "utf8"));

/**
 * The content security policy of every page, in a <meta> element. No outside host, no inline script, no evaluated code.
 * The hash is that of the empty text: Fluent inserts an empty <style> and fills it rule by rule. No Trusted Types:
 * office.js does not start under them.
 */
export const META_POLICY = directives.join("; ");

/**
 * In the header, with frame-ancestors, which browsers ignore in a <meta> with a warning. Excel for Windows shows the pane
 * as a page of its own, so that no foreign frame has to be let in.
 */
export const HEADER_POLICY = [...directives, ...directivesOfHeader].join("; ");

/**
 * Headers of every answer. No Strict-Transport-Security: it holds for the whole host name, and on the server of a city
 * hall other systems may still answer by http. No X-Frame-Options and no COOP: they break panes and dialogs.
 */
export const HEADERS = { "Content-Security-Policy": HEADER_POLICY, ...headers };

/** Names with a hash in them never change their contents; everything else is asked for anew each time. */
export const CACHE = { app: "public, max-age=31536000, immutable", rest: "no-cache" };
