// Unpacks the Chromium that npm brought, and prints where it lies. A process of its own, because the package decides by
// the environment where it unpacks and whether it brings the libraries along that a bare machine lacks.
import chromium from "@sparticuz/chromium";

console.log(await chromium.executablePath());
