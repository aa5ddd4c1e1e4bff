import { describe, expect, it } from '@jest/globals';
import { bridgeConformance } from '../src/testing/bridgeConformance.js';
import { HARNESSES } from './support/harnesses.js';

for (const [name, createHarness] of HARNESSES)
  bridgeConformance(name, createHarness, { describe, it, expect });
