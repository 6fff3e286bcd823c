import type { Region } from "../../../src/core/sheet/region";

export interface ProtectionModel {
  isProtected: boolean;
  options: Record<string, unknown>;
  password: string | undefined;
}

export interface NameModel {
  name: string;
  /** With "=". */
  formula: string;
  comment: string;
  visible: boolean;
}

export interface SettingModel {
  key: string;
  value: unknown;
}

export interface CustomXmlPartModel {
  readonly id: string;
  xml: string;
}

export interface CustomPropertyModel {
  key: string;
  value: string;
}

export interface HyperlinkModel {
  region: Region;
  address: string | undefined;
  documentReference: string | undefined;
  screenTip: string | undefined;
  textToDisplay: string | undefined;
  /** A place within the address. */
  fragment?: string;
}

export interface DataValidationModel {
  regions: Region[];
  rule: Record<string, unknown>;
  errorAlert: Record<string, unknown>;
  prompt: Record<string, unknown>;
  ignoreBlanks: boolean;
  type: string;
  /** The element as the file had it, and what was read of it; saved again as it is while that is the same. */
  source?: string;
  asRead?: string;
}

export interface CommentModel {
  readonly id: string;
  content: string;
  row: number;
  column: number;
  resolved: boolean;
  readonly replies: { readonly id: string; content: string }[];
}

export interface AutoFilterModel {
  region: Region;
  criteria: (Record<string, unknown> | null)[];
}

export interface TableColumnModel {
  id: number;
  name: string;
}

export interface TableModel {
  readonly id: number;
  name: string;
  region: Region;
  columns: TableColumnModel[];
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFilterButton: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  /** The part it was read from; undefined for a new one. */
  part?: string;
  /** All but its place, as it was read. */
  asRead?: string;
}

export interface ConditionalFormatModel {
  id: string;
  /** As office.js names it: Custom, CellValue, ContainsText, … */
  type: string;
  regions: Region[];
  priority: number;
  stopIfTrue: boolean;
  /** Of a custom rule: with "=", relative to the top left of the first region. */
  formula: string;
  /** Of the other kinds: their rule as it was set. */
  rule: Record<string, unknown>;
  fill: string | undefined;
  fontColor: string | undefined;
  bold: boolean | undefined;
  italic: boolean | undefined;
  strikethrough: boolean | undefined;
  underline: string | undefined;
  numberFormat: string | undefined;
  /** By edge; lines are always thin. */
  borders: Readonly<Record<string, { readonly style: string; readonly color: string }>>;
  /** The element as the file had it; saved again with the formulas as they are now. */
  source?: string;
  /** Of a rule from a file, of a kind that is not custom or by value: its formulas without "=". */
  formulas?: string[];
}

export interface ChartSeriesModel {
  /** Of its own within the chart; what was set of the series is kept below `/series/<key>`. */
  readonly key: string;
  /** Where no cell names it. */
  name: string;
  chartType: string;
  axisGroup: string;
  /** Addresses with their sheet: `指標!B2:B5`. */
  values: string | undefined;
  categories: string | undefined;
  /** The cell that the name is taken from. */
  nameFrom: string | undefined;
  hasDataLabels: boolean;
}

export interface ChartModel {
  readonly id: string;
  name: string;
  chartType: string;
  top: number;
  left: number;
  width: number;
  height: number;
  readonly series: ChartSeriesModel[];
  /** Titles, axes, legend and the like: the host keeps what was set, by the path of the object and its property. */
  readonly kept: Map<string, Record<string, unknown>>;
  /** For those who do not see it; office.js knows nothing of it, files do. */
  altText?: { readonly title: string; readonly description: string };
  /** The part that it was read from; undefined for a new one. */
  part?: string;
  /** More was changed than where it stands and which cells it shows. */
  isRestyled?: boolean;
  /** Where it stood when it was read. */
  placeAsRead?: string;
}

export function seriesPath({ key }: ChartSeriesModel): string {
  return `/series/${key}`;
}

export interface PageLayoutModel {
  orientation: string;
  paperSize: string;
  zoom: Record<string, unknown>;
  printArea: string | undefined;
  titleRows: string | undefined;
  titleColumns: string | undefined;
  margins: Record<string, number>;
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  printHeadings: boolean;
  blackAndWhite: boolean;
  draftMode: boolean;
  firstPageNumber: number | "";
  printOrder: string;
  printComments: string;
  printErrors: string;
  headersFooters: Record<string, Record<string, string>>;
  /** Default, FirstAndDefault, OddAndEven or FirstOddAndEven. */
  headerState: string;
}

export function newPageLayout(): PageLayoutModel {
  return {
    orientation: "Portrait",
    paperSize: "A4",
    zoom: { scale: 100 },
    printArea: undefined,
    titleRows: undefined,
    titleColumns: undefined,
    margins: { TopMargin: 54, BottomMargin: 54, LeftMargin: 50.4, RightMargin: 50.4, HeaderMargin: 21.6, FooterMargin: 21.6 },
    centerHorizontally: false,
    centerVertically: false,
    printGridlines: false,
    printHeadings: false,
    blackAndWhite: false,
    draftMode: false,
    firstPageNumber: "",
    printOrder: "DownThenOver",
    printComments: "NoComments",
    printErrors: "AsDisplayed",
    headersFooters: {},
    headerState: "Default",
  };
}
