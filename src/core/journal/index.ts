export {
  JOURNAL_NAMESPACE, parseJournal, toJournalText, withEntry, withoutEntry,
  type CellWritten, type Journal, type JournalEntry, type JournalKind, type JournalNote, type RecordedExtent, type ShownRule,
} from "./journal";
