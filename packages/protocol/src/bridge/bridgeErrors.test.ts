import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES } from '../errors/errorCodes.js';
import { BRIDGE_ERROR_CODES, CODE_OF_BRIDGE_ERROR, codeOfBridgeError } from './bridgeErrors.js';

describe('codes that cross the bridge', () => {
  it('each have one of our codes, and there is none besides', () => {
    expect(Object.keys(CODE_OF_BRIDGE_ERROR).sort()).toEqual([...BRIDGE_ERROR_CODES].sort());
    expect(new Set(BRIDGE_ERROR_CODES).size).toBe(BRIDGE_ERROR_CODES.length);
    for (const code of BRIDGE_ERROR_CODES) expect(ERROR_CODES).toContain(codeOfBridgeError(code));
  });

  it.each([
    ['permission_denied', 'CAMERA_PERMISSION_DENIED'],
    ['permission_dismissed', 'CAMERA_PERMISSION_DENIED'],
    ['camera_not_found', 'CAMERA_NOT_FOUND'],
    ['camera_in_use', 'CAMERA_IN_USE'],
    ['camera_stalled', 'CAMERA_INTERRUPTED'],
    ['camera_interrupted', 'CAMERA_INTERRUPTED'],
    ['backgrounded', 'CAMERA_INTERRUPTED'],
    ['csp_blocked', 'CSP_BLOCKED'],
    ['wasm_unavailable', 'BACKEND_UNAVAILABLE'],
    ['page_reloaded', 'BRIDGE_UNAVAILABLE'],
    ['process_gone', 'BRIDGE_UNAVAILABLE'],
    ['timeout', 'BRIDGE_TIMEOUT'],
    ['too_large', 'PROTOCOL_MALFORMED'],
    ['bad_message', 'PROTOCOL_MALFORMED'],
    ['not_trusted', 'HOST_FORBIDS'],
    ['cancelled', 'ABORTED'],
    ['insecure_context', 'INSECURE_CONTEXT'],
    ['unsupported_version', 'PROTOCOL_VERSION_UNSUPPORTED'],
    ['unsupported_capability', 'HOST_FORBIDS'],
    ['internal', 'HOST_ERROR'],
  ])('%s is %s in the page', (bridge, ours) => {
    expect(codeOfBridgeError(bridge)).toBe(ours);
  });

  it.each(['', 'later_code', 'CAMERA_IN_USE', 'constructor', '__proto__', 'toString'])(
    '%j is not known and counts as a fault of the host',
    (code) => {
      expect(codeOfBridgeError(code)).toBe('HOST_ERROR');
    },
  );

  it('fit the form that the envelope lets through', () => {
    for (const code of BRIDGE_ERROR_CODES) expect(code).toMatch(/^[a-z][a-z_]{0,47}$/);
  });
});
