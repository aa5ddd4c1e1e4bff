import { Button } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ReactElement } from 'react';
import type { ViewProps } from '../view/ViewModel.js';

/** Name of the camera in the answer of the settings page; Alipay's own name has no scope. */
const CAMERA = ['scope.camera', 'camera'];

const allowsCamera = (settings: unknown): boolean =>
  typeof settings === 'object' &&
  settings !== null &&
  CAMERA.some((name) => (settings as Record<string, unknown>)[name] === true);

/**
 * Opens the platform's settings page: after a refusal nothing asks again by itself. WeChat and Douyin open it by the button's own kind,
 * which counts as the person's tap; Alipay has a call.
 */
export function SettingsButton({ view }: ViewProps): ReactElement {
  const byCall = Taro.getEnv() === Taro.ENV_TYPE.ALIPAY;
  const open = (): void => {
    void Promise.resolve(Taro.openSetting())
      .then(({ authSetting }) => view.settingsClosed(allowsCamera(authSetting)))
      // The person came back without it: the button is still there.
      .catch(() => undefined);
  };
  return (
    <Button
      id="huoti-settings"
      className="huoti-button huoti-main"
      hoverClass="huoti-pressed"
      {...(byCall
        ? { onClick: open }
        : {
            openType: 'openSetting' as const,
            onOpenSetting: ({ detail }) => view.settingsClosed(allowsCamera(detail.authSetting)),
          })}
    >
      {view.text('button.settings')}
    </Button>
  );
}
