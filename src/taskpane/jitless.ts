import { z } from "zod";

/** zod would build its parsers with `new Function`, which the pane's content security policy forbids. Imported first. */
z.config({ jitless: true });
