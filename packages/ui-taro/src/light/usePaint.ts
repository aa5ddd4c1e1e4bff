import Taro from '@tarojs/taro';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { LightSurface } from './LightSurface.js';

type Colour = readonly [red: number, green: number, blue: number];

/** What is painted, with a number that grows: two paints in one drawing are told apart. */
interface Painted {
  readonly colour: Colour | null;
  readonly version: number;
}

interface Waiting {
  readonly version: number;
  told(): void;
}

/** The page's colour while the screen lights the face, and the surface that sets it. */
export function usePaint(): { readonly colour: Colour | null; readonly surface: LightSurface } {
  const [painted, setPainted] = useState<Painted>({ colour: null, version: 0 });
  const waiting = useRef<Waiting[]>([]);
  const page = useRef({ visible: true, version: 0, colour: null as Colour | null });

  Taro.useDidShow(() => {
    page.current.visible = true;
  });
  Taro.useDidHide(() => {
    page.current.visible = false;
  });

  // The drawing has been handed over; its `setData` has still to come back.
  useLayoutEffect(() => {
    const drawn = waiting.current.filter(({ version }) => version <= painted.version);
    if (drawn.length === 0) return;
    waiting.current = waiting.current.filter(({ version }) => version > painted.version);
    Taro.nextTick(() => {
      for (const { told } of drawn) told();
    });
  }, [painted]);

  useEffect(() => {
    const state = page.current;
    state.visible = true;
    return () => {
      state.visible = false;
      // Nobody is left to draw it: whoever waits is let go.
      for (const { told } of waiting.current.splice(0)) told();
    };
  }, []);

  const surface = useMemo<LightSurface>(
    () => ({
      isVisible: () => page.current.visible,
      paint: (colour) => {
        const state = page.current;
        if (colour === null && state.colour === null) return Promise.resolve();
        state.colour = colour;
        const version = (state.version += 1);
        return new Promise((resolve) => {
          waiting.current.push({ version, told: resolve });
          setPainted({ colour, version });
        });
      },
    }),
    [],
  );
  return { colour: painted.colour, surface };
}
