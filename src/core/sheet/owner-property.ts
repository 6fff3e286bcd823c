/**
 * Custom property of a worksheet, not seen by people, that proves the sheet one of our report's. A name never does. Such
 * a sheet is no part of the plan: reading it would count every indicator twice.
 */
export const OWNER_PROPERTY = "shinchoku.sheet";
