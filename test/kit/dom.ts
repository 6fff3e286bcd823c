import { createRequire } from "node:module";
import { join } from "node:path";

/** jsdom's parser, for tests that run in Node. */
const { JSDOM } = createRequire(join(process.cwd(), "package.json"))("jsdom") as { readonly JSDOM: new (html: string) => { readonly window: { readonly DOMParser: typeof globalThis.DOMParser } } };

export const { DOMParser } = new JSDOM("").window;
