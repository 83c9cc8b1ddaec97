import { InboxOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';

interface EmptyProps {
  readonly says: string;
  /** What to do so that something will be here. */
  readonly next: string;
  readonly icon?: ReactNode;
  readonly children?: ReactNode;
}

export function Empty({ says, next, icon = <InboxOutlined />, children }: EmptyProps) {
  return (
    <div className="empty">
      <span className="icon" aria-hidden="true">
        {icon}
      </span>
      <b>{says}</b>
      <p>{next}</p>
      {children}
    </div>
  );
}
