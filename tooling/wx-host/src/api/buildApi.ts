import type { HostCore, ApiMembers } from '../HostCore.js';

/** Names that frameworks put on the object, or that a language looks for: no members of the platform. */
const NOT_MEMBERS = /^(then|toJSON|constructor|prototype|__.*|webpackJsonp.*|taro[A-Z].*|\$.*)$/;

/** What {@link buildApi} takes. */
export interface BuildApiOptions {
  core: HostCore;
  members: ApiMembers;
  /** Members known to the host and switched off by the test: undefined, and not missing. */
  off: ReadonlySet<string>;
}

/** The platform's object in the realm: calls are recorded, and so is every member that was read and is not emulated. */
export function buildApi({ core, members, off }: BuildApiOptions): object {
  const { realm, record, row } = core;
  for (const path of off) remove(members, path);
  const noted = Object.entries(members).map(([name, member]) => {
    if (typeof member !== 'function') return [name, member] as const;
    const work = (...values: unknown[]): unknown => {
      record.calls.push({ name, values });
      return Reflect.apply(member as (...values: unknown[]) => unknown, undefined, values);
    };
    Object.defineProperty(work, 'name', { value: name });
    return [name, work] as const;
  });
  const target = realm.expose(Object.fromEntries(noted)) as object;
  return realm.proxy(target, {
    get: (object, name) => {
      if (!(name in object) && typeof name === 'string' && !off.has(name) && !NOT_MEMBERS.test(name)) {
        record.missing.add(`${row.api}.${name}`);
      }
      return Reflect.get(object, name) as unknown;
    },
    has: (object, name) => name in object,
  });
}

/** Takes a member away; `a.b` takes `b` from what calling `a` gives, where that is the same object every time. */
function remove(target: ApiMembers, path: string): void {
  const [first = '', second] = path.split('.');
  if (second === undefined) {
    Reflect.deleteProperty(target, first);
    return;
  }
  const make: unknown = Reflect.get(target, first);
  const whole = typeof make === 'function' ? (Reflect.apply(make, undefined, []) as object) : make;
  if (typeof whole === 'object' && whole !== null) Reflect.deleteProperty(whole, second);
}
