import '@huoti/ui-taro/styles.css';
import type { PropsWithChildren, ReactNode } from 'react';
import './app.css';

/** The frame of all pages. */
export default function App({ children }: PropsWithChildren): ReactNode {
  return children;
}
