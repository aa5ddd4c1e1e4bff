import { describe, expect, it } from '@jest/globals';
import { createPageLifecycle } from '@huoti/adapter-browser';
import { createCameraRig } from '../../test/support/createCameraRig.js';
import { createBridgeLifecycle } from './createBridgeLifecycle.js';

const setUp = async () => {
  const rig = await createCameraRig();
  const page = createPageLifecycle({ environment: rig.page.environment });
  return { rig, lifecycle: createBridgeLifecycle({ link: rig.link, page }) };
};

describe('createBridgeLifecycle', () => {
  it('one that was only made holds nothing', async () => {
    const { rig } = await setUp();
    expect(rig.liveResourceCount()).toBe(0);
  });

  it('tells of the page and of the app, and of nothing once it is left', async () => {
    const { rig, lifecycle } = await setUp();
    const reasons: string[] = [];
    const stop = lifecycle.subscribe((reason) => reasons.push(reason));
    rig.page.hide();
    rig.host.pause();
    rig.host.interrupt();
    rig.host.resume();
    await rig.settle();
    expect(reasons).toEqual(['hidden', 'host', 'host']);
    stop();
    rig.host.pause();
    rig.page.hide();
    await rig.settle();
    expect(reasons.length).toBe(3);
    expect(rig.liveResourceCount()).toBe(0);
  });

  it('is hidden while the app is paused, also where it was paused before', async () => {
    const { rig, lifecycle } = await setUp();
    expect(lifecycle.isHidden()).toBe(false);
    rig.host.pause();
    await rig.settle();
    expect(lifecycle.isHidden()).toBe(true);
    expect(createBridgeLifecycle({ link: rig.link, page: lifecycle }).isHidden()).toBe(true);
    rig.host.resume();
    await rig.settle();
    expect(lifecycle.isHidden()).toBe(false);
    rig.page.hidden = true;
    expect(lifecycle.isHidden()).toBe(true);
  });

  it('a bridge that ends has left the person', async () => {
    const { rig, lifecycle } = await setUp();
    const reasons: string[] = [];
    lifecycle.subscribe((reason) => reasons.push(reason));
    rig.link.close();
    expect(reasons).toEqual(['host']);
  });
});
