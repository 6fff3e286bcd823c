/*
 * What we are willing to read. A real workbook stays far below each of these; together they keep a hostile file under
 * 1 GB of memory and 10 s.
 */

/** The file as it lies on the disk. The largest public planning workbook we met has 2 MB. */
export const MAX_FILE_BYTES = 128 * 1024 * 1024;

/** All parts together, counted while inflating. 3 million cells take about 120 MB of XML. */
export const MAX_INFLATED_BYTES = 192 * 1024 * 1024;

/** A part other than a sheet or the shared strings. The largest styles.xml known to work in Excel has some 30 MB. */
export const MAX_SMALL_PART_BYTES = 48 * 1024 * 1024;

/**
 * Inflated over packed, counted as it goes. A million formatted empty rows reach 26, cells that are all alike and do not
 * even name their place 380; deflate itself allows 1,032, and a bomb is near that.
 */
export const MAX_RATIO = 500;

/** Below this size no ratio is too high. */
export const RATIO_FLOOR_BYTES = 4 * 1024 * 1024;

/** Packed bytes given to the inflater at a time, so that at most 16 MB (1,032 times this) come out before the next count. */
export const INFLATE_STEP_BYTES = 16 * 1024;

/** XML elements, all parts together: MAX_INFLATED_BYTES of cells as programs write them, but not of nothing but `<c/>`. */
export const MAX_ELEMENTS = 16_000_000;

/** Parts in the package, the most that a zip without 64-bit records can name; 3,000 sheets with drawings need 20,000. */
export const MAX_PARTS = 65_535;

/** Sheets in a workbook; Excel sets no limit but memory. */
export const MAX_SHEETS = 10_000;

/** Cells that hold something, all sheets together: 100,000 indicators in 32 columns. About 100 bytes of memory each. */
export const MAX_CELLS = 3_200_000;

/** Excel's own limit for a cell is 32,767 UTF-16 units; other programs write more, but never this much. */
export const MAX_TEXT_LENGTH = 4 * 32_767;

/** One tag or stretch of text whose end is still to come: a text of the length above, each unit of it an entity of eight bytes. */
export const MAX_TOKEN_BYTES = 8 * MAX_TEXT_LENGTH;

/** Shared strings; a workbook of MAX_CELLS different texts. */
export const MAX_SHARED_STRINGS = 3_200_000;

/** Nesting of elements. Worksheets need eight, drawings some twenty. */
export const MAX_XML_DEPTH = 256;

/** Merged areas of a sheet. Forms drawn on a fine grid have some thousands. */
export const MAX_MERGES = 200_000;

/** Rows covered by the merged areas of a sheet, counted once an area: four columns merged from top to bottom. */
export const MAX_MERGED_ROWS = 4 * 1_048_576;

/** Excel's own limits: 65,490 cell formats, 255 characters a format code; doubled or more for other programs. */
export const MAX_CELL_FORMATS = 200_000;
export const MAX_FORMAT_CODE_LENGTH = 1_024;

/** Custom XML items looked at for our settings, and the size of one. */
export const MAX_CUSTOM_XML_ITEMS = 64;
export const MAX_SETTINGS_LENGTH = 2 * 1024 * 1024;
