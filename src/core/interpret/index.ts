export { interpretWorkbook } from "./interpret";
