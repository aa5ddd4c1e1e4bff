import { Button } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { ViewProps } from '../view/ViewModel.js';

/** The other way: same size, same weight as the button beside it. */
export function AlternativeButton({ view }: ViewProps): ReactElement {
  return (
    <Button
      id="huoti-alternative"
      className="huoti-button huoti-other"
      hoverClass="huoti-pressed"
      onClick={view.chooseAlternative}
    >
      {view.alternativeLabel || view.text('button.alternative')}
    </Button>
  );
}
