/** Namespace of the root element of the custom XML part in which a workbook carries our settings as JSON text. */
export const SETTINGS_NAMESPACE = "urn:shinchoku:settings:1";
