import type { ReactElement, ReactNode } from 'react';

interface Given {
  readonly className?: string;
  readonly id?: string;
  readonly style?: string;
  readonly disabled?: boolean;
  readonly children?: ReactNode;
  readonly onClick?: () => void;
  readonly scrollIntoView?: string;
  readonly value?: string;
}

const declarations = (style = ''): Record<string, string> =>
  Object.fromEntries(
    style
      .split(';')
      .filter((one) => one.includes(':'))
      .map((one) => [one.slice(0, one.indexOf(':')).trim(), one.slice(one.indexOf(':') + 1).trim()]),
  );

/** An element of the page in the place of one of the platform: the same class, style and words. */
const standIn =
  (Tag: 'div' | 'span' | 'button', kind: string) =>
  ({ className = '', style, children, id, disabled, onClick }: Given): ReactElement => (
    <Tag
      id={id}
      className={`${kind} ${className}`}
      style={declarations(style)}
      disabled={Tag === 'button' ? disabled : undefined}
      onClick={onClick}
    >
      {children}
    </Tag>
  );

export const Input = ({ id, className = '', value }: Given): ReactElement => (
  <input id={id} className={`wx-input ${className}`} defaultValue={value} />
);
export const ScrollView = ({ className = '', children }: Given): ReactElement => (
  <div className={`wx-scroll-view ${className}`} style={{ overflowY: 'auto' }}>
    {children}
  </div>
);
export const View = standIn('div', 'wx-view');
export const Text = standIn('span', 'wx-text');
export const Button = standIn('button', 'wx-button');
export const Camera = standIn('div', 'wx-camera');
