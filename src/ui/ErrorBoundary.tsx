import type { ReactNode } from "react";
import { Component } from "react";
import { Button } from "./Button.tsx";
import { Notice } from "./Notice.tsx";

interface ErrorBoundaryProps {
  /** What failed, for the message: "This page", "The raw answer". */
  what: string;
  children: ReactNode;
}

/** The last resort for a fault of our own: it takes away the part that failed, not the page around it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: unknown }> {
  override state = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? "unknown" };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return (
      <Notice tone="fail" title={`${this.props.what} could not be shown.`}>
        <p>This is a fault of Deploywatch, not of your deployment: {String(this.state.error)}</p>
        <Button className="mt-2" onClick={() => location.reload()}>
          Load the page again
        </Button>
      </Notice>
    );
  }
}
