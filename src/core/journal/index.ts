export { JOURNAL_NAMESPACE, type CellWritten, type JournalEntry, type JournalKind, type JournalNote, type RecordedExtent, type ShownBlock } from "./journal";
