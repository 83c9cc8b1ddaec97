import type { FormHTMLAttributes } from 'react';
import { useTyping } from './use-typing.ts';

/** A form that stands on a page itself: leaving the page asks while something is typed in it. */
export function TypedForm(props: FormHTMLAttributes<HTMLFormElement>) {
  const { hears } = useTyping();
  return <form {...props} {...hears} />;
}
