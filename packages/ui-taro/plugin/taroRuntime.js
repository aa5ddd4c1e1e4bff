/* global process -- put in by the build */
// Put into the app by taroPlugin.cjs, before its first page is drawn.
import { mergeInternalComponents } from '@tarojs/shared';
import missing from './taroComponents.json';

mergeInternalComponents(missing[process.env.TARO_ENV] ?? {});
