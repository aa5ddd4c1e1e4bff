import { View } from '@tarojs/components';
import type { ConsentRequest } from '@huoti/protocol';
import type { MessageKey } from '@huoti/ui';
import type { ReactElement } from 'react';
import { aria } from '../view/aria.js';
import { EvenButton } from './parts/EvenButton.js';

/** What the person agreed to, on its way to the page of the check. */
export interface HandOverState {
  readonly consent: ConsentRequest | null;
  /** It did not get there. */
  readonly failed: boolean;
}

/** What {@link HandOver} takes. */
export interface HandOverProps {
  readonly failed: boolean;
  text(key: MessageKey): string;
  readonly alternativeLabel: string;
  retry(): void;
  chooseAlternative(): void;
}

/** After the choice, while the check's own package comes; or that it did not come. */
export function HandOver({
  failed,
  text,
  alternativeLabel,
  retry,
  chooseAlternative,
}: HandOverProps): ReactElement {
  const title = text(failed ? 'error.MODEL_LOAD_FAILED.title' : 'loading.title');
  return (
    <View className="huoti-page huoti-hand-over">
      <View className="huoti-middle">
        <View id="huoti-headline" className="huoti-headline" {...aria({ role: 'heading' })}>
          {title}
        </View>
        {failed ? <View className="huoti-lead">{text('error.MODEL_LOAD_FAILED.body')}</View> : null}
      </View>
      {failed ? (
        <View className="huoti-buttons huoti-side-by-side">
          <EvenButton id="huoti-retry" text={text('button.retry')} onClick={retry} />
          <EvenButton
            id="huoti-alternative"
            text={alternativeLabel || text('button.alternative')}
            onClick={chooseAlternative}
          />
        </View>
      ) : null}
      <View className="huoti-spoken" {...aria({ role: 'status', live: 'polite' })}>
        {title}
      </View>
    </View>
  );
}
