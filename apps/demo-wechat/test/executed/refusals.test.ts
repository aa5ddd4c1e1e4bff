import { afterEach, describe, expect, it } from '@jest/globals';
import { zhCN } from '@huoti/ui';
import { join } from 'node:path';
import { findPeople } from './support/findPeople.js';
import { realFootage } from './support/footage.js';
import { nothingLeft } from './support/nothingLeft.js';
import { openCheck } from './support/openCheck.js';
import { FILM_FPS, readFilm, type FilmOptions } from './support/readFilm.js';
import { showFilm } from './support/showFilm.js';
import { standBefore } from './support/standBefore.js';
import { summaryOf } from './support/summaryOf.js';

const footage = realFootage('what the built mini-program refuses');
const videos = (name: string): string => join(footage ?? '', 'videos', name);

/** A talking man who looks into the camera all the time. */
const TALKING = videos('live_a12_talk_smile_glasses.mp4');

/** What must not pass, made of real material, and how it may end. */
const REFUSED: readonly (FilmOptions & { what: string; ends: readonly string[] })[] = [
  {
    what: 'an empty room',
    inputs: [join(footage ?? '', 'nonfaces/scene_background.jpg')],
    ends: ['NO_FACE'],
  },
  {
    what: 'a photo of a real face',
    inputs: [join(footage ?? '', 'faces/single_lp_s42.jpg')],
    ends: ['CHALLENGE_TIMEOUT', 'SPOOF_SUSPECTED'],
  },
  {
    what: 'two people side by side',
    inputs: [videos('live_a01_headturn.mp4'), videos('live_a05_headturn.mp4')],
    filter: '[0]crop=240:480[a];[1]crop=240:480[b];[a][b]hstack',
    fit: 'whole',
    ends: ['SEVERAL_FACES'],
  },
  {
    what: 'a real face in the dark',
    inputs: [TALKING],
    filter: 'scale=480:-2,colorlevels=romax=0.15:gomax=0.15:bomax=0.15,noise=alls=3:allf=t',
    ends: ['QUALITY_TOO_LOW too-dark'],
  },
  {
    what: 'a real face far away',
    inputs: [videos('live_a05_headturn.mp4')],
    filter: 'scale=iw*0.5:-2,pad=iw/0.5:ih/0.5:(ow-iw)/2:(oh-ih)/2:color=gray',
    ends: ['QUALITY_TOO_LOW too-far'],
  },
];

const SESSION_MS = 480_000;

it('is run where there is footage, and says so where there is none', () => {
  expect(footage !== null || process.env['HUOTI_REQUIRE_FIXTURES'] !== '1').toBe(true);
});

if (footage !== null) {
  const leftovers: (() => void)[] = [];
  // The last that came is the first to go: a film ends before its host does.
  afterEach(() =>
    leftovers
      .splice(0)
      .reverse()
      .forEach((clear) => clear()),
  );

  describe('the built mini-program refuses', () => {
    it.each(REFUSED)(
      '$what: $ends',
      async ({ ends, ...film }) => {
        const pictures = readFilm(film);
        const opened = await openCheck({ query: { plan: 'blink,turn-left' } });
        leftovers.push(opened.close);
        const { host, page } = opened;
        const brightness = host.facts.brightness;
        const [first] = pictures;
        if (!first) throw new TypeError('the film has no picture');
        leftovers.push(
          showFilm(
            opened,
            (atMs) => pictures[Math.floor((atMs * FILM_FPS) / 1000) % pictures.length] ?? first,
          ),
        );
        await opened.start();
        const end = await opened.end();
        expect(ends).toContain(summaryOf(end));
        expect(end).toMatchObject({
          result: {
            status: 'failed',
            assurance: 'device-only',
            verified: false,
            policy: { name: 'no-light' },
          },
        });
        const [reason = ''] = summaryOf(end).split(' ');
        const messages: Readonly<Record<string, string>> = zhCN.messages;
        await page.waitForText(messages[`refusal.${reason}.title`] ?? 'a title');
        expect(page.find('#huoti-alternative')).not.toBeNull();
        await nothingLeft(host, { brightness, page: 'open' });
        expect(host.record.network).toEqual([]);
        expect(host.record.fileWrites).toEqual([]);
        expect(host.record.storageWrites).toEqual([]);
        expect(host.record.errors).toEqual([]);
      },
      SESSION_MS,
    );

    it(
      'a person who turns to the other side, twice: WRONG_ACTION, after one hint',
      async () => {
        const people = await findPeople(footage, ['live_a05_headturn']);
        const opened = await openCheck({ query: { plan: 'turn-left,turn-right' } });
        leftovers.push(people.close, opened.close);
        const { host, page } = opened;
        const brightness = host.facts.brightness;
        leftovers.push(standBefore(opened, people.of('live_a05_headturn'), { answer: () => 'turn-right' }));
        await opened.start();
        expect(summaryOf(await opened.end())).toBe('WRONG_ACTION');
        await page.waitForText('做了其他动作');
        await nothingLeft(host, { brightness, page: 'open' });
      },
      SESSION_MS,
    );
  });
}
