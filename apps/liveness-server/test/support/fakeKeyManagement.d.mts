import type { KeyManagement } from '../../src/keys/KeyManagement.js';

export function setKeyManagement(changes: {
  currentId?: string;
  mode?: 'works' | 'down' | 'talks-nonsense';
}): void;
export function openKeyManagement(): Promise<KeyManagement>;
