import { MAX_ELEMENTS, MAX_INFLATED_BYTES } from "./limits";
import { tooLarge } from "./part-error";

/** What reading one workbook may cost, all parts together. Throws PartError when it is used up, and ever after. */
export class ReadBudget {
  private bytes = 0;
  private elements = 0;

  takeBytes(count: number): void {
    this.bytes += count;
    if (this.bytes > MAX_INFLATED_BYTES) throw tooLarge("bytes of all parts");
  }

  takeElements(count: number): void {
    this.elements += count;
    if (this.elements > MAX_ELEMENTS) throw tooLarge("elements of all parts");
  }
}
