import { Button, type ButtonProps, Tooltip } from 'antd';
import { useId } from 'react';

/** A button that says what it waits for. It stays reachable by keyboard, so that whoever cannot see it hears why. */
export function WhyDisabled({ why, onClick, ...rest }: ButtonProps & { readonly why: string | null }) {
  const id = useId();
  if (why === null) return <Button {...rest} {...(onClick === undefined ? {} : { onClick })} />;
  return (
    <>
      <Tooltip title={why} trigger={['hover', 'focus']}>
        <Button
          {...rest}
          aria-disabled="true"
          aria-describedby={id}
          className="waits"
          onClick={(event) => event.preventDefault()}
        />
      </Tooltip>
      <span id={id} className="unseen">
        {why}
      </span>
    </>
  );
}
