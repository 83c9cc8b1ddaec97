import { type ButtonHTMLAttributes, useId } from 'react';

interface WaitingProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What it waits for, shown below it; null: nothing. */
  readonly why: string | null;
  readonly busy?: boolean;
}

/** A button of the dock that says what it waits for: nobody hovers over a touch screen. */
export function Waiting({ why, busy = false, onClick, type = 'button', ...rest }: WaitingProps) {
  const id = useId();
  const idle = why !== null || busy;
  return (
    <span className="waiting">
      <button
        {...rest}
        type={type}
        aria-disabled={idle}
        aria-busy={busy}
        {...(why === null ? {} : { 'aria-describedby': id })}
        onClick={(event) => {
          if (idle) event.preventDefault();
          else onClick?.(event);
        }}
      />
      {why === null ? null : <small id={id}>{why}</small>}
    </span>
  );
}
