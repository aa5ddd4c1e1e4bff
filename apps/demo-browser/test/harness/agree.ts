import type { Frame, Page } from 'playwright-core';
import { agreeInPage, type Person } from './agreeInPage.js';

/**
 * Answers the consent's pages that a started try leads to.
 *
 * @example
 * await page.locator('huoti-liveness').locator('[part~="start-button"]').click();
 * await agree(page);
 */
export const agree = (page: Page | Frame, person: Person = {}): Promise<boolean> =>
  page.evaluate(agreeInPage, person);
