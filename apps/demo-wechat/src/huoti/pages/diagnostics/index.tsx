import { Camera, Text, View } from '@tarojs/components';
import Taro, { useUnload } from '@tarojs/taro';
import { useRef, useState, type ReactNode } from 'react';

export default function Live(): ReactNode {
  const [said, setSaid] = useState('waiting');
  const listener = useRef<Taro.CameraFrameListener | null>(null);
  const begin = (): void => {
    const context = Taro.createCameraContext();
    const frames = context.onCameraFrame(({ width, height }) => setSaid(`${width} x ${height}`));
    listener.current = frames;
    frames.start({});
  };
  useUnload(() => listener.current?.stop());
  return (
    <View>
      <Camera id="camera" devicePosition="front" frameSize="medium" onInitDone={begin} />
      <Text id="said">{said}</Text>
    </View>
  );
}
