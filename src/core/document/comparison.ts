import { z } from "zod";
import type { Analysis } from "../analyze";
import { changeKinds, changeSubjects, compareModels, draftRevision } from "../compare";
import { toA1, type CellAddress } from "../sheet/address";
import { documentCellSchema } from "./schema";

const valueSchema = z.union([z.number(), z.string()]).nullable();

/** What `compare --json` prints: a public interface that other tools read. */
export const comparisonSchema = z.object({
  schemaVersion: z.literal(1),
  old: z.object({ file: z.string() }),
  new: z.object({ file: z.string() }),
  changes: z.array(
    z.object({
      kind: z.enum(changeKinds),
      subject: z.enum(changeSubjects),
      name: z.string(),
      newName: z.string().nullable(),
      before: valueSchema,
      after: valueSchema,
      beforeText: z.string().nullable(),
      afterText: z.string().nullable(),
      atOld: documentCellSchema.nullable(),
      atNew: documentCellSchema.nullable(),
    }),
  ),
  revisionDraft: z.string(),
});
export type ComparisonDocument = z.infer<typeof comparisonSchema>;

function cell(at: CellAddress | null): { readonly sheet: string; readonly cell: string } | null {
  return at === null ? null : { sheet: at.sheet, cell: toA1(at) };
}

/** 前回からの変更点 of two editions, as other tools read it, with a draft of the 改訂履歴 line. */
export function toComparison(old: Analysis, young: Analysis): ComparisonDocument {
  const changes = compareModels(old.model, young.model);
  return {
    schemaVersion: 1,
    old: { file: old.file },
    new: { file: young.file },
    changes: changes.map((change) => ({ ...change, atOld: cell(change.atOld), atNew: cell(change.atNew) })),
    revisionDraft: draftRevision(changes),
  };
}
