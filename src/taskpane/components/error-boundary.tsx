import { Button } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { traceOf } from "../engine/trace";
import type { HostDescription } from "../state/pane-host";
import { boot } from "../texts/common.ja";
import { CopyReport } from "./copy-report";

interface Props {
  readonly version: string;
  readonly host: HostDescription | null;
  readonly children: ReactNode;
}

interface State {
  readonly trace: string | null;
}

/** A defect of ours in the drawing of the pane: said in words, with the way on, and never a white pane. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { trace: null };

  static getDerivedStateFromError(error: unknown): State {
    return { trace: traceOf(error) };
  }

  override render(): ReactNode {
    const { trace } = this.state;
    if (trace === null) return this.props.children;
    const { title, what, untouched, next, reopen } = boot.broken;
    return (
      <main role="alert" style={{ padding: 16 }}>
        <h1 style={{ fontSize: "1.25rem" }}>{title}</h1>
        {[what, untouched, next].map((line) => <p key={line}>{line}</p>)}
        <p>
          <Button appearance="primary" onClick={() => { this.setState({ trace: null }); }}>{reopen}</Button>
        </p>
        <CopyReport version={this.props.version} host={this.props.host} tab={null} happened={`${title}。${what}`} trace={trace} />
      </main>
    );
  }
}
