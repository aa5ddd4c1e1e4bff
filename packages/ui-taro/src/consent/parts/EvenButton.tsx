import { Button } from '@tarojs/components';
import type { ReactElement } from 'react';

/** What {@link EvenButton} takes. */
export interface EvenButtonProps {
  readonly id: string;
  readonly text: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** One of several answers, each with the same size, colours and weight: none is the one to press. */
export function EvenButton({ id, text, disabled = false, onClick }: EvenButtonProps): ReactElement {
  return (
    <Button
      id={id}
      className="huoti-button huoti-even"
      hoverClass="huoti-pressed"
      disabled={disabled}
      onClick={onClick}
    >
      {text}
    </Button>
  );
}
