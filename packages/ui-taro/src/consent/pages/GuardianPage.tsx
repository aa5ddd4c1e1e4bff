import { Input, View } from '@tarojs/components';
import { useState, type ReactElement } from 'react';
import { aria } from '../../view/aria.js';
import type { ConsentViewProps } from '../ConsentView.js';
import { EvenButton } from '../parts/EvenButton.js';
import { OtherWay } from '../parts/OtherWay.js';

/** The field for the code that the operator hands out after a guardian's written consent. */
function CodeField({ consent }: ConsentViewProps): ReactElement {
  const { state, asking, send } = consent;
  const [code, setCode] = useState('');
  const wrong = state.problem?.kind === 'code-malformed';
  return (
    <View className="huoti-answers">
      <View className="huoti-card-title">{asking.codeLabel}</View>
      <Input
        id="huoti-code"
        className={`huoti-code ${wrong ? 'huoti-missing' : ''}`}
        value={code}
        maxlength={64}
        {...aria({ label: asking.codeLabel })}
        onInput={({ detail }) => setCode(detail.value)}
      />
      <View className={wrong ? 'huoti-problem' : 'huoti-help'}>
        {wrong ? asking.codeMalformed : asking.codeHelp}
      </View>
      <EvenButton
        id="huoti-send-code"
        text={asking.go}
        onClick={() => send({ type: 'guardian-code', code })}
      />
    </View>
  );
}

/** For somebody under 18: a guardian has to agree first, by the operator's own way or by the code of a consent that is there. */
export function GuardianPage({ consent }: ConsentViewProps): ReactElement {
  const { state, words, send } = consent;
  const { band, settings, guardianPending, problem } = state;
  return (
    <>
      <View className="huoti-consent-words">
        <View id="huoti-headline" className="huoti-headline" {...aria({ role: 'heading' })}>
          {words.guardian.title}
        </View>
        <View className="huoti-lead">{band === 'child' ? words.guardian.child : words.guardian.teen}</View>
        {settings.hasGuardianFlow === true ? (
          <View className="huoti-answers">
            {problem?.kind === 'guardian-missing' ? (
              <View className="huoti-problem">{words.guardian.failed}</View>
            ) : null}
            <EvenButton
              id="huoti-guardian"
              text={guardianPending ? words.guardian.waiting : words.guardian.start}
              disabled={guardianPending}
              onClick={() => send({ type: 'guardian-start' })}
            />
          </View>
        ) : (
          <CodeField consent={consent} />
        )}
      </View>
      <View className="huoti-buttons">
        <OtherWay consent={consent} />
      </View>
    </>
  );
}
