import { createElement, type ReactElement, type ReactNode } from 'react';

/** One host element a component, with every property as it was set: what a template of the platform would be given. */
const standIn =
  (name: string) =>
  (given: { readonly children?: ReactNode; readonly [property: string]: unknown }): ReactElement =>
    createElement(name, given);

export const View = standIn('wx-view');
export const Text = standIn('wx-text');
export const Button = standIn('wx-button');
export const Camera = standIn('wx-camera');
export const Input = standIn('wx-input');
export const ScrollView = standIn('wx-scroll-view');
