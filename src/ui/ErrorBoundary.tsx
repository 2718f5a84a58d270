import type { ReactNode } from "react";
import { Component } from "react";
import type { PartPlace } from "./PartFault.tsx";
import { PartFault } from "./PartFault.tsx";

interface ErrorBoundaryProps {
  /** What failed, for the message: "This page", "The raw answer". */
  what: string;
  place?: PartPlace;
  /** Tries once more what could not be loaded. */
  loadAgain?: () => void;
  children: ReactNode;
}

/**
 * Puts a message in place of a part that threw or could not be loaded; what stands around the boundary stays. Parts that come
 * later have one of their own, see `later-part.tsx`; the one around the app is the last resort.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: unknown }> {
  override state = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? "unknown" };
  }

  override render() {
    const { children, ...part } = this.props;
    return this.state.error === undefined ? children : <PartFault {...part} error={this.state.error} />;
  }
}
