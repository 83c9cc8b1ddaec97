import { Button } from 'antd';
import { Component, type ReactNode } from 'react';

interface PageGuardProps {
  readonly says: string;
  readonly again: string;
  readonly children: ReactNode;
}

/** A page that fails takes nothing down but itself. */
export class PageGuard extends Component<PageGuardProps, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    const { says, again, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <div className="problem" role="alert">
        <div>
          <p>{says}</p>
          <Button onClick={() => location.reload()}>{again}</Button>
        </div>
      </div>
    );
  }
}
