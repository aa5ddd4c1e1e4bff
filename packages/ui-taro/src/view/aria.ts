/** What a screen reader is told of one element. */
export interface Spoken {
  readonly role?: 'heading' | 'button' | 'checkbox' | 'img' | 'status' | 'dialog' | 'list' | 'switch';
  readonly label?: string;
  readonly hidden?: boolean;
  readonly checked?: boolean;
  readonly expanded?: boolean;
  readonly live?: 'polite';
}

/**
 * As properties of a Taro component. WeChat and Douyin read `aria-role`, Alipay reads `role`; all of them only once the app's build has
 * the plugin `@huoti/ui-taro/taro-plugin`, since Taro's templates leave them out.
 */
export function aria({
  role,
  label,
  hidden,
  checked,
  expanded,
  live,
}: Spoken): Readonly<Record<string, string>> {
  return {
    ...(role === undefined ? {} : { 'aria-role': role, role }),
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(hidden === undefined ? {} : { 'aria-hidden': String(hidden) }),
    ...(checked === undefined ? {} : { 'aria-checked': String(checked) }),
    ...(expanded === undefined ? {} : { 'aria-expanded': String(expanded) }),
    ...(live === undefined ? {} : { 'aria-live': live, 'aria-atomic': 'true' }),
  };
}
