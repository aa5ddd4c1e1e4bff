import { useEffect, useState } from 'react';
import type { CameraElement } from './CameraElement.js';

/** Whether a session wants the `<camera>` in the view now. */
export function useCameraWanted(element: CameraElement | undefined): boolean {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    setWanted(false);
    return element?.onWanted(setWanted);
  }, [element]);
  return wanted;
}
