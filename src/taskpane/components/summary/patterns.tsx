import { paintStyles, type Paint } from "../../../core";

/** The paints as fills of an SVG, each with the pattern that tells it from a neighbor without color. */
export function Patterns({ id, paints }: { readonly id: string; readonly paints: readonly Paint[] }) {
  return (
    <defs>
      {paints.map((paint) => {
        const { color, pattern } = paintStyles[paint];
        return (
          <pattern key={paint} id={`${id}-${paint}`} width="6" height="6" patternUnits="userSpaceOnUse">
            <rect width="6" height="6" fill={pattern === null ? `#${color}` : "#ffffff"} />
            {pattern === "diagonal" && <path d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" stroke={`#${color}`} strokeWidth="2.4" />}
            {pattern === "horizontal" && <path d="M0 1.5H6M0 4.5H6" stroke={`#${color}`} strokeWidth="1.6" />}
            {pattern === "grid" && <path d="M0 1.5H6M0 4.5H6M1.5 0V6M4.5 0V6" stroke={`#${color}`} strokeWidth="1.4" />}
            {pattern === "dots" && <path d="M1 1h2v2H1zM4 4h2v2H4z" fill={`#${color}`} />}
          </pattern>
        );
      })}
    </defs>
  );
}
